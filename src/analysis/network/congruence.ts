import { flattened } from "./counts.ts";
import { type Aggregate, leifeld, weightsBy } from "./measure.ts";
import { ownSums, pairSums } from "./pairs.ts";

/**
 * How often two said the same on the same: Σj Σk1 Σk2 x[i,j,k1] · x[i′,j,k2] · (1 − d), with d = |K[k1] − K[k2]| / R
 * and R the range of the levels observed; of categories Σj Σk x[i,j,k] · x[i′,j,k]. 0 and up.
 */
export const congruence: Aggregate = {
  name: "CONGRUENCE",
  summary: "Ties by how often two take the same side on the same.",
  reference: leifeld,
  ignoresLevel: false,
  oneMode: (counts) =>
    counts.scale === "CATEGORY"
      ? pairSums(flattened(counts), { given: Float64Array.of(1), taken: null })
      : pairSums(counts, { given: weightsBy(counts, closeness), taken: null }),
  twoMode: null,
  lengths: (counts) => ownSums(counts, { given: weightsBy(counts, closeness), taken: null }),
  weight: closeness,
};

function closeness(distance: number): number {
  return 1 - distance;
}
