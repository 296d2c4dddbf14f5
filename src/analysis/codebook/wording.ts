import type { Issue } from "../../domain/issue.ts";
import { type Check, each, type Finding } from "./finding.ts";
import { wordsOf } from "./words.ts";

type Found = Omit<Finding, "issue">;

const fewestWords = 3;

const question: Check = each(({ proposition }) =>
  isQuestion(proposition)
    ? [
        {
          severity: "ERROR",
          finding: `The proposition is a question: "${proposition}"`,
          remedy: "Write what one can be for or against, as in: U.S. forces should leave Iraq.",
        },
      ]
    : [],
);

/** "Is" asks; "IS" may be a name. */
function isQuestion(proposition: string): boolean {
  return (
    /[?？؟]\s*$/.test(proposition) ||
    /^\s*(?:[Ww]hether|[Ss]hould|[Ss]hall|[Mm]ust|[Oo]ught|[Ii]s|[Aa]re|[Dd]oes|[Dd]o)\s/.test(proposition)
  );
}

/** "not only" and "not-for-profit" deny nothing. */
const negation = /\b(?:not(?! only\b|-)|never|no longer|cannot|[a-z]+n't)\b|^\s*no\b(?!\.)/i;

const negated: Check = each(({ proposition }) => {
  const word = negation.exec(proposition.replaceAll("’", "'"))?.[0];
  if (word === undefined) return [];
  return [
    {
      severity: "WARNING",
      finding: `The proposition is negated ("${word}"), so that supporting it means denying something.`,
      remedy: "Say it without the negation, with pro and contra exchanged, and recode with --reverse.",
    },
  ];
});

const poles: Check = each((issue) => {
  const [pro, contra] = [wordsOf(issue.pro).join(" "), wordsOf(issue.contra).join(" ")];
  if (pro !== "" && pro === contra) return [same];
  return [...poleOf(issue, "pro"), ...poleOf(issue, "contra")];
});

const same: Found = {
  severity: "ERROR",
  finding: "pro and contra say the same, so nobody can tell support from opposition.",
  remedy: "Say in pro what counts as support, in contra what counts as opposition.",
};

function poleOf(issue: Issue, name: "pro" | "contra"): readonly Found[] {
  const counts = name === "pro" ? "support" : "opposition";
  const words = wordsOf(issue[name]).length;
  if (words === 0)
    return [
      { severity: "ERROR", finding: `${name} is empty.`, remedy: `Say in ${name} what counts as ${counts}.` },
    ];
  if (words >= fewestWords) return [];
  return [
    {
      severity: "WARNING",
      finding: `${name} has fewer than ${fewestWords} words: "${issue[name]}"`,
      remedy: `Say in ${name} by what words or deeds coders know ${counts}.`,
    },
  ];
}

const facets: Check = each((issue) =>
  issue.facets
    .filter(({ values }) => new Set(values).size < 2)
    .map(({ name, values }) => ({
      severity: "WARNING",
      finding: `The facet ${name} has one value (${values.join(", ")}), so it tells nothing apart.`,
      remedy: `Add the values that ${name} can have beside it, or drop it.`,
    })),
);

const examples: Check = each(({ examples: given }) => {
  const missing = (["SUPPORTS", "OPPOSES"] as const).filter(
    (pole) => !given.some(({ direction }) => direction === pole),
  );
  if (missing.length === 0) return [];
  return [
    {
      severity: given.length === 0 ? "ADVICE" : "WARNING",
      finding:
        given.length === 0 ? "It has no examples." : `No example is coded ${missing.join(", and none ")}.`,
      remedy: 'Add a passage for each pole; "codebook suggest" names some.',
    },
  ];
});

const anchors: Check = each((issue) =>
  issue.anchors.length > 0
    ? []
    : [
        {
          severity: "ADVICE",
          finding: "It has no anchors, by which passages on it are found.",
          remedy: 'Add words that stand where it is meant; "codebook suggest" names some.',
        },
      ],
);

/** What can be wrong with one issue by itself. */
export const ofOneIssue: readonly Check[] = [question, negated, poles, facets, examples, anchors];
