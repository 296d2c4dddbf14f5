import type { ActorId, IssueId } from "../id.ts";
import { accepted, type Columns } from "./columns.ts";
import { byPreference, inRuns, type Order, spliced } from "./order.ts";

/** Things by number, and their numbers. */
export interface Numbered<Id extends string> {
  readonly ids: readonly Id[];
  readonly numberOf: ReadonlyMap<string, number>;
}

/**
 * The stances of a graph at one revision, in memory: as columns, and those that count now in the orders in which
 * positions are looked for. A projection never changes; another takes its place.
 */
export interface Projection {
  readonly revision: number;
  readonly columns: Columns;
  readonly actors: Numbered<ActorId>;
  readonly issues: Numbered<IssueId>;
  /** All that count, most preferred first. */
  readonly newest: Uint32Array;
  /** Those on each issue, most preferred first. */
  readonly onIssue: Order;
  /** Those of each actor, by issue, then most preferred first. */
  readonly ofActor: Order;
  /** Those that do not count: proposed, rejected, retracted, superseded. */
  readonly uncounted: Uint32Array;
  /** Ids of actors for whom others speak: their positions are not made from their own stances alone. */
  readonly represented: ReadonlySet<string>;
  /** Actors and issues, as `pairOf` has them, with stances in documents that reprint one another. */
  readonly reprinted: ReadonlySet<number>;
}

export type Given = Pick<Projection, "revision" | "columns" | "actors" | "issues" | "represented"> & {
  /** The independence groups with more than one document. */
  readonly reprintedSources: ReadonlySet<number>;
};

/** The projection of columns, sorted anew. */
export function projectionOf(given: Given): Projection {
  const { columns } = given;
  return arranged(
    given,
    byPreference(
      columns,
      placesOf(columns, (status) => status === accepted),
    ),
  );
}

/** The projection after some of its stances have changed and others have been added: what stays is not sorted anew. */
export function followed(given: Given, before: Projection, changed: readonly number[]): Projection {
  const { columns } = given;
  const counting = changed.filter((place) => columns.status[place] === accepted);
  const splice = { without: new Set(changed), added: Uint32Array.from(counting) };
  return arranged(given, spliced(columns, before.newest, splice));
}

function arranged({ reprintedSources, ...given }: Given, newest: Uint32Array): Projection {
  const { columns, actors, issues } = given;
  const onIssue = inRuns(newest, issues.ids.length, (place) => columns.issue[place] as number);
  const ofActor = inRuns(onIssue.places, actors.ids.length, (place) => columns.actor[place] as number);
  const uncounted = placesOf(columns, (status) => status !== accepted);
  const reprinted = new Set<number>();
  if (reprintedSources.size > 0) {
    for (const place of newest) {
      if (!reprintedSources.has(columns.source[place] as number)) continue;
      reprinted.add(pairOf(given, columns.actor[place] as number, columns.issue[place] as number));
    }
  }
  return { ...given, newest, onIssue, ofActor, uncounted, reprinted };
}

/** An actor and an issue as one number. */
export function pairOf({ issues }: Pick<Projection, "issues">, actor: number, issue: number): number {
  return actor * issues.ids.length + issue;
}

function placesOf({ status, count }: Columns, suits: (status: number) => boolean): Uint32Array {
  const places = new Uint32Array(count);
  let found = 0;
  for (let place = 0; place < count; place += 1) {
    if (!suits(status[place] as number)) continue;
    places[found] = place;
    found += 1;
  }
  return places.slice(0, found);
}
