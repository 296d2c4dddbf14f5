import type { Counts } from "./counts.ts";

/** Adds for each two rows, the lower first, what the one has at all levels at once: for sums that are exact in any order. */
export function addAtOnce(counts: Counts, weights: Float64Array, sums: Float64Array): void {
  if (counts.levels.length === 2) addTwoLevels(counts, weights, sums);
  else addLevels(counts, weights, sums);
}

function addLevels(counts: Counts, weights: Float64Array, sums: Float64Array): void {
  const { rows, columns, start, row, level, count } = counts;
  const depth = counts.levels.length;
  const own = new Float64Array(depth);
  for (let column = 0; column < columns; column += 1) {
    const end = start[column + 1] as number;
    for (let one = start[column] as number; one < end; ) {
      const first = row[one] as number;
      own.fill(0);
      for (; one < end && row[one] === first; one += 1) {
        for (let other = 0; other < depth; other += 1)
          (own[other] as number) +=
            (count[one] as number) * (weights[(level[one] as number) * depth + other] as number);
      }
      const base = first * rows;
      for (let other = one; other < end; other += 1)
        (sums[base + (row[other] as number)] as number) +=
          (count[other] as number) * (own[level[other] as number] as number);
    }
  }
}

function addTwoLevels(counts: Counts, weights: Float64Array, sums: Float64Array): void {
  const { rows, columns } = counts;
  const row = new Int32Array(rows);
  const [low, high] = [new Float64Array(rows), new Float64Array(rows)];
  const [lowLow, lowHigh, highLow, highHigh] = weights as unknown as readonly [
    number,
    number,
    number,
    number,
  ];
  for (let column = 0; column < columns; column += 1) {
    const size = rowsOf(counts, column, row, low, high);
    for (let one = 0; one < size; one += 1) {
      const base = (row[one] as number) * rows;
      const forLow = (low[one] as number) * lowLow + (high[one] as number) * highLow;
      const forHigh = (low[one] as number) * lowHigh + (high[one] as number) * highHigh;
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
