import { accepted, type Columns, countsOn } from "../domain/projection/columns.ts";
import type { Order, Searchable } from "../domain/projection/order.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { directions } from "../domain/stance.ts";
import { type Stretch, stretchOfPair } from "./stretch.ts";

/** Which stances are counted: of these actors, on these issues, in these directions, of these statuses; null: of all. */
export interface Counted {
  readonly actors: ReadonlySet<number> | null;
  readonly issues: ReadonlySet<number> | null;
  readonly directions: ReadonlySet<number> | null;
  readonly statuses: ReadonlySet<number> | null;
  /** Only those that count as of a day (null: of any day); false: all, whatever their status. */
  readonly asOf: { readonly day: number | null } | false;
}

/** By what stances are counted: small numbers, `size` of them from `least`. */
export interface Grouping {
  readonly column: (columns: Columns) => { readonly [place: number]: number };
  readonly least: number;
  readonly size: number;
}

/** How many stances share their numbers for some groupings, by those numbers. */
export function tallyOf(
  projection: Projection,
  counted: Counted,
  groupings: readonly Grouping[],
): readonly { readonly numbers: readonly number[]; readonly stances: number }[] {
  const groups = groupings.reduce((product, { size }) => product * size, 1);
  const add = groups <= maxArray ? intoArray(groups) : intoMap();
  const groupOf = groupIn(projection.columns, groupings);
  const { ofActor } = projection;
  const beside = groupBeside(ofActor, groupings);
  for (const { places, start, end, left, run } of stretchesOf(projection, counted, ofActor)) {
    const suits = suiting(projection.columns, left);
    if (suits !== null || beside === null || places !== ofActor.places) {
      for (let at = start; at < end; at += 1) {
        const place = places[at] as number;
        if (suits === null || suits(place)) add.some(groupOf(place), 1);
      }
    } else if (run !== null && beside.values === ofActor.direction) {
      for (const [group, stances] of directionCounts(ofActor, run).entries()) add.some(group, stances);
    } else {
      for (let at = start; at < end; at += 1) add.some((beside.values[at] as number) - beside.least, 1);
    }
  }
  const found = add.counts().filter(([, stances]) => stances > 0);
  return found.map(([group, stances]) => ({ numbers: numbersIn(group, groupings), stances }));
}

/** So many groups are counted in an array; more, in a map. */
const maxArray = 100_000;

function intoArray(groups: number) {
  const counts = new Uint32Array(groups);
  return {
    some(group: number, stances: number) {
      counts[group] = (counts[group] as number) + stances;
    },
    counts: () => Array.from(counts, (count, group) => [group, count] as const),
  };
}

function intoMap() {
  const counts = new Map<number, number>();
  return {
    some: (group: number, stances: number) => void counts.set(group, (counts.get(group) ?? 0) + stances),
    counts: () => [...counts],
  };
}

/** Stances that may suit. */
export interface Candidates extends Stretch {
  /** The filters that do not let all of them through. */
  readonly left: Counted;
  /** Of the order they are in, where they are a whole one. */
  readonly run: number | null;
}

/**
 * The stretches in which the stances lie that may suit: the fewest that the filters leave, those of an actor on any
 * issue in the order given. All but those that do not count are sorted by day, the newest first.
 */
export function stretchesOf(projection: Projection, counted: Counted, ofActor: Order): readonly Candidates[] {
  const { statuses, asOf } = counted;
  const others = asOf === false ? [whole(projection.uncounted, counted)] : [];
  if (statuses !== null && !statuses.has(accepted)) return others;
  return [...counting(projection, { ...counted, statuses: null }, ofActor), ...others];
}

/** So many pairs of an actor and an issue are looked up one by one. */
const maxPairs = 1_000;

function counting(projection: Projection, counted: Counted, ofActor: Order): readonly Candidates[] {
  const { actors, issues } = counted;
  if (actors === null)
    return issues === null
      ? [whole(projection.newest, counted)]
      : runsOf(projection.onIssue, issues, { ...counted, issues: null });
  if (issues === null || actors.size * issues.size > maxPairs)
    return runsOf(ofActor, actors, { ...counted, actors: null });
  const left = { ...counted, actors: null, issues: null };
  return [...actors].flatMap((actor) =>
    Array.from(issues, (issue) => ({ ...stretchOfPair(projection, { actor, issue }), left, run: null })),
  );
}

function whole(places: Uint32Array, left: Counted): Candidates {
  return { places, start: 0, end: places.length, left, run: null };
}

function runsOf({ places, starts }: Order, runs: ReadonlySet<number>, left: Counted): readonly Candidates[] {
  return Array.from(runs, (run) => {
    return { places, start: starts[run] as number, end: starts[run + 1] as number, left, run };
  });
}

/** The test of a place: only what the filters ask is looked at; null where they ask nothing. */
export function suiting(
  columns: Columns,
  { actors, issues, directions, statuses, asOf }: Counted,
): ((place: number) => boolean) | null {
  const tests: ((place: number) => boolean)[] = [];
  const among = (column: { readonly [place: number]: number }, wanted: ReadonlySet<number> | null) => {
    const [only] = wanted ?? [];
    if (wanted?.size === 1) tests.push((place) => column[place] === only);
    else if (wanted !== null) tests.push((place) => wanted.has(column[place] as number));
  };
  among(columns.actor, actors);
  among(columns.issue, issues);
  among(columns.direction, directions);
  among(columns.status, statuses);
  if (asOf !== false && asOf.day !== null) tests.push((place) => countsOn(columns, place, asOf.day));
  const [first, second, ...rest] = tests;
  if (first === undefined || second === undefined) return first ?? null;
  if (rest.length === 0) return (place) => first(place) && second(place);
  return (place) => tests.every((test) => test(place));
}

/** The number of a place's group. */
function groupIn(columns: Columns, groupings: readonly Grouping[]): (place: number) => number {
  const read = groupings.map(({ column, least, size }) => ({ values: column(columns), least, size }));
  const [only, ...others] = read;
  if (only === undefined) return () => 0;
  if (others.length === 0) return (place) => (only.values[place] as number) - only.least;
  return (place) =>
    read.reduce((group, { values, least, size }) => group * size + ((values[place] as number) - least), 0);
}

function directionCounts({ directionCounts: counts }: Searchable, run: number): Uint32Array {
  return counts.subarray(run * directions.length, (run + 1) * directions.length);
}

type Beside = Pick<Columns, "issue" | "latest" | "direction">;

/** The numbers of groups that lie beside the places, where those of the one grouping do. */
function groupBeside(beside: Beside, [only, ...others]: readonly Grouping[]) {
  if (only === undefined || others.length > 0) return null;
  const { column, least } = only;
  const values = column(beside as Columns) as ReturnType<Grouping["column"]> | undefined;
  return values === undefined ? null : { values, least };
}

function numbersIn(group: number, groupings: readonly Grouping[]): readonly number[] {
  const numbers: number[] = [];
  let rest = group;
  for (const { size, least } of groupings.toReversed()) {
    numbers.unshift((rest % size) + least);
    rest = Math.floor(rest / size);
  }
  return numbers;
}
