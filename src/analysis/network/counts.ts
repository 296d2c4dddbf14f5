import { inRuns, type Runs } from "../../domain/projection/order.ts";
import type { Axis, Scale, Statements } from "./statements.ts";

/**
 * How often each row spoke on each column at each level: x[i,j,k] without its zeros. The cells of column j are those
 * from start[j] up to start[j + 1], by row, then by level.
 */
export interface Counts {
  readonly rows: number;
  readonly columns: number;
  readonly scale: Scale;
  /** K: the value of each level, ascending. */
  readonly levels: readonly number[];
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly level: Int32Array;
  readonly count: Float64Array;
}

export interface Counted {
  /** Which statements, by their places; each has a row, a column and one of the levels. */
  readonly picked: Int32Array;
  /** What the rows of the counts are; the columns are the other. */
  readonly by: Axis;
  /** By index of a name: its row or column. */
  readonly places: Readonly<Record<Axis, Int32Array>>;
  readonly size: Readonly<Record<Axis, number>>;
  /** The indices of the levels that there are, ascending. */
  readonly levels: readonly number[];
  /** What each statement counts for, by its place; each for 1 when left out. */
  readonly amounts?: Float64Array | null | undefined;
}

export function countsOf(statements: Statements, counted: Counted): Counts {
  const { picked, by, places, size, levels, amounts } = counted;
  const across = by === "actor" ? "issue" : "actor";
  const [columnOf, columns] = [places[across], statements[across]];
  const byColumn = inRuns(picked, size[across], (place) => columnOf[columns[place] as number] as number);
  return {
    rows: size[by],
    columns: size[across],
    scale: statements.scale,
    levels: levels.map((level) => statements.levels[level] as number),
    ...tallied(byColumn, {
      rows: size[by],
      depth: levels.length,
      cellOf: cellsIn(statements, counted),
      amounts: amounts ?? null,
    }),
  };
}

/** Counts of the levels as if each were a column of its own: of column j and level k that is j · K + k. */
export function flattened(counts: Counts): Counts {
  const depth = counts.levels.length;
  const columns = counts.columns * depth;
  const start = new Int32Array(columns + 1);
  const columnOf = columnsOf(counts);
  const flat = (cell: number) => (columnOf[cell] as number) * depth + (counts.level[cell] as number);
  for (let cell = 0; cell < counts.row.length; cell += 1) (start[flat(cell) + 1] as number) += 1;
  for (let column = 0; column < columns; column += 1)
    (start[column + 1] as number) += start[column] as number;
  const next = start.slice();
  const [row, count] = [new Int32Array(counts.row.length), new Float64Array(counts.row.length)];
  for (let cell = 0; cell < row.length; cell += 1) {
    const place = next[flat(cell)] as number;
    row[place] = counts.row[cell] as number;
    count[place] = counts.count[cell] as number;
    next[flat(cell)] = place + 1;
  }
  return { ...counts, columns, levels: [0], start, row, level: new Int32Array(row.length), count };
}

/** Counts whatever the level. */
export function collapsed(counts: Counts): Counts {
  const { row, count } = counts;
  const start = new Int32Array(counts.columns + 1);
  const [rows, sums] = [new Int32Array(row.length), new Float64Array(row.length)];
  let size = 0;
  for (let column = 0; column < counts.columns; column += 1) {
    for (let cell = counts.start[column] as number; cell < (counts.start[column + 1] as number); cell += 1) {
      const isNew = size === start[column] || rows[size - 1] !== row[cell];
      if (isNew) size += 1;
      rows[size - 1] = row[cell] as number;
      (sums[size - 1] as number) += count[cell] as number;
    }
    start[column + 1] = size;
  }
  return {
    ...counts,
    levels: [0],
    start,
    row: rows.subarray(0, size),
    level: new Int32Array(size),
    count: sums.subarray(0, size),
  };
}

/** The column of each cell. */
export function columnsOf({ columns, start, row }: Counts): Int32Array {
  const found = new Int32Array(row.length);
  for (let column = 0; column < columns; column += 1)
    found.fill(column, start[column] as number, start[column + 1] as number);
  return found;
}

/** n: how often each row spoke. */
export function rowTotals({ rows, row, count }: Counts): Float64Array {
  const totals = new Float64Array(rows);
  for (let cell = 0; cell < row.length; cell += 1)
    (totals[row[cell] as number] as number) += count[cell] as number;
  return totals;
}

/** Tells which cell of its column a statement is of: row · K + level. */
function cellsIn(statements: Statements, { by, places, levels }: Counted): (place: number) => number {
  const levelAt = Int32Array.from(statements.levels, (_, index) => levels.indexOf(index));
  const { level } = statements;
  const [rowOf, rows] = [places[by], statements[by]];
  return (place) =>
    (rowOf[rows[place] as number] as number) * levels.length + (levelAt[level[place] as number] as number);
}

interface Tallying {
  readonly rows: number;
  readonly depth: number;
  readonly cellOf: (place: number) => number;
  readonly amounts: Float64Array | null;
}

/**
 * Counts how often, or for how much, each cell of each column was met. Places, by column, become cells on the way; at last
 * each cell stands there once, in order, from the beginning.
 */
function tallied({ starts, places }: Runs<Int32Array>, { rows, depth, cellOf, amounts }: Tallying) {
  const start = new Int32Array(starts.length);
  const tally = new Float64Array(rows * depth);
  let count = new Float64Array(fewCells);
  let size = 0;
  const keep = (cell: number) => {
    // There are mostly far fewer cells than statements.
    if (size === count.length) count = new Float64Array(count.buffer.transfer(count.byteLength * 2));
    places[size] = cell;
    count[size] = tally[cell] as number;
    tally[cell] = 0;
    size += 1;
  };
  for (let column = 0; column + 1 < starts.length; column += 1) {
    const own = places.subarray(starts[column], starts[column + 1]);
    for (let index = 0; index < own.length; index += 1) {
      const place = own[index] as number;
      const cell = cellOf(place);
      (tally[cell] as number) += amounts === null ? 1 : (amounts[place] as number);
      own[index] = cell;
    }
    if (own.length * 8 < tally.length) {
      for (const cell of own.sort()) if (tally[cell] !== 0) keep(cell);
    } else {
      for (let cell = 0; cell < tally.length; cell += 1) if (tally[cell] !== 0) keep(cell);
    }
    start[column + 1] = size;
  }
  const [row, level] = [new Int32Array(size), new Int32Array(size)];
  for (let at = 0; at < size; at += 1) {
    row[at] = Math.floor((places[at] as number) / depth);
    level[at] = (places[at] as number) % depth;
  }
  return { start, row, level, count: count.subarray(0, size) };
}

/** Room to begin with. */
const fewCells = 4_096;
