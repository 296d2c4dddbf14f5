import { describe, expect, it } from "vitest";
import { findingsIn } from "../../src/analysis/codebook/check.ts";
import { codebookDiff } from "../../src/analysis/codebook/diff.ts";
import type { CheckedCodebook } from "../../src/analysis/codebook/finding.ts";
import { jaccard, topicsOf, wordsOf } from "../../src/analysis/codebook/words.ts";
import type { IssueId } from "../../src/domain/id.ts";
import type { Issue } from "../../src/domain/issue.ts";
import { issueOf as plainIssue } from "./codebook-issue.ts";

const examples = [
  { direction: "SUPPORTS", text: "Tax it." },
  { direction: "OPPOSES", text: "Hands off." },
] as const;

/** An issue that there is nothing to say of, with what is given laid over it. */
const issueOf = (slug: string, over: Partial<Issue> = {}) =>
  plainIssue(slug, { examples, anchors: [slug], ...over });

function findings(issues: readonly Issue[], over: Partial<CheckedCodebook> = {}): readonly string[] {
  const found = findingsIn({ issues, stances: null, agreement: new Map(), ...over });
  return found.map(({ severity, issue, finding }) => `${severity} ${issue.slice(6)} ${finding}`);
}

describe("the check of a codebook", () => {
  it("finds nothing in a good one", () => {
    expect(findings([issueOf("forest", { parent: "issue:harbour" }), issueOf("harbour")])).toEqual([]);
  });

  it.each([
    "Should the tax grow?",
    "Whether the tax should grow",
    "Is the tax fair",
    "The tax should grow？",
  ])("refuses a question: %s", (proposition) => {
    expect(findings([issueOf("tax", { proposition })])).toEqual([
      `ERROR tax The proposition is a question: "${proposition}"`,
    ]);
  });

  it.each([
    ["Iraq should not become a battleground.", "not"],
    ["Troops shouldn’t stay.", "shouldn't"],
    ["The state can no longer pay.", "no longer"],
    ["No troops should stay.", "No"],
  ])("warns of a negation: %s", (proposition, word) => {
    expect(findings([issueOf("tax", { proposition })])).toEqual([
      `WARNING tax The proposition is negated ("${word}"), so that supporting it means denying something.`,
    ]);
  });

  it.each([
    "IS fighters should be tried.",
    "Schools should teach not only reading.",
    "No. 10 should move.",
    "A knot should hold.",
  ])("takes neither for: %s", (proposition) => {
    expect(findings([issueOf("tax", { proposition })])).toEqual([]);
  });

  it("tells poles that are empty, equal or too short", () => {
    const same = issueOf("b", { pro: "Wants it so.", contra: "wants it so" });
    expect(findings([issueOf("a", { pro: " ", contra: "No." }), same])).toEqual([
      "ERROR a pro is empty.",
      "ERROR b pro and contra say the same, so nobody can tell support from opposition.",
      'WARNING a contra has fewer than 3 words: "No."',
    ]);
  });

  it("tells what is said twice: labels, propositions, anchors", () => {
    const proposition = "Foreign troops should leave the country soon.";
    const issues = [
      issueOf("one", { label: "Tax", proposition, anchors: ["Leave"] }),
      issueOf("two", {
        label: "tax ",
        proposition: "Foreign troops should leave the country!",
        anchors: ["leave", "go"],
      }),
      issueOf("three", { proposition: "foreign troops should leave the country soon" }),
    ];
    expect(findings(issues)).toEqual([
      'ERROR one Its label is also that of issue:two: "Tax"',
      "ERROR one Its proposition is that of issue:three.",
      'ERROR two Its label is also that of issue:one: "tax "',
      "WARNING one Its proposition is near to that of issue:two: 80 % of their words are common.",
      'WARNING one Its anchor "leave" is also one of issue:two.',
      "WARNING two Its proposition is near to that of issue:three: 80 % of their words are common.",
      'WARNING two Its anchor "leave" is also one of issue:one.',
    ]);
  });

  it("tells parents that are not there, and circles", () => {
    const issues = [
      issueOf("a", { parent: "issue:b" }),
      issueOf("b", { parent: "issue:a" }),
      issueOf("c", { parent: "issue:d" }),
    ];
    expect(findings(issues)).toEqual([
      "ERROR a It is part of issue:b, which is part of it, or is it.",
      "ERROR b It is part of issue:a, which is part of it, or is it.",
      "ERROR c It is part of issue:d, which the codebook does not have.",
    ]);
  });

  it("tells what coders are not helped by: facets of one value, missing examples and anchors", () => {
    const issues = [
      issueOf("a", { facets: [{ name: "pace", values: ["now"] }], examples: examples.slice(0, 1) }),
      issueOf("b", { examples: [], anchors: [] }),
    ];
    expect(findings(issues)).toEqual([
      "WARNING a The facet pace has one value (now), so it tells nothing apart.",
      "WARNING a No example is coded OPPOSES.",
      "ADVICE b It has no examples.",
      "ADVICE b It has no anchors, by which passages on it are found.",
    ]);
  });

  it("tells issues that nobody uses, and those on which coders do not agree", () => {
    const [a, b, c] = ["a", "b", "c"].map((slug) => issueOf(slug)) as [Issue, Issue, Issue];
    const agreement = new Map([
      [a.id, { alpha: 0.6664, units: 12 }],
      [b.id, { alpha: 0.667, units: 12 }],
      [c.id, { alpha: null, units: 0 }],
    ]);
    const stances = new Map<IssueId, number>([
      [a.id, 3],
      [b.id, 0],
    ]);
    expect(findings([a, b, c], { agreement, stances })).toEqual([
      "WARNING a Coders agree too little on the direction: alpha is 0.666, by 12 units.",
      "ADVICE b No stance is on it.",
      "ADVICE c No stance is on it.",
    ]);
  });
});

