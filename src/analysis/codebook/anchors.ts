import type { IssueId } from "../../domain/id.ts";
import { type Counts, logOddsOf } from "./log-odds.ts";
import type { Quoted, Suggesting, Suggestion } from "./suggestion.ts";
import { isGrammatical, wordsOf } from "./words.ts";

/** A score above it is unlikely by chance: 1.96 standard deviations, 5 in 100. */
const leastScore = 1.96;
/** A term of one quote alone may be that speaker's. */
const fewestQuotes = 2;
const mostOfIssue = 10;

/** Words and phrases of two words that stand in an issue's quotes far more often than in those of other issues. */
export const suggestedAnchors: Suggesting = (issues, stances) => {
  const terms = termsByIssue(stances);
  const all = sumOf([...terms.values()].map(({ counts }) => counts));
  return issues.flatMap((issue) => {
    const own = terms.get(issue.id);
    if (own === undefined || terms.size < 2) return [];
    const known = new Set(issue.anchors.map((anchor) => wordsOf(anchor).join(" ")));
    const found = [...logOddsOf(own.counts, all, terms.size)]
      .filter(([term, score]) => score >= leastScore && (own.quotes.get(term) ?? 0) >= fewestQuotes)
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return withoutParts(found, own.quotes)
      .filter(([term]) => !known.has(term))
      .slice(0, mostOfIssue)
      .map(([term, score]): Suggestion => {
        const [here, elsewhere] = [
          own.counts.get(term) ?? 0,
          (all.get(term) ?? 0) - (own.counts.get(term) ?? 0),
        ];
        const because = `${here} times in ${own.quotes.get(term)} of its ${own.size} quotes, ${elsewhere} times in those of other issues (z = ${score.toFixed(2)}).`;
        return { issue: issue.id, kind: "ANCHOR", suggestion: term, because };
      });
  });
};

interface Terms {
  readonly counts: Counts;
  /** In how many quotes each term stands. */
  readonly quotes: Counts;
  /** How many quotes there are. */
  readonly size: number;
}

/** The terms of each issue's quotes; a quote counts once, however many stances rest on it. */
function termsByIssue(stances: readonly Quoted[]): ReadonlyMap<IssueId, Terms> {
  const byIssue = Map.groupBy(stances, ({ issue }) => issue);
  return new Map(
    [...byIssue].map(([issue, some]) => {
      const texts = new Map(
        some.flatMap(({ evidence, quotes }) => evidence.map((id, at) => [id, quotes[at] ?? ""])),
      );
      const lists = [...texts.values()].map(termsOf);
      const counts = countsOf(lists.flat());
      return [
        issue,
        { counts, quotes: countsOf(lists.flatMap((list) => [...new Set(list)])), size: texts.size },
      ];
    }),
  );
}

/** The words of a text that tell something, and the phrases of two words that begin and end with one. */
function termsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  const tells = (word: string | undefined) => word !== undefined && !isGrammatical(word);
  const phrases = words.flatMap((word, at) =>
    tells(word) && tells(words[at + 1]) ? [`${word} ${words[at + 1]}`] : [],
  );
  return [...words.filter(tells), ...phrases];
}

/** Leaves out a word that stands only in a phrase found with it: the phrase says it better. */
function withoutParts(found: readonly (readonly [string, number])[], quotes: Counts) {
  const phrases = found.filter(([term]) => term.includes(" ")).map(([term]) => term);
  const isPart = (word: string) =>
    phrases.some((phrase) => phrase.split(" ").includes(word) && quotes.get(phrase) === quotes.get(word));
  return found.filter(([term]) => term.includes(" ") || !isPart(term));
}

function countsOf(terms: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [term, count] of counts) sum.set(term, (sum.get(term) ?? 0) + count);
  return sum;
}
