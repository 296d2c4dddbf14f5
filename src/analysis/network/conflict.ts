import { congruence } from "./congruence.ts";
import { type Counts, rowTotals } from "./counts.ts";
import { type Aggregate, leifeld, weightsBy } from "./measure.ts";
import { sharedSums } from "./overlap.ts";
import { pairSums } from "./pairs.ts";

/**
 * How often two said opposite things on the same: Σj Σk1 Σk2 x[i,j,k1] · x[i′,j,k2] · d. Of categories, as in the
 * Discourse Network Analyzer, the statements of either at what the other never said: Σj Σk x[i,j,k] where x[i′,j,k] is
 * 0, and the other way. 0 and up.
 */
export const conflict: Aggregate = {
  name: "CONFLICT",
  summary: "Ties by how often two take opposite sides on the same.",
  reference: leifeld,
  ignoresLevel: false,
  oneMode: (counts) =>
    counts.scale === "CATEGORY"
      ? apart(counts)
      : pairSums(counts, { given: weightsBy(counts, (distance) => distance), taken: null }),
  twoMode: null,
  lengths: congruence.lengths,
  weight: (distance) => distance,
};

function apart(counts: Counts): Float64Array {
  const totals = rowTotals(counts);
  const shared = sharedSums(counts, { product: 0, sum: 1 });
  return shared.map((both, at) => {
    const [row, other] = [Math.floor(at / counts.rows), at % counts.rows];
    return row === other ? 0 : (totals[row] as number) + (totals[other] as number) - both;
  });
}
