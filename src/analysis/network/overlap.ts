import { type Counts, flattened } from "./counts.ts";
import { mirrored } from "./mirror.ts";

/**
 * For each two rows, summed over what both said at the same level on the same: `product` · x · x′ + `sum` · (x + x′).
 * Rows × rows, symmetric, the diagonal 0.
 */
export function sharedSums(
  counts: Counts,
  { product, sum }: { readonly product: number; readonly sum: number },
): Float64Array {
  const { columns, start, row, count } = flattened(counts);
  const { rows } = counts;
  const sums = new Float64Array(rows * rows);
  for (let column = 0; column < columns; column += 1) {
    const end = start[column + 1] as number;
    for (let one = start[column] as number; one < end; one += 1) {
      const base = (row[one] as number) * rows;
      const x = count[one] as number;
      const [own, times] = [sum * x, product * x + sum];
      for (let other = one + 1; other < end; other += 1)
        (sums[base + (row[other] as number)] as number) += own + times * (count[other] as number);
    }
  }
  return mirrored(sums, rows);
}
