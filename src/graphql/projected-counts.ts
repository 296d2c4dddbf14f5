import { type Counted, type Grouping, tallyOf } from "../analysis/tally.ts";
import { numberOfDay } from "../domain/projection/day-number.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { directions, statuses } from "../domain/stance.ts";
import type { StanceCount, StanceGroup } from "../store/counts.ts";
import type { AsOf } from "../store/stances.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { numbersAsked } from "./projecting.ts";

interface Asked {
  readonly where?: Where | null | undefined;
  readonly asOf: AsOf | null;
}

/** How many stances a filter leaves, counted in memory; null where only the tables can tell. */
export function projectedCount(context: Context, asked: Asked): number | null {
  const projection = context.store.projection.current();
  const counted = projection && countedIn(context, projection, asked);
  if (counted === null || projection === null) return null;
  return tallyOf(projection, counted, []).reduce((total, { stances }) => total + stances, 0);
}

/** Counts of stances by what they share, in memory; null where only the tables can tell. */
export function projectedCounts(
  context: Context,
  { groupBy, ...asked }: Asked & { readonly groupBy: readonly StanceGroup[] },
): readonly StanceCount[] | null {
  const projection = context.store.projection.current();
  const counted = projection && countedIn(context, projection, asked);
  if (counted === null || projection === null) return null;
  const groups = groupBy.flatMap((group) => groupingsIn(projection)[group] ?? []);
  if (groups.length !== groupBy.length || groups.length === 0 || groups.length > 4) return null;
  const rows = tallyOf(projection, counted, groups).toSorted((a, b) => inOrder(groups, a.numbers, b.numbers));
  if (rows.length > maxRows) return null;
  // Who and where is counted by the tables, only when it is asked for.
  let counts: ReadonlyMap<string, StanceCount> | null = null;
  const counting = (values: StanceCount["values"]): StanceCount => {
    counts ??= new Map(
      context.store.counts({ ...asked, groupBy }).map((row) => [row.values.join("\0"), row]),
    );
    return counts.get(values.join("\0")) as StanceCount;
  };
  return rows.map(({ numbers, stances }) => {
    const values = numbers.map((number, index) => groups[index]?.wordOf(number) ?? null);
    return {
      values,
      stances,
      get actors() {
        return counting(values).actors;
      },
      get documents() {
        return counting(values).documents;
      },
    };
  });
}

const maxRows = 10_000;

/** A grouping with what its numbers mean, and whether they are in order as numbers; else their values are. */
interface NamedGrouping extends Grouping {
  readonly wordOf: (number: number) => string;
  readonly isNumber?: boolean;
}

function groupingsIn({ actors, issues }: Projection): Readonly<Partial<Record<StanceGroup, NamedGrouping>>> {
  const listed = (values: readonly string[]) => ({
    least: 0,
    size: values.length,
    wordOf: (number: number) => values[number] as string,
  });
  return {
    HOLDER: { column: ({ actor }) => actor, ...listed(actors.ids) },
    ISSUE: { column: ({ issue }) => issue, ...listed(issues.ids) },
    DIRECTION: { column: ({ direction }) => direction, ...listed(directions) },
    STATUS: { column: ({ status }) => status, ...listed(statuses) },
    INTENSITY: { column: ({ intensity }) => intensity, least: -2, size: 5, wordOf: String, isNumber: true },
  };
}

function inOrder(groups: readonly NamedGrouping[], a: readonly number[], b: readonly number[]): number {
  for (const [index, { wordOf, isNumber }] of groups.entries()) {
    const [one, other] = [a[index] as number, b[index] as number];
    if (one === other) continue;
    if (isNumber) return one - other;
    return wordOf(one) < wordOf(other) ? -1 : 1;
  }
  return 0;
}

/** A filter by holder, issue, direction and status alone; null for any other. */
function countedIn(context: Context, projection: Projection, { where, asOf }: Asked): Counted | null {
  if (asOf !== null && asOf.knownAt !== null) return null;
  const parts = partsOf(where ?? {});
  if (parts === null) return null;
  const day = asOf?.validAt ?? null;
  return {
    actors: numbersAsked(context, projection, "actors", parts.holder),
    issues: numbersAsked(context, projection, "issues", parts.issue),
    directions: placesIn(directions, parts.direction),
    statuses: placesIn(statuses, parts.status),
    asOf: asOf === null ? false : { day: day === null ? null : numberOfDay(day) },
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
