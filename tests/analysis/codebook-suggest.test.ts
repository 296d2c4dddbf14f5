import { describe, expect, it } from "vitest";
import { logOddsOf } from "../../src/analysis/codebook/log-odds.ts";
import { suggestionsFor } from "../../src/analysis/codebook/suggest.ts";
import type { Quoted } from "../../src/analysis/codebook/suggestion.ts";
import { issueOf } from "./codebook-issue.ts";

let number = 0;

function stanceOf(issue: string, quote: string, over: Partial<Quoted> = {}): Quoted {
  number += 1;
  return {
    ...{
      id: `stance:${number}`,
      issue: `issue:${issue}`,
      holder: "actor:a",
      direction: "SUPPORTS",
      facets: {},
    },
    ...{
      codingLevel: "INTERPRETIVE",
      confidence: null,
      evidence: [`evidence:${number}`],
      quotes: [quote],
      ...over,
    },
  };
}

describe("log-odds with an informative Dirichlet prior", () => {
  it("are those of Monroe, Colaresi and Quinn, by hand", () => {
    const own = new Map([
      ["tax", 8],
      ["state", 2],
    ]);
    const all = new Map([
      ["tax", 10],
      ["state", 10],
    ]);
    // The prior weighs 20 words / 2 groups = 10: 5 for each term.
    const ratio = Math.log(13 / 7) - Math.log(7 / 13);
    expect(logOddsOf(own, all, 2).get("tax")).toBeCloseTo(ratio / Math.sqrt(1 / 13 + 1 / 7), 12);
    expect(logOddsOf(own, all, 2).get("state")).toBeCloseTo(-ratio / Math.sqrt(1 / 13 + 1 / 7), 12);
  });

  it("are 0 for a term that is as frequent everywhere", () => {
    const own = new Map([
      ["tax", 5],
      ["state", 5],
    ]);
    const all = new Map([
      ["tax", 10],
      ["state", 10],
    ]);
    expect(logOddsOf(own, all, 2).get("tax")).toBeCloseTo(0, 12);
  });
});

describe("suggested anchors", () => {
  const tails = ["here", "there", "now", "then", "too", "again", "still", "as well", "even so", "so"];
  const carbon = tails.map((tail) => stanceOf("tax", `A carbon price, ${tail}, for all`));
  const forest = tails.map((tail) => stanceOf("forest", `Old trees, ${tail}, for all`));

  it("are words and phrases of several quotes that others do not have, the phrase instead of its words", () => {
    const found = suggestionsFor([issueOf("tax"), issueOf("forest")], [...carbon, ...forest]);
    const anchors = found.filter(({ kind }) => kind === "ANCHOR");
    expect(anchors.map(({ issue, suggestion }) => [issue, suggestion])).toEqual([
      ["issue:tax", "carbon price"],
      ["issue:forest", "old trees"],
    ]);
    expect(anchors[0]?.because).toMatch(
      /^10 times in 10 of its 10 quotes, 0 times in those of other issues \(z = \d\.\d\d\)\.$/,
    );
  });

  it("are not those it has, nor any where there is nothing to compare", () => {
    const issues = [
      issueOf("tax", { anchors: ["Carbon  Price"] }),
      issueOf("forest", { anchors: ["old trees"] }),
    ];
    expect(suggestionsFor(issues, [...carbon, ...forest])).toEqual([]);
    expect(suggestionsFor([issueOf("tax")], carbon)).toEqual([]);
  });

  it("count a quote once, however many stances rest on it", () => {
    const same = carbon.map((stance) => ({
      ...stance,
      evidence: ["evidence:one"] as const,
      quotes: ["A carbon price"],
    }));
    expect(
      suggestionsFor([issueOf("tax"), issueOf("forest")], [...same, ...forest]).map(({ issue }) => issue),
    ).not.toContain("issue:tax");
  });
});

