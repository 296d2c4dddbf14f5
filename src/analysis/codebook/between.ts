import { type Issue, isAbove } from "../../domain/issue.ts";
import type { Check, Finding } from "./finding.ts";
import { jaccard, pairsOf, topicsOf, wordsOf } from "./words.ts";

/** From this share of common words on, two propositions are near to one. */
const nearFrom = 0.7;

const labels: Check = ({ issues }) =>
  sharing(issues, ({ label }) => [label.trim().toLowerCase()]).flatMap(([, same]) =>
    same.map(
      (issue): Finding => ({
        severity: "ERROR",
        issue: issue.id,
        finding: `Its label is also that of ${others(same, issue)}: "${issue.label}"`,
        remedy: "Give each a label of its own; codings name issues by them.",
      }),
    ),
  );

const propositions: Check = ({ issues }) => {
  const read = issues.map((issue) => ({
    issue,
    words: wordsOf(issue.proposition).join(" "),
    topics: topicsOf(issue.proposition),
  }));
  return pairsOf(read).flatMap(([one, other]): readonly Finding[] => {
    if (one.words === other.words)
      return [
        {
          severity: "ERROR",
          issue: one.issue.id,
          finding: `Its proposition is that of ${other.issue.id}.`,
          remedy: "Merge the two, or say what is different.",
        },
      ];
    const overlap = jaccard(one.topics, other.topics);
    if (overlap < nearFrom) return [];
    return [
      {
        severity: "WARNING",
        issue: one.issue.id,
        finding: `Its proposition is near to that of ${other.issue.id}: ${percent(overlap)} of their words are common.`,
        remedy: "Merge the two, or say in both what is different.",
      },
    ];
  });
};

const parents: Check = ({ issues }) => {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return issues.flatMap(({ id, parent }): readonly Finding[] => {
    if (parent === null) return [];
    if (!byId.has(parent))
      return [
        {
          severity: "ERROR",
          issue: id,
          finding: `It is part of ${parent}, which the codebook does not have.`,
          remedy: `Add ${parent}, or name another parent.`,
        },
      ];
    if (!isAbove(id, parent, (each) => byId.get(each)?.parent)) return [];
    return [
      {
        severity: "ERROR",
        issue: id,
        finding: `It is part of ${parent}, which is part of it, or is it.`,
        remedy: "Name another parent for one of them.",
      },
    ];
  });
};

const anchors: Check = ({ issues }) =>
  sharing(issues, (issue) => issue.anchors.map((anchor) => wordsOf(anchor).join(" "))).flatMap(
    ([anchor, same]) =>
      same.map(
        (issue): Finding => ({
          severity: "WARNING",
          issue: issue.id,
          finding: `Its anchor "${anchor}" is also one of ${others(same, issue)}.`,
          remedy: "Keep it where it tells one issue from the others.",
        }),
      ),
  );

/** What several issues have of a kind, each with those that have it. */
function sharing(
  issues: readonly Issue[],
  textsOf: (issue: Issue) => readonly string[],
): readonly (readonly [text: string, issues: readonly Issue[]])[] {
  const having = new Map<string, Issue[]>();
  for (const issue of issues)
    for (const text of new Set(textsOf(issue))) {
      const known = having.get(text);
      if (known === undefined) having.set(text, [issue]);
      else known.push(issue);
    }
  return [...having].filter(([, same]) => same.length > 1);
}

function others(same: readonly Issue[], issue: Issue): string {
  return same.flatMap(({ id }) => (id === issue.id ? [] : id)).join(" and ");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What can be wrong between issues. */
export const betweenIssues: readonly Check[] = [labels, propositions, parents, anchors];