describe("the difference of two codebooks", () => {
  it("is nothing for the same, in whatever order", () => {
    const issues = [issueOf("a"), issueOf("b")];
    const { before, after, changes } = codebookDiff(issues, issues.toReversed());
    expect([before.version === after.version, changes]).toEqual([true, []]);
  });

  it("tells issues that came and went, and each field with both sides", () => {
    const facets = [{ name: "pace", values: ["now", "later"] }];
    const [a, b, c] = [issueOf("a"), issueOf("b"), issueOf("c")];
    const { before, after, changes } = codebookDiff(
      [a, b],
      [{ ...b, facets, anchors: [], parent: "issue:c" }, c],
    );
    expect(before.version).not.toBe(after.version);
    expect(changes.map(({ issue, ...rest }) => ({ issue: issue.id, ...rest }))).toEqual([
      { issue: "issue:a", change: "REMOVED" },
      { issue: "issue:b", change: "CHANGED", field: "parent", before: null, after: "issue:c" },
      { issue: "issue:b", change: "CHANGED", field: "facets", before: {}, after: { pace: ["now", "later"] } },
      { issue: "issue:b", change: "CHANGED", field: "anchors", before: ["b"], after: [] },
      { issue: "issue:c", change: "ADDED" },
    ]);
  });
});

describe("words", () => {
  it("keep what is within them, and tell topics from grammar", () => {
    expect(wordsOf("U.S. forces, Shi’ite groups — «café-goers»!")).toEqual([
      "u.s",
      "forces",
      "shi'ite",
      "groups",
      "café-goers",
    ]);
    expect([...topicsOf("They should not leave in 2024, and the coalition won't.")]).toEqual([
      "leave",
      "coalition",
    ]);
    expect(jaccard(new Set(["a", "b"]), new Set(["b", "c"]))).toBeCloseTo(1 / 3);
    expect(jaccard(new Set(), new Set())).toBe(0);
  });
});
