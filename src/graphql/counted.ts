import type { Counted } from "../analysis/tally.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { directions, statuses } from "../domain/stance.ts";
import type { AsOf } from "../store/stances.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { numbersAsked } from "./projecting.ts";
import { dayAsked } from "./questions.ts";

/** Which stances a list or a count is about. */
export interface Asked {
  readonly where?: Where | null | undefined;
  readonly asOf: AsOf | null;
}

/** A filter by holder, issue, direction and status alone; null for any other. */
export function countedIn(context: Context, projection: Projection, { where, asOf }: Asked): Counted | null {
  if (asOf !== null && asOf.knownAt !== null) return null;
  const parts = partsOf(where ?? {});
  if (parts === null) return null;
  return {
    actors: numbersAsked(context, projection, "actors", parts.holder),
    issues: numbersAsked(context, projection, "issues", parts.issue),
    directions: placesIn(directions, parts.direction),
    statuses: placesIn(statuses, parts.status),
    asOf: asOf === null ? false : { day: dayAsked(asOf) },
  };
}

interface Parts {
  readonly holder: Where | null;
  readonly issue: Where | null;
  readonly direction: readonly string[] | null;
  readonly status: readonly string[] | null;
}

function partsOf(where: Where): Parts | null {
  const { holder, issue, direction, status, AND, ...others } = given(where);
  if (Object.keys(others).length > 0) return null;
  const own = {
    holder: related(holder),
    issue: related(issue),
    direction: chosen(direction),
    status: chosen(status),
  };
  if (Object.values(own).includes(undefined)) return null;
  return ((AND ?? []) as readonly Where[]).map(partsOf).reduce(joined, own as Parts);
}

/** Two filters that must both hold, as long as they are about different things. */
function joined(a: Parts | null, b: Parts | null): Parts | null {
  if (a === null || b === null) return null;
  const clash = (Object.keys(a) as (keyof Parts)[]).some((name) => a[name] !== null && b[name] !== null);
  if (clash) return null;
  return {
    holder: a.holder ?? b.holder,
    issue: a.issue ?? b.issue,
    direction: a.direction ?? b.direction,
    status: a.status ?? b.status,
  };
}

/** A filter on an actor or an issue; null without one, undefined for one that asks more. */
function related(filter: unknown): Where | null | undefined {
  if (filter === undefined) return null;
  const { eq, in: among, ...others } = given(filter as Where);
  if (Object.keys(others).length > 0 || (eq === undefined) === (among === undefined)) return undefined;
  return { id: eq === undefined ? { in: among } : { eq } };
}

function chosen(filter: unknown): readonly string[] | null | undefined {
  if (filter === undefined) return null;
  const { eq, in: among, ...others } = given(filter as Where);
  if (Object.keys(others).length > 0 || (eq === undefined) === (among === undefined)) return undefined;
  return eq === undefined ? (among as readonly string[]) : [eq as string];
}

function given(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).filter(([, value]) => value !== undefined && value !== null),
  );
}

function placesIn(list: readonly string[], values: readonly string[] | null): ReadonlySet<number> | null {
  return values === null ? null : new Set(values.map((value) => list.indexOf(value)));
}
