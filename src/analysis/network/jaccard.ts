import { rowTotals } from "./counts.ts";
import { leifeld, type Normalization } from "./measure.ts";
import { sharedSums } from "./overlap.ts";

/**
 * Divides by m10 + m01 + m11: m10 is the number of statements of the one at what the other never said (the same level
 * on the same issue), m01 the other way, and m11 = Σ x[i,j,k] · x[i′,j,k]. The Discourse Network Analyzer's, of counts.
 */
export const jaccard: Normalization = {
  name: "JACCARD",
  summary: "By what either or both said, after Jaccard, as the Discourse Network Analyzer counts it.",
  reference: leifeld,
  oneMode: (counts) => {
    const totals = rowTotals(counts);
    const shared = sharedSums(counts, { product: 1, sum: -1 });
    return (row, other) =>
      (totals[row] as number) + (totals[other] as number) + (shared[row * counts.rows + other] as number);
  },
  twoMode: null,
};
