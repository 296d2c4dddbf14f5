import type { Centrality } from "./centrality.ts";
import { pathsIn } from "./paths.ts";

/**
 * The share of the shortest paths between two others that lead over it, as a share of all pairs of others, 0 to 1; a tie
 * is 1 / weight long. Summed up after Brandes 2001, A Faster Algorithm for Betweenness Centrality.
 */
export const betweenness: Centrality = {
  name: "BETWEENNESS",
  summary: "How often it lies on the shortest way between two others.",
  reference:
    "Freeman 1977, A Set of Measures of Centrality Based on Betweenness, Sociometry 40; Brandes 2001",
  of: (ties) => {
    const sums = new Float64Array(ties.size);
    for (const { count, before, order } of pathsIn(ties)) {
      const owed = new Float64Array(ties.size);
      for (const node of order.slice(1).reverse()) {
        for (const earlier of before[node] ?? [])
          (owed[earlier] as number) +=
            ((count[earlier] as number) / (count[node] as number)) * (1 + (owed[node] as number));
        (sums[node] as number) += owed[node] as number;
      }
    }
    const pairs = (ties.size - 1) * (ties.size - 2);
    return sums.map((sum) => (pairs > 0 ? sum / pairs : 0));
  },
};
