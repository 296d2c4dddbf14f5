import { type Counts, flattened } from "./counts.ts";

/** For each two rows the sum of what both said at the same level on the same; rows × rows, symmetric, the diagonal 0. */
export function sharedSums(counts: Counts, add: (one: number, other: number) => number): Float64Array {
  const { columns, start, row, count } = flattened(counts);
  const { rows } = counts;
  const sums = new Float64Array(rows * rows);
  for (let column = 0; column < columns; column += 1) {
    const end = start[column + 1] as number;
    for (let one = start[column] as number; one < end; one += 1) {
      for (let other = one + 1; other < end; other += 1) {
        const sum = add(count[one] as number, count[other] as number);
        const [i, j] = [row[one] as number, row[other] as number];
        (sums[i * rows + j] as number) += sum;
        (sums[j * rows + i] as number) += sum;
      }
    }
  }
  return sums;
}
