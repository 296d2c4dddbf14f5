import type { Counts } from "./counts.ts";

/** How much two levels count for each other: [k1 · K + k2]. What is taken is taken off term by term. */
export interface Weights {
  readonly given: Float64Array;
  readonly taken: Float64Array | null;
}

/**
 * For each two rows the sum over columns j and levels k1, k2 of x[i,j,k1] · x[i′,j,k2] · weight[k1,k2], in this order,
 * so that the last digit is that of the Discourse Network Analyzer. Rows × rows, symmetric, the diagonal 0.
 */
export function pairSums(counts: Counts, weights: Weights): Float64Array {
  const sums = new Float64Array(counts.rows * counts.rows);
  if (counts.levels.length === 2 && isWhole(counts, weights)) addTwoLevels(counts, netOf(weights), sums);
  else addInOrder(counts, weights, sums);
  return mirrored(sums, counts.rows);
}

/** What each row has in common with itself, by the same sum. */
export function ownSums(counts: Counts, weights: Weights): Float64Array {
  const net = netOf(weights);
  const depth = counts.levels.length;
  const sums = new Float64Array(counts.rows);
  forRuns(counts, (first, end) => {
    const row = counts.row[first] as number;
    for (let one = first; one < end; one += 1)
      for (let other = first; other < end; other += 1)
        (sums[row] as number) +=
          (counts.count[one] as number) *
          (counts.count[other] as number) *
          (net[(counts.level[one] as number) * depth + (counts.level[other] as number)] as number);
  });
  return sums;
}

function addInOrder(counts: Counts, { given, taken }: Weights, sums: Float64Array): void {
  const { rows, columns, start, row, level, count } = counts;
  const depth = counts.levels.length;
  for (let column = 0; column < columns; column += 1) {
    const end = start[column + 1] as number;
    for (let one = start[column] as number; one < end; one += 1) {
      const own = row[one] as number;
      const times = count[one] as number;
      const weight = (level[one] as number) * depth;
      const base = own * rows;
      let other = one + 1;
      while (other < end && row[other] === own) other += 1;
      for (; other < end; other += 1) {
        const place = base + (row[other] as number);
        const term = times * (count[other] as number);
        const at = weight + (level[other] as number);
        const sum = (sums[place] as number) + term * (given[at] as number);
        sums[place] = taken === null ? sum : sum - term * (taken[at] as number);
      }
    }
  }
}

/** Sums of whole numbers are exact in any order: of two levels, what a row has at both is added at once. */
function addTwoLevels(counts: Counts, net: Float64Array, sums: Float64Array): void {
  const { rows, columns } = counts;
  const row = new Int32Array(rows);
  const [low, high] = [new Float64Array(rows), new Float64Array(rows)];
  const [w00, w01, w10, w11] = net as unknown as readonly [number, number, number, number];
  for (let column = 0; column < columns; column += 1) {
    const size = rowsOf(counts, column, row, low, high);
    for (let one = 0; one < size; one += 1) {
      const base = (row[one] as number) * rows;
      const forLow = (low[one] as number) * w00 + (high[one] as number) * w10;
      const forHigh = (low[one] as number) * w01 + (high[one] as number) * w11;
      for (let other = one + 1; other < size; other += 1)
        (sums[base + (row[other] as number)] as number) +=
          forLow * (low[other] as number) + forHigh * (high[other] as number);
    }
  }
}

/** Writes out the rows of a column with their counts at the two levels; says how many there are. */
function rowsOf(
  { start, row: rowOf, level, count }: Counts,
  column: number,
  row: Int32Array,
  low: Float64Array,
  high: Float64Array,
): number {
  let size = 0;
  for (let cell = start[column] as number; cell < (start[column + 1] as number); cell += 1) {
    if (size === 0 || row[size - 1] !== rowOf[cell]) {
      row[size] = rowOf[cell] as number;
      low[size] = 0;
      high[size] = 0;
      size += 1;
    }
    (level[cell] === 0 ? low : high)[size - 1] = count[cell] as number;
  }
  return size;
}

function isWhole({ count }: Counts, weights: Weights): boolean {
  return netOf(weights).every(Number.isInteger) && count.every(Number.isInteger);
}

function netOf({ given, taken }: Weights): Float64Array {
  return taken === null ? given : given.map((each, at) => each - (taken[at] as number));
}

/** Tells of the cells of each row in each column. */
function forRuns({ columns, start, row }: Counts, tell: (first: number, end: number) => void): void {
  for (let column = 0; column < columns; column += 1) {
    for (let first = start[column] as number; first < (start[column + 1] as number); ) {
      let end = first + 1;
      while (end < (start[column + 1] as number) && row[end] === row[first]) end += 1;
      tell(first, end);
      first = end;
    }
  }
}

function mirrored(sums: Float64Array, size: number): Float64Array {
  for (let one = 0; one < size; one += 1)
    for (let other = one + 1; other < size; other += 1)
      sums[other * size + one] = sums[one * size + other] as number;
  return sums;
}
