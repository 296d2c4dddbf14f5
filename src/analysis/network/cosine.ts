import { rowTotals } from "./counts.ts";
import { leifeld, type Normalization } from "./measure.ts";

/** Divides by n[i] · n[i′], with n how often each spoke: what the Discourse Network Analyzer calls cosine. */
export const cosine: Normalization = {
  name: "COSINE",
  summary:
    "By the product of their numbers of statements, which the Discourse Network Analyzer calls cosine.",
  reference: leifeld,
  oneMode: (counts) => {
    const totals = rowTotals(counts);
    return (row, other) => (totals[row] as number) * (totals[other] as number);
  },
  twoMode: null,
};
