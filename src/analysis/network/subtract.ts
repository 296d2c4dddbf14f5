import { cellSums } from "./cells.ts";
import { conflict } from "./conflict.ts";
import { congruence } from "./congruence.ts";
import type { Counts } from "./counts.ts";
import { type Aggregate, leifeld, weightsBy } from "./measure.ts";
import { ownSums, pairSums } from "./pairs.ts";

/**
 * Congruence less conflict, taken off term by term: above 0 where two agree more often than not. Of a row and a column:
 * of two levels what is for less what is against, x[i,j,1] − x[i,j,0]; of whole numbers Σk K[k] · x[i,j,k]; of categories,
 * which have no sides, how often it spoke on it.
 */
export const subtract: Aggregate = {
  name: "SUBTRACT",
  summary:
    "Agreement less disagreement; of an actor and an issue, what was said for it less what was said against it.",
  reference: leifeld,
  ignoresLevel: false,
  oneMode: (counts) =>
    counts.scale === "CATEGORY"
      ? difference(congruence.oneMode?.(counts), conflict.oneMode?.(counts))
      : pairSums(counts, {
          given: weightsBy(counts, (distance) => 1 - distance),
          taken: weightsBy(counts, (distance) => distance),
        }),
  twoMode: (counts) => cellSums(counts, (count, level) => count * signOf(counts, level)),
  lengths: (counts) =>
    counts.scale === "CATEGORY"
      ? (congruence.lengths as (of: Counts) => Float64Array)(counts)
      : ownSums(counts, { given: weightsBy(counts, net), taken: null }),
  weight: net,
};

function net(distance: number): number {
  return 1 - 2 * distance;
}

function signOf({ scale, levels }: Counts, level: number): number {
  if (scale === "CATEGORY") return 1;
  const value = levels[level] as number;
  return scale === "BINARY" ? 2 * value - 1 : value;
}

function difference(one: Float64Array | undefined, other: Float64Array | undefined): Float64Array {
  return (one as Float64Array).map((each, at) => each - ((other as Float64Array)[at] as number));
}
