import { addAtOnce } from "./at-once.ts";
import type { Counts } from "./counts.ts";
import { addInOrder, type Weights } from "./in-order.ts";
import { mirrored } from "./mirror.ts";

/**
 * For each two rows the sum over columns j and levels k1, k2 of x[i,j,k1] · x[i′,j,k2] · weight[k1,k2], in this order
 * where the order matters, so that the last digit is that of the Discourse Network Analyzer. Rows × rows, symmetric, the
 * diagonal 0.
 */
export function pairSums(counts: Counts, weights: Weights): Float64Array {
  const sums = new Float64Array(counts.rows * counts.rows);
  if (isExact(counts, weights)) addAtOnce(counts, netOf(weights), sums);
  else addInOrder(counts, weights, sums);
  return mirrored(sums, counts.rows);
}

/** What each row has in common with itself, by the same sum. */
export function ownSums(counts: Counts, weights: Weights): Float64Array {
  const { columns, start, row, level, count } = counts;
  const net = netOf(weights);
  const depth = counts.levels.length;
  const sums = new Float64Array(counts.rows);
  for (let column = 0; column < columns; column += 1) {
    const end = start[column + 1] as number;
    for (let one = start[column] as number; one < end; one += 1) {
      for (let other = one; other < end && row[other] === row[one]; other += 1) {
        const weight = net[(level[one] as number) * depth + (level[other] as number)] as number;
        const term = (count[one] as number) * (count[other] as number) * weight;
        (sums[row[one] as number] as number) += one === other ? term : 2 * term;
      }
    }
  }
  return sums;
}

/** Sums of whole numbers and of halves, quarters … are exact in any order. */
function isExact({ count }: Counts, weights: Weights): boolean {
  if (!netOf(weights).every((weight) => Number.isInteger(weight * 1024))) return false;
  for (let cell = 0; cell < count.length; cell += 1) if (!Number.isInteger(count[cell])) return false;
  return true;
}

function netOf({ given, taken }: Weights): Float64Array {
  return taken === null ? given : given.map((each, pair) => each - (taken[pair] as number));
}
