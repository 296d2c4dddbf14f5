import type { ActorId, IssueId } from "../id.ts";
import { accepted, type Columns } from "./columns.ts";
import {
  byPreference,
  inRuns,
  type Order,
  preferred,
  type Searchable,
  searchable,
  type Walkable,
  walkable,
} from "./order.ts";
import { spliced } from "./splice.ts";

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
  readonly onIssue: Walkable;
  /** Those of each actor, by issue, then most preferred first. */
  readonly ofActor: Searchable;
  /** Those of each actor, most preferred first, whatever they are on. */
  readonly newestOfActor: Order;
  /** Those that do not count: proposed, rejected, retracted, superseded. */
  readonly uncounted: Uint32Array;
  /** Ids of actors for whom others speak: their positions are not made from their own stances alone. */
  readonly represented: ReadonlySet<string>;
  /** The independence groups with more than one document. */
  readonly reprintedSources: ReadonlySet<number>;
  /** Actors and issues, as `pairOf` has them, with stances in documents that reprint one another. */
  readonly reprinted: ReadonlySet<number>;
}

export type Given = Omit<
  Projection,
  "newest" | "onIssue" | "ofActor" | "newestOfActor" | "uncounted" | "reprinted"
>;

/** The projection of columns, sorted anew. */
export function projectionOf(given: Given): Projection {
  const { columns } = given;
  const newest = byPreference(
    columns,
    placesOf(columns, (status) => status === accepted),
  );
  const uncounted = placesOf(columns, (status) => status !== accepted);
  const { issue, actor } = sortingsOf(given);
  const onIssue = walkable(inRuns(newest, issue.runs, issue.runOf), columns);
  const ofActor = searchable(inRuns(onIssue.places, actor.runs, actor.runOf), columns);
  const newestOfActor = inRuns(newest, actor.runs, actor.runOf);
  const reprinted = new Set(reprintedIn(given, newest));
  return { ...given, newest, onIssue, ofActor, newestOfActor, uncounted, reprinted };
}

/**
 * The projection after some of its stances have changed and others have been added: what stays is not sorted anew. A
 * pair that was reprinted once may still be told to be.
 */
export function followed(given: Given, before: Projection, changed: readonly number[]): Projection {
  const { columns, reprintedSources } = given;
  const known = new Set(changed.filter((place) => place < before.columns.count));
  const [counting, others] = [true, false].map((counts) =>
    changed.filter((place) => (columns.status[place] === accepted) === counts),
  ) as [number[], number[]];
  const { newest, issue, actor, newestOfActor, uncounted } = sortingsOf(given);
  const splice = { without: known, added: counting };
  const arranged = {
    newest: spliced(inOneRun(before.newest), splice, newest).places,
    onIssue: walkable(spliced(before.onIssue, splice, issue), columns),
    ofActor: searchable(spliced(before.ofActor, splice, actor), columns),
    newestOfActor: spliced(before.newestOfActor, splice, newestOfActor),
    uncounted: spliced(inOneRun(before.uncounted), { without: known, added: others }, uncounted).places,
  };
  const isSame = isEqual(reprintedSources, before.reprintedSources);
  const reprinted = isSame
    ? [...before.reprinted, ...reprintedIn(given, counting)]
    : reprintedIn(given, arranged.newest);
  return { ...given, ...arranged, reprinted: new Set(reprinted) };
}

/** An actor and an issue as one number. */
export function pairOf(actor: number, issue: number): number {
  return actor * maxIssues + issue;
}

export function actorOfPair(pair: number): number {
  return Math.floor(pair / maxIssues);
}

/** So that pairs of a hundred million actors are whole numbers still. */
const maxIssues = 2 ** 26;

function sortingsOf({ columns, actors, issues }: Given) {
  const { actor, issue } = columns;
  const compare = (a: number, b: number) => preferred(columns, a, b);
  const runsOfActors = { runs: actors.ids.length, runOf: (place: number) => actor[place] as number };
  return {
    newest: { runs: 1, runOf: () => 0, compare },
    issue: { runs: issues.ids.length, runOf: (place: number) => issue[place] as number, compare },
    actor: {
      ...runsOfActors,
      compare: (a: number, b: number) => (issue[a] as number) - (issue[b] as number) || compare(a, b),
    },
    newestOfActor: { ...runsOfActors, compare },
    uncounted: { runs: 1, runOf: () => 0, compare: (a: number, b: number) => a - b },
  };
}

function inOneRun(places: Uint32Array): Order {
  return { places, starts: Uint32Array.of(0, places.length) };
}

function* reprintedIn({ columns, reprintedSources }: Given, places: Iterable<number>): Generator<number> {
  if (reprintedSources.size === 0) return;
  const { source, actor, issue } = columns;
  for (const place of places) {
    if (reprintedSources.has(source[place] as number))
      yield pairOf(actor[place] as number, issue[place] as number);
  }
}

function isEqual(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return some.size === others.size && some.isSubsetOf(others);
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
