import { inRuns, type Runs } from "../../domain/projection/order.ts";
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
  const byRow = newestFirstByRow(statements, network);
  const own = (row: number) => byRow.places.subarray(byRow.starts[row], byRow.starts[row + 1]);
  const { rows, columns, mode } = network;
  if (mode === "TWO_MODE") {
    const columnOf = statements[columns.axis];
    return (row, column) =>
      Array.from(own(row).filter((place) => columns.places[columnOf[place] as number] === column));
  }
  const { level } = statements;
  const meeting = statements[rows.axis === "actor" ? "issue" : "actor"];
  const answers = answersTo(statements, network, aggregate);
  const said = remembered((row) => levelsSaid(own(row), meeting, level));
  const answered = (row: number, other: number) => {
    const levels = said(other);
    return own(row).filter(
      (at) => ((answers[level[at] as number] as number) & (levels.get(meeting[at] as number) ?? 0)) !== 0,
    );
  };
  return (row, column) => merged(answered(row, column), answered(column, row), statements.day);
}

/** By level the set of levels, as bits, with which a statement at it makes a weight. */
function answersTo(
  { scale, levels: all }: Statements,
  { levels }: Network,
  { weight }: Aggregate,
): readonly number[] {
  const values = { scale, levels: levels.map((level) => all[level] as number) };
  return all.map((_, level) =>
    levels.reduce((bits, other, at) => {
      const own = levels.indexOf(level);
      return own >= 0 && weight?.(distanceOf(values, own, at)) !== 0 ? bits | (1 << other) : bits;
    }, 0),
  );
}

/** By what it was said on, or by whom: the levels, as bits. */
function levelsSaid(places: Int32Array, meeting: Int32Array, level: Int8Array): ReadonlyMap<number, number> {
  const said = new Map<number, number>();
  for (const at of places) {
    const on = meeting[at] as number;
    said.set(on, (said.get(on) ?? 0) | (1 << (level[at] as number)));
  }
  return said;
}

function newestFirstByRow(statements: Statements, { rows, picked }: Network): Runs<Int32Array> {
  const { day } = statements;
  const newestFirst = picked.toSorted((a, b) => (day[b] as number) - (day[a] as number) || b - a);
  const nameOf = statements[rows.axis];
  return inRuns(newestFirst, rows.labels.length, (place) => rows.places[nameOf[place] as number] as number);
}

function merged(one: Int32Array, other: Int32Array, day: Int32Array): readonly number[] {
  const isNewer = (a: number, b: number) =>
    day[a] === day[b] ? a > b : (day[a] as number) > (day[b] as number);
  const all: number[] = [];
  let next = 0;
  for (const at of one) {
    for (; next < other.length && isNewer(other[next] as number, at); next += 1)
      all.push(other[next] as number);
    all.push(at);
  }
  return [...all, ...other.subarray(next)];
}

function remembered<T>(make: (row: number) => T): (row: number) => T {
  const known = new Map<number, T>();
  return (row) => {
    const value = known.get(row) ?? make(row);
    known.set(row, value);
    return value;
  };
}
