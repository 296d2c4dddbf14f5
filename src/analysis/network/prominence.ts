import { combine } from "./combine.ts";
import { leifeld, type Normalization } from "./measure.ts";
import { usesOf } from "./uses.ts";

/** Divides by how often the column was spoken on; what is combined, by how many rows did. */
export const prominence: Normalization = {
  name: "PROMINENCE",
  summary: "By how often the issue was spoken on.",
  reference: leifeld,
  oneMode: null,
  twoMode: (counts, aggregate) => {
    const { ofColumn } = usesOf(counts, aggregate === combine);
    return (_row, column) => ofColumn[column] as number;
  },
};
