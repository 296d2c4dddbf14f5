import type { Ties } from "../centrality/centrality.ts";

/**
 * How much more weight lies within groups than chance would have put there:
 * Σ within groups (w[i,j] − s[i] s[j] / 2m) / 2m, with s the sums of a node's weights and m that of all; −½ to 1.
 * Newman & Girvan 2004, Finding and Evaluating Community Structure in Networks; for weights Newman 2004.
 */
export function modularityOf({ size, weights }: Ties, of: Int32Array): number {
  const groups = 1 + of.reduce((most, group) => Math.max(most, group), -1);
  const [inside, touching] = [new Float64Array(groups), new Float64Array(groups)];
  let all = 0;
  for (let one = 0; one < size; one += 1)
    for (let other = 0; other < size; other += 1) {
      const weight = Math.max(0, weights[one * size + other] as number);
      if (one === other) continue;
      all += weight;
      (touching[of[one] as number] as number) += weight;
      if (of[one] === of[other]) (inside[of[one] as number] as number) += weight;
    }
  if (all === 0) return 0;
  return inside.reduce((sum, own, group) => sum + own / all - ((touching[group] as number) / all) ** 2, 0);
}
