import { expect, it } from "vitest";
import { analyses } from "../../src/analysis/index.ts";

it("lists every analysis once, each with a sentence", () => {
  expect(analyses.map(({ name }) => name)).toEqual([
    "members",
    "timeline",
    "changes",
    "compare",
    "agreement",
    "spread",
    "reliability",
    "network",
    "polarization",
    "communities",
    "changePoints",
    "hierarchy",
    "scaling",
    "issueConflict",
    "backbone",
    "codebookCheck",
    "distinctiveTerms",
  ]);
  for (const { summary } of analyses) expect(summary).toMatch(/^[A-Z].*\.$/);
});
