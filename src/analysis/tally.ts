import { type Columns, countsOn } from "../domain/projection/columns.ts";
import type { Projection } from "../domain/projection/projection.ts";

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
  const columns = groupings.map(({ column }) => column(projection.columns));
  const counts = new Map<number, number>();
  for (const place of placesOf(projection, counted)) {
    if (!suits(projection.columns, counted, place)) continue;
    let group = 0;
    for (let index = 0; index < groupings.length; index += 1) {
      const { size, least } = groupings[index] as Grouping;
      group = group * size + ((columns[index]?.[place] as number) - least);
    }
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].map(([group, stances]) => ({ numbers: numbersIn(group, groupings), stances }));
}

/** The places of the stances that may suit: the fewest that one of the filters leaves. */
function* placesOf(projection: Projection, { actors, issues, asOf }: Counted): Generator<number> {
  const { ofActor, onIssue, newest, uncounted } = projection;
  const runs =
    actors !== null
      ? { order: ofActor, of: actors }
      : issues !== null
        ? { order: onIssue, of: issues }
        : null;
  if (runs === null) yield* newest;
  else
    for (const run of runs.of) {
      const end = runs.order.starts[run + 1] as number;
      for (let at = runs.order.starts[run] as number; at < end; at += 1)
        yield runs.order.places[at] as number;
    }
  if (asOf === false) yield* uncounted;
}

function suits(
  columns: Columns,
  { actors, issues, directions, statuses, asOf }: Counted,
  place: number,
): boolean {
  return (
    (actors === null || actors.has(columns.actor[place] as number)) &&
    (issues === null || issues.has(columns.issue[place] as number)) &&
    (directions === null || directions.has(columns.direction[place] as number)) &&
    (statuses === null || statuses.has(columns.status[place] as number)) &&
    (asOf === false || countsOn(columns, place, asOf.day))
  );
}

function numbersIn(group: number, groupings: readonly Grouping[]): readonly number[] {
  const numbers: number[] = [];
  for (const { size, least } of groupings.toReversed()) {
    numbers.unshift((group % size) + least);
    group = Math.floor(group / size);
  }
  return numbers;
}
