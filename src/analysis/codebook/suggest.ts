import type { Issue } from "../../domain/issue.ts";
import { suggestedAnchors } from "./anchors.ts";
import { suggestedExamples } from "./examples.ts";
import { suggestedMerges } from "./merges.ts";
import { suggestedSplits } from "./splits.ts";
import type { Quoted, Suggesting, Suggestion } from "./suggestion.ts";

const all: readonly Suggesting[] = [suggestedAnchors, suggestedExamples, suggestedSplits, suggestedMerges];

/** What accepted stances suggest for the codebook that they follow, issue by issue. */
export function suggestionsFor(issues: readonly Issue[], stances: readonly Quoted[]): readonly Suggestion[] {
  const found = Map.groupBy(
    all.flatMap((suggesting) => suggesting(issues, stances)),
    ({ issue }) => issue,
  );
  return issues.flatMap(({ id }) => found.get(id) ?? []);
}
