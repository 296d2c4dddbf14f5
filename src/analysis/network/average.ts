import { rowTotals } from "./counts.ts";
import { leifeld, type Normalization } from "./measure.ts";

/** Divides by (n[i] + n[i′]) / 2, with n how often each spoke, so that much talk alone makes no tie strong. */
export const average: Normalization = {
  name: "AVERAGE",
  summary: "By the mean number of statements of the two.",
  reference: leifeld,
  oneMode: (counts) => {
    const totals = rowTotals(counts);
    return (row, other) => ((totals[row] as number) + (totals[other] as number)) / 2;
  },
  twoMode: null,
};
