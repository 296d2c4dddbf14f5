import type { Analysis } from "../../analysis.ts";

/** Ties between so many nodes: weights, row-major, symmetric, the diagonal 0. What is not above 0 is no tie. */
export interface Ties {
  readonly size: number;
  readonly weights: Float64Array;
}

/** How central each node is. */
export interface Centrality extends Analysis {
  readonly of: (ties: Ties) => Float64Array;
}

/** By node the nodes it is tied to, and how strongly. */
export function neighboursOf({
  size,
  weights,
}: Ties): readonly (readonly (readonly [node: number, weight: number])[])[] {
  return Array.from({ length: size }, (_, node) => {
    const own: (readonly [number, number])[] = [];
    for (let other = 0; other < size; other += 1) {
      const weight = weights[node * size + other] as number;
      if (other !== node && weight > 0) own.push([other, weight]);
    }
    return own;
  });
}
