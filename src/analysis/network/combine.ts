import { cellSums } from "./cells.ts";
import { type Aggregate, leifeld } from "./measure.ts";

/**
 * What a row said on a column as one number: the sum of 2^(K − 1 − k) over the levels k at which it spoke. Of two levels:
 * 1 for it, 2 against it, 3 both. 0 to 2^K − 1; a kind, not an amount.
 */
export const combine: Aggregate = {
  name: "COMBINE",
  summary: "Which levels an actor used on an issue, as one number: 1 for it, 2 against it, 3 both.",
  reference: leifeld,
  ignoresLevel: false,
  oneMode: null,
  twoMode: (counts) =>
    cellSums(counts, (count, level) => (count > 0 ? 2 ** (counts.levels.length - 1 - level) : 0)),
  lengths: null,
  weight: null,
};
