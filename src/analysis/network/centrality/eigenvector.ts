import { type Centrality, neighboursOf } from "./centrality.ts";

const [rounds, tolerance] = [1000, 1e-12];

/**
 * The leading eigenvector of the weights, of length 1, without signs: who is tied to the central is central. By power
 * iteration of weights + identity, from all the same. In a network in parts those outside of the densest are 0 or near.
 */
export const eigenvector: Centrality = {
  name: "EIGENVECTOR",
  summary: "How central those are to whom it is tied.",
  reference: "Bonacich 1972, Factoring and Weighting Approaches to Status Scores and Clique Identification",
  of: (ties) => {
    const neighbours = neighboursOf(ties);
    if (neighbours.every((own) => own.length === 0)) return new Float64Array(ties.size);
    const greatest = Math.max(...neighbours.map((own) => own.reduce((sum, [, weight]) => sum + weight, 0)));
    let vector = new Float64Array(ties.size).fill(1 / Math.sqrt(ties.size));
    for (let round = 0; round < rounds; round += 1) {
      const next = vector.map((own, node) =>
        (neighbours[node] ?? []).reduce(
          (sum, [other, weight]) => sum + (weight / greatest) * (vector[other] as number),
          own,
        ),
      );
      const length = Math.hypot(...next);
      const scaled = next.map((each) => each / length);
      const change = scaled.reduce((sum, each, node) => sum + Math.abs(each - (vector[node] as number)), 0);
      vector = scaled;
      if (change < tolerance * ties.size) break;
    }
    return vector;
  },
};
