import { describe, expect, it } from "vitest";
import { checkFacets } from "../../src/domain/issue.ts";

const withdrawal = {
  id: "issue:us-withdrawal",
  facets: [
    { name: "pace", values: ["immediate", "phased"] },
    { name: "extent", values: ["complete", "partial"] },
  ],
} as const;

describe("the facets of a stance", () => {
  it("are of its issue's closed lists, any or none of them", () => {
    expect(() => checkFacets(withdrawal, { pace: "phased", extent: "complete" })).not.toThrow();
    expect(() => checkFacets(withdrawal, {})).not.toThrow();
  });

  it("are refused by name when the issue does not define them", () => {
    expect(() => checkFacets(withdrawal, { cost: "high" })).toThrow(
      'issue:us-withdrawal has no facet "cost"; it has: pace, extent.',
    );
    expect(() => checkFacets({ id: "issue:talks", facets: [] }, { pace: "phased" })).toThrow(
      'issue:talks has no facet "pace"; it has: none.',
    );
  });

  it("are refused by value when it is none of the list", () => {
    expect(() => checkFacets(withdrawal, { pace: "slow" })).toThrow(
      '"slow" is no pace of issue:us-withdrawal; choose one of: immediate, phased.',
    );
  });
});
