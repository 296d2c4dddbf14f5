import { signOf } from "../../domain/stance.ts";
import type { Quoted, Suggesting, Suggestion } from "./suggestion.ts";
import { pairsOf } from "./words.ts";

/** Stances that take a side, for each of two values. */
const fewestStances = 3;
/** By how much the shares of support differ; 1 is all here and none there. */
const leastDifference = 0.75;

interface Sides {
  readonly value: string;
  readonly supports: number;
  readonly opposes: number;
}

/** Facets whose values are taken differently: who supports the one opposes the other, so they are two issues. */
export const suggestedSplits: Suggesting = (issues, stances) => {
  const byIssue = Map.groupBy(stances, ({ issue }) => issue);
  return issues.flatMap((issue) =>
    issue.facets.flatMap(({ name, values }): readonly Suggestion[] => {
      const sides = values
        .map((value) => sidesOf(byIssue.get(issue.id) ?? [], name, value))
        .filter(({ supports, opposes }) => supports + opposes >= fewestStances);
      const [furthest] = pairsOf(sides)
        .map(([one, other]) => ({ one, other, difference: Math.abs(shareOf(one) - shareOf(other)) }))
        .sort((a, b) => b.difference - a.difference);
      if (furthest === undefined || furthest.difference < leastDifference) return [];
      return [
        {
          issue: issue.id,
          kind: "SPLIT",
          suggestion: `by ${name}: ${furthest.one.value} | ${furthest.other.value}`,
          because: `${sides.map(inWords).join("; ")}.`,
        },
      ];
    }),
  );
};

function sidesOf(stances: readonly Quoted[], facet: string, value: string): Sides {
  const signs = stances
    .filter(({ facets }) => facets[facet] === value)
    .map(({ direction }) => signOf(direction));
  return {
    value,
    supports: signs.filter((sign) => sign > 0).length,
    opposes: signs.filter((sign) => sign < 0).length,
  };
}

function shareOf({ supports, opposes }: Sides): number {
  return supports / (supports + opposes);
}

function inWords({ value, supports, opposes }: Sides): string {
  return `${value}: ${supports} for, ${opposes} against`;
}
