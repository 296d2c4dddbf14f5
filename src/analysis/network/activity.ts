import { combine } from "./combine.ts";
import { leifeld, type Normalization } from "./measure.ts";
import { usesOf } from "./uses.ts";

/** Divides by how often the row spoke; what is combined, by on how many columns. */
export const activity: Normalization = {
  name: "ACTIVITY",
  summary: "By how often the actor spoke.",
  reference: leifeld,
  oneMode: null,
  twoMode: (counts, aggregate) => {
    const { ofRow } = usesOf(counts, aggregate === combine);
    return (row) => ofRow[row] as number;
  },
};
