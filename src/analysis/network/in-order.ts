import type { Counts } from "./counts.ts";

/** How much two levels count for each other: [k1 · K + k2]. What is taken is taken off term by term. */
export interface Weights {
  readonly given: Float64Array;
  readonly taken: Float64Array | null;
}

/** Adds for each two rows, the lower first, term by term in the order of columns, levels of the one, levels of the other. */
export function addInOrder(counts: Counts, { given, taken }: Weights, sums: Float64Array): void {
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
        const pair = weight + (level[other] as number);
        const sum = (sums[place] as number) + term * (given[pair] as number);
        sums[place] = taken === null ? sum : sum - term * (taken[pair] as number);
      }
    }
  }
}
