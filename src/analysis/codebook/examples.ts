import type { Issue } from "../../domain/issue.ts";
import { type Direction, directions } from "../../domain/stance.ts";
import type { Quoted, Suggesting, Suggestion } from "./suggestion.ts";

const mostOfDirection = 2;

/** For each direction of an issue the surest stances that the words themselves show, in the fewest words. */
export const suggestedExamples: Suggesting = (issues, stances) => {
  const fit = stances.filter(({ codingLevel, quotes }) => codingLevel === "TEXTUAL" && quotes.length === 1);
  const byIssue = Map.groupBy(fit, ({ issue }) => issue);
  return issues.flatMap((issue) =>
    directions.flatMap((direction) => {
      const own = (byIssue.get(issue.id) ?? []).filter((stance) => stance.direction === direction);
      return examplesOf(issue, direction, own);
    }),
  );
};

function examplesOf(issue: Issue, direction: Direction, stances: readonly Quoted[]): readonly Suggestion[] {
  const has = issue.examples.filter((example) => example.direction === direction).length;
  const known = new Set(issue.examples.map(({ text }) => text));
  const chosen = new Map<string, Quoted>();
  for (const stance of stances.toSorted(bySureness)) {
    const [quote = ""] = stance.quotes;
    if (!known.has(quote) && !chosen.has(quote)) chosen.set(quote, stance);
  }
  return [...chosen].slice(0, Math.max(0, mostOfDirection - has)).map(([quote, { id, confidence }]) => ({
    issue: issue.id,
    kind: "EXAMPLE",
    suggestion: `${direction}: ${quote}`,
    because: `${id} says so in its words${confidence === null ? "" : `, with a confidence of ${confidence}`}.`,
  }));
}

/** The surest first, among these the shortest; a confidence that was not told comes last. */
function bySureness(one: Quoted, other: Quoted): number {
  const sure = (stance: Quoted) => stance.confidence ?? -1;
  const length = (stance: Quoted) => stance.quotes[0]?.length ?? 0;
  return sure(other) - sure(one) || length(one) - length(other) || (one.id < other.id ? -1 : 1);
}
