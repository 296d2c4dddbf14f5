import type { Centrality } from "./centrality.ts";
import { pathsIn } from "./paths.ts";

/**
 * ((r − 1) / (n − 1)) · ((r − 1) / Σ lengths), with r how many it reaches, itself included, and n how many there are: so
 * that networks in parts can be compared. A tie is 1 / weight long. 0 and up, for weights up to 1 at most 1.
 */
export const closeness: Centrality = {
  name: "CLOSENESS",
  summary: "How short its ways to the others are.",
  reference: "Wasserman & Faust 1994, Social Network Analysis, 5.2.2",
  of: (ties) => {
    const found = new Float64Array(ties.size);
    let node = 0;
    for (const { length, order } of pathsIn(ties)) {
      const sum = order.reduce((all, other) => all + (length[other] as number), 0);
      const reached = order.length - 1;
      found[node] = sum > 0 ? (reached / (ties.size - 1)) * (reached / sum) : 0;
      node += 1;
    }
    return found;
  },
};
