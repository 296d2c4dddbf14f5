import type { Analysis } from "../analysis.ts";
import { betweenIssues } from "./between.ts";
import { type Check, type CheckedCodebook, type Finding, severities } from "./finding.ts";
import { ofOneIssue } from "./wording.ts";

export const codebookCheck: Analysis = {
  name: "codebookCheck",
  summary: "What coders will stumble over in a codebook, issue by issue.",
  reference:
    "An alpha of 0.667 as the least that tentative conclusions need: Krippendorff 2004, Reliability in Content Analysis",
};

/** Below this, not even tentative conclusions hold. */
const leastAlpha = 0.667;

const use: Check = ({ issues, stances }) =>
  stances === null
    ? []
    : issues
        .filter(({ id }) => (stances.get(id) ?? 0) === 0)
        .map(({ id }) => ({
          severity: "ADVICE",
          issue: id,
          finding: "No stance is on it.",
          remedy: "Drop it, or look whether its anchors find anything.",
        }));

const agreement: Check = ({ issues, agreement: found }) =>
  issues.flatMap(({ id }): readonly Finding[] => {
    const { alpha, units } = found.get(id) ?? { alpha: null, units: 0 };
    if (alpha === null || alpha >= leastAlpha) return [];
    return [
      {
        severity: "WARNING",
        issue: id,
        finding: `Coders agree too little on the direction: alpha is ${alpha.toFixed(3)}, by ${units} ${units === 1 ? "unit" : "units"}.`,
        remedy:
          "Say in pro and contra how the passages that they read differently are coded, and add these as examples.",
      },
    ];
  });

const checks: readonly Check[] = [...ofOneIssue, ...betweenIssues, use, agreement];

/** What there is to say of a codebook, the gravest first, then in the order of its issues. */
export function findingsIn(codebook: CheckedCodebook): readonly Finding[] {
  const place = new Map(codebook.issues.map(({ id }, index) => [id, index]));
  const rank = ({ severity, issue }: Finding) =>
    severities.indexOf(severity) * (place.size + 1) + (place.get(issue) ?? 0);
  return checks.flatMap((check) => check(codebook)).sort((a, b) => rank(a) - rank(b));
}
