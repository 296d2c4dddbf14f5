import { cellSums } from "./cells.ts";
import { type Counts, collapsed } from "./counts.ts";
import { type Aggregate, leifeld } from "./measure.ts";
import { ownSums, pairSums } from "./pairs.ts";

/**
 * How often two spoke on the same, whatever they said: Σj n[i,j] · n[i′,j], with n[i,j] = Σk x[i,j,k]; 0 and up.
 * Of a row and a column: n[i,j].
 */
export const ignore: Aggregate = {
  name: "IGNORE",
  summary: "Ties by how often two spoke on the same, whatever they said.",
  reference: leifeld,
  ignoresLevel: true,
  oneMode: (counts) => pairSums(collapsed(counts), one),
  twoMode: (counts) => cellSums(counts, (count) => count),
  lengths: (counts: Counts) => ownSums(collapsed(counts), one),
  weight: () => 1,
};

const one = { given: Float64Array.of(1), taken: null };
