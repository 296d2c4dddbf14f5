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
  const suits = suiting(projection.columns, counted);
  for (const { places, start, end } of stretchesOf(projection, counted)) {
    for (let at = start; at < end; at += 1) {
      const place = places[at] as number;
      if (suits(place)) add.one(groupOf(place));
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

/** The stretches in which the stances lie that may suit: the fewest that one of the filters leaves. */
export function stretchesOf(
  projection: Projection,
  { actors, issues, statuses, asOf }: Counted,
): readonly Stretch[] {
  const { ofActor, onIssue, newest, uncounted } = projection;
  const whole = (places: Uint32Array): Stretch => ({ places, start: 0, end: places.length });
  const others = asOf === false ? [whole(uncounted)] : [];
  if (statuses !== null && !statuses.has(accepted)) return others;
  const [order, runs] = actors === null ? [onIssue, issues] : [ofActor, actors];
  const counting =
    runs === null
      ? [whole(newest)]
      : Array.from(runs, (run) => ({
          places: order.places,
          start: order.starts[run] as number,
          end: order.starts[run + 1] as number,
        }));
  return [...counting, ...others];
}

/** The test of a place: only what the filters ask is looked at. */
export function suiting(
  columns: Columns,
  { actors, issues, directions, statuses, asOf }: Counted,
): (place: number) => boolean {
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
  const [first = () => true, second, ...rest] = tests;
  if (second === undefined) return first;
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

function numbersIn(group: number, groupings: readonly Grouping[]): readonly number[] {
  const numbers: number[] = [];
  let rest = group;
  for (const { size, least } of groupings.toReversed()) {
    numbers.unshift((rest % size) + least);
    rest = Math.floor(rest / size);
  }
  return numbers;
}
