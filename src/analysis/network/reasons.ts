import { type Buckets, bucketsOf } from "./buckets.ts";
import { type Aggregate, distanceOf } from "./measure.ts";
import type { Network } from "./network.ts";
import type { Statements } from "./statements.ts";

/** Tells the statements that make the weight of a row and a column, of both ends, newest first; by their places. */
export type ReasonsOf = (row: number, column: number) => readonly number[];

/**
 * The reasons of a network's ties. Of two actors: what each said on an issue, where the other said there what gives the
 * two a weight; of two issues likewise, by actor; of an actor and an issue all that was said.
 */
export function reasonsIn(statements: Statements, network: Network, aggregate: Aggregate): ReasonsOf {
  const byRow = sortedBy(statements, network);
  const own = (row: number) => [...byRow.places.subarray(byRow.start[row], byRow.start[row + 1])];
  const { rows, columns } = network;
  const newestFirst = (places: readonly number[]) =>
    places.toSorted((a, b) => (statements.day[b] as number) - (statements.day[a] as number) || b - a);
  if (network.mode === "TWO_MODE") {
    return (row, column) =>
      newestFirst(own(row).filter((at) => columns.places[statements[columns.axis][at] as number] === column));
  }
  const meeting = statements[rows.axis === "actor" ? "issue" : "actor"];
  const counts = pairsThatCount(statements, network, aggregate);
  const answering = (some: readonly number[], others: readonly number[]) => {
    const said = Map.groupBy(others, (at) => meeting[at] as number);
    const levels = new Map([...said].map(([on, of]) => [on, new Set(of.map((at) => statements.level[at]))]));
    return some.filter((at) => {
      const met = levels.get(meeting[at] as number) ?? [];
      return [...met].some((other) => counts(statements.level[at] as number, other as number));
    });
  };
  return (row, column) => {
    const [one, other] = [own(row), own(column)];
    return newestFirst([...answering(one, other), ...answering(other, one)]);
  };
}

function pairsThatCount(
  { scale, levels: all }: Statements,
  { levels }: Network,
  { weight }: Aggregate,
): (one: number, other: number) => boolean {
  const values = { scale, levels: levels.map((level) => all[level] as number) };
  return (one, other) => weight?.(distanceOf(values, levels.indexOf(one), levels.indexOf(other))) !== 0;
}

function sortedBy(statements: Statements, { rows, picked }: Network): Buckets {
  const rowOf = statements[rows.axis].map((name) => rows.places[name] as number);
  return bucketsOf(picked, rowOf, rows.labels.length);
}
