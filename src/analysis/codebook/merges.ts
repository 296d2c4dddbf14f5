import type { ActorId, IssueId } from "../../domain/id.ts";
import { signOf } from "../../domain/stance.ts";
import type { Quoted, Suggesting, Suggestion } from "./suggestion.ts";
import { jaccard, pairsOf, topicsOf } from "./words.ts";

const fewestHolders = 5;
/** Of those who take a side on both. */
const leastAgreement = 0.9;
/** Camps agree on much; only propositions of the same words are likely the same issue. */
const leastOverlap = 0.25;

/** Issues of like words on which the same holders take the same side: likely one issue under two names. */
export const suggestedMerges: Suggesting = (issues, stances) => {
  const sides = sidesByIssue(stances);
  const read = issues.map((issue) => ({
    issue,
    topics: topicsOf(issue.proposition),
    sides: sides.get(issue.id) ?? new Map<ActorId, number>(),
  }));
  return pairsOf(read).flatMap(([one, other]): readonly Suggestion[] => {
    const overlap = jaccard(one.topics, other.topics);
    if (overlap < leastOverlap) return [];
    const common = [...one.sides].filter(([holder]) => other.sides.has(holder));
    const same = common.filter(([holder, side]) => other.sides.get(holder) === side).length;
    if (common.length < fewestHolders || same / common.length < leastAgreement) return [];
    return [
      {
        issue: one.issue.id,
        kind: "MERGE",
        suggestion: `with ${other.issue.id}`,
        because: `${same} of ${common.length} holders of both take the same side, and the propositions share ${Math.round(overlap * 100)} % of their words.`,
      },
    ];
  });
};

/** The side that each holder takes on each issue, as most of its stances have it; those in balance take none. */
function sidesByIssue(stances: readonly Quoted[]): ReadonlyMap<IssueId, ReadonlyMap<ActorId, number>> {
  const sums = new Map<IssueId, Map<ActorId, number>>();
  for (const { issue, holder, direction } of stances) {
    const ofIssue = sums.get(issue) ?? new Map<ActorId, number>();
    sums.set(issue, ofIssue.set(holder, (ofIssue.get(holder) ?? 0) + signOf(direction)));
  }
  const sided = (sum: Map<ActorId, number>) =>
    new Map([...sum].filter(([, side]) => side !== 0).map(([holder, side]) => [holder, Math.sign(side)]));
  return new Map([...sums].map(([issue, sum]) => [issue, sided(sum)]));
}