describe("suggested examples", () => {
  const textual = { codingLevel: "TEXTUAL" } as const;

  it("are the surest whose words show it, the shortest first among equals, two a direction", () => {
    const stances = [
      stanceOf("tax", "Not told how sure", textual),
      stanceOf("tax", "The longer one of two", { ...textual, confidence: 0.9 }),
      stanceOf("tax", "The shorter", { ...textual, confidence: 0.9 }),
      stanceOf("tax", "Less sure", { ...textual, confidence: 0.5 }),
      stanceOf("tax", "Inferred", { confidence: 1 }),
      stanceOf("tax", "Against", { ...textual, direction: "OPPOSES" }),
    ];
    const found = suggestionsFor([issueOf("tax")], stances);
    expect(found.map(({ suggestion }) => suggestion)).toEqual([
      "SUPPORTS: The shorter",
      "SUPPORTS: The longer one of two",
      "OPPOSES: Against",
    ]);
    expect(found[0]?.because).toBe(`${stances[2]?.id} says so in its words, with a confidence of 0.9.`);
  });

  it("are not those it has, and fewer where it has some", () => {
    const examples = [{ direction: "SUPPORTS", text: "Tax it" }] as const;
    const stances = ["Tax it", "Do tax it", "Tax it, do"].map((quote) => stanceOf("tax", quote, textual));
    const found = suggestionsFor([issueOf("tax", { examples })], stances);
    expect(found.map(({ suggestion }) => suggestion)).toEqual(["SUPPORTS: Do tax it"]);
  });
});

describe("issues to split", () => {
  const facets = [{ name: "pace", values: ["immediate", "phased", "never"] }];
  const coded = (value: string, direction: Quoted["direction"], count: number) =>
    Array.from({ length: count }, () => stanceOf("tax", "", { direction, facets: { pace: value } }));

  it("are those with a facet of which one value is supported and another opposed, with the counts", () => {
    const stances = [
      ...coded("immediate", "SUPPORTS", 4),
      ...coded("phased", "OPPOSES", 3),
      ...coded("never", "OPPOSES", 2),
    ];
    expect(suggestionsFor([issueOf("tax", { facets })], stances)).toEqual([
      {
        ...{ issue: "issue:tax", kind: "SPLIT", suggestion: "by pace: immediate | phased" },
        because: "immediate: 4 for, 0 against; phased: 0 for, 3 against.",
      },
    ]);
  });

  it("are not those whose values are taken alike, or by few", () => {
    const mixed = [
      ...coded("immediate", "SUPPORTS", 3),
      ...coded("immediate", "OPPOSES", 2),
      ...coded("phased", "OPPOSES", 5),
    ];
    expect(suggestionsFor([issueOf("tax", { facets })], mixed)).toEqual([]);
    const few = [
      ...coded("immediate", "SUPPORTS", 9),
      ...coded("phased", "OPPOSES", 2),
      ...coded("phased", "NEUTRAL", 9),
    ];
    expect(suggestionsFor([issueOf("tax", { facets })], few)).toEqual([]);
  });
});

describe("issues to merge", () => {
  const leave = issueOf("leave", { proposition: "Foreign troops should leave the country." });
  const withdraw = issueOf("withdraw", {
    proposition: "Foreign troops should be withdrawn from the country.",
  });
  const taken = (issue: string, sides: string) =>
    [...sides].map((side, index) =>
      stanceOf(issue, "", { holder: `actor:${index}`, direction: side === "+" ? "SUPPORTS" : "OPPOSES" }),
    );

  it("are those of like words on which five holders or more take the same side", () => {
    expect(
      suggestionsFor([leave, withdraw], [...taken("leave", "++-+-"), ...taken("withdraw", "++-+-+")]),
    ).toEqual([
      {
        ...{ issue: "issue:leave", kind: "MERGE", suggestion: "with issue:withdraw" },
        because: "5 of 5 holders of both take the same side, and the propositions share 60 % of their words.",
      },
    ]);
  });

  it.each([
    ["four holders", [leave, withdraw], "++--", "++--"],
    ["other sides", [leave, withdraw], "++--+", "++-++"],
    ["other words", [leave, issueOf("withdraw")], "++--+", "++--+"],
  ])("are not those with %s", (_, issues, one, other) => {
    expect(suggestionsFor(issues, [...taken("leave", one), ...taken("withdraw", other)])).toEqual([]);
  });
});
