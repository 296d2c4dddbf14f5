import { accepted, type Columns, countsOn } from "../domain/projection/columns.ts";
import type { Projection } from "../domain/projection/projection.ts";
import type { Stretch } from "./stretch.ts";

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
  for (const { places, start, end, left, beside } of stretchesOf(projection, counted)) {
    const suits = suiting(projection.columns, left);
    const numbers = suits === null && beside !== null ? groupBeside(beside, groupings) : null;
    if (numbers !== null) {
      for (let at = start; at < end; at += 1) add.one((numbers.values[at] as number) - numbers.least);
      continue;
    }
    for (let at = start; at < end; at += 1) {
      const place = places[at] as number;
      if (suits === null || suits(place)) add.one(groupOf(place));
    }
  }
  return add.counts().map(([group, stances]) => ({ numbers: numbersIn(group, groupings), stances }));
}

/** So many groups are counted in an array; more, in a map. */
const maxArray = 100_000;

function intoArray(groups: number) {
  const counts = new Uint32Array(groups);
  return {
    one(group: number) {
      counts[group] = (counts[group] as number) + 1;
    },
    counts: () =>
      Array.from(counts, (count, group) => [group, count] as const).filter(([, count]) => count > 0),
  };
}

function intoMap() {
  const counts = new Map<number, number>();
  return {
    one: (group: number) => void counts.set(group, (counts.get(group) ?? 0) + 1),
    counts: () => [...counts],
  };
}

/** Stances that may suit. */
export interface Candidates extends Stretch {
  /** The filters that do not let all of them through. */
  readonly left: Counted;
  /** What lies beside the places, by the same index, where something does. */
  readonly beside: Beside | null;
}

type Beside = Pick<Columns, "issue" | "latest" | "direction">;

/** The stretches in which the stances lie that may suit: the fewest that one of the filters leaves. */
export function stretchesOf(projection: Projection, counted: Counted): readonly Candidates[] {
  const { ofActor, onIssue, newest, uncounted } = projection;
  const { actors, issues, statuses, asOf } = counted;
  const whole = (places: Uint32Array, left: Counted): Candidates => {
    return { places, start: 0, end: places.length, left, beside: null };
  };
  const others = asOf === false ? [whole(uncounted, counted)] : [];
  if (statuses !== null && !statuses.has(accepted)) return others;
  const accepting = { ...counted, statuses: null };
  const [order, runs, left, beside] =
    actors === null
      ? [onIssue, issues, { ...accepting, issues: null }, null]
      : [ofActor, actors, { ...accepting, actors: null }, ofActor];
  const counting =
    runs === null
      ? [whole(newest, left)]
      : Array.from(runs, (run) => ({
          places: order.places,
          start: order.starts[run] as number,
          end: order.starts[run + 1] as number,
          left,
          beside,
        }));
  return [...counting, ...others];
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
