import type { Analysis } from "../analysis.ts";

export const distinctiveTerms: Analysis = {
  name: "distinctiveTerms",
  summary:
    "Which words and phrases stand for an issue: far more frequent in its quotes than in those of other issues.",
  reference:
    "Log-odds ratios with an informative Dirichlet prior: Monroe, Colaresi and Quinn 2008, Fightin' Words: Lexical " +
    "Feature Selection and Evaluation for Identifying the Content of Political Conflict, Political Analysis 16(4)",
};

/** How often each term occurs. */
export type Counts = ReadonlyMap<string, number>;

/**
 * How distinctive each term of one group of texts is, against all others, in standard deviations: z-scores of the
 * log-odds ratio, of which those above 1.96 are unlikely by chance. The prior is what all texts together say, weighed
 * as much as an average group, so that rare terms do not come out on top (Monroe, Colaresi and Quinn 2008, equations
 * 15, 16, 20 and 22).
 */
export function logOddsOf(own: Counts, all: Counts, groups: number): ReadonlyMap<string, number> {
  const [ownTotal, total] = [totalOf(own), totalOf(all)];
  const otherTotal = total - ownTotal;
  const priorTotal = total / Math.max(1, groups);
  const scores = new Map<string, number>();
  for (const [term, count] of own) {
    const everywhere = all.get(term) ?? count;
    const prior = (priorTotal * everywhere) / total;
    const here = count + prior;
    const elsewhere = everywhere - count + prior;
    const ratio =
      Math.log(here / (ownTotal + priorTotal - here)) -
      Math.log(elsewhere / (otherTotal + priorTotal - elsewhere));
    scores.set(term, ratio / Math.sqrt(1 / here + 1 / elsewhere));
  }
  return scores;
}

function totalOf(counts: Counts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
