import type { Counts } from "./counts.ts";

/** Rows × columns: the sum over levels of what a level's value and count add. */
export function cellSums(counts: Counts, add: (count: number, level: number) => number): Float64Array {
  const { rows, columns, start, row, level, count } = counts;
  const sums = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column += 1) {
    for (let cell = start[column] as number; cell < (start[column + 1] as number); cell += 1)
      (sums[(row[cell] as number) * columns + column] as number) += add(
        count[cell] as number,
        level[cell] as number,
      );
  }
  return sums;
}
