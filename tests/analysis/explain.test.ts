import { describe, expect, it } from "vitest";
import { explanationOf, type Names } from "../../src/analysis/explain.ts";
import { type Observation, type Position, type PositionRule, position } from "../../src/domain/position.ts";
import { day, observed, rule } from "../domain/observations.ts";

const groups: Names = {
  actor: "Shi'ite armed groups",
  proposition: "U.S. forces should leave Iraq",
  representative: null,
};
const iraq = { ...groups, actor: "Iraq" };

/** The sentence for what these observations make, by LATEST and without a day unless said otherwise. */
function explained(
  observations: readonly Observation[],
  { names = iraq, by = rule("LATEST"), asOf = null as string | null } = {} as {
    names?: Names;
    by?: PositionRule;
    asOf?: string | null;
  },
): string {
  return explanationOf(position(observations, by, day(asOf)) as Position, names);
}

describe("an explanation", () => {
  it("says who holds what since when, and what that rests on", () => {
    expect(explained([observed("SUPPORTS", "2024-02/2024-11", { intensity: 2 })], { names: groups })).toBe(
      "Shi'ite armed groups: strongly in favour of “U.S. forces should leave Iraq”, since 2024-02/2024-11, " +
        "by the latest of 1 stance from 1 independent source.",
    );
  });

  it.each([
    ["Forces should leave.", "Forces should leave"],
    ["Forces should return to the U.S.", "Forces should return to the U.S."],
  ])("quotes the proposition “%s” as “%s”", (proposition, words) => {
    expect(explained([observed("SUPPORTS", "2024")], { names: { ...groups, proposition } })).toContain(
      `in favour of “${words}”, since`,
    );
  });

  it.each([
    ["SUPPORTS", 1, "in favour of"],
    ["SUPPORTS", 2, "strongly in favour of"],
    ["OPPOSES", -1, "against"],
    ["OPPOSES", -2, "strongly against"],
    ["AMBIVALENT", 0, "both for and against"],
    ["NEUTRAL", 0, "neutral on"],
    ["UNDECIDED", 0, "undecided on"],
  ] as const)("puts %s %d in plain words", (direction, intensity, words) => {
    expect(explained([observed(direction, "2024", { intensity })])).toBe(
      `Iraq: ${words} “U.S. forces should leave Iraq”, since 2024, by the latest of 1 stance from 1 independent source.`,
    );
  });

  it("takes declining to comment for the moment it is", () => {
    const silences = [
      observed("DECLINED_TO_COMMENT", "2024-09-06"),
      observed("DECLINED_TO_COMMENT", "2024-01-10"),
    ];
    expect(explained(silences, { names: { ...groups, actor: "The Pentagon" } })).toBe(
      "The Pentagon: declined to comment on “U.S. forces should leave Iraq”, last on 2024-09-06, " +
        "by the latest of 2 stances from 2 independent sources.",
    );
  });

  it("includes conditions and facets", () => {
    const qualified = observed("SUPPORTS", "2024-09-06", {
      conditions: [
        { kind: "ONLY_AFTER", text: "the Islamic State is defeated" },
        { kind: "REQUIRES", text: "a vote of parliament" },
      ],
      facets: { pace: "phased", extent: "complete" },
    });
    expect(explained([qualified])).toBe(
      "Iraq: in favour of “U.S. forces should leave Iraq”, only after the Islamic State is defeated and requiring " +
        "a vote of parliament (extent: complete; pace: phased), since 2024-09-06, " +
        "by the latest of 1 stance from 1 independent source.",
    );
  });

  it.each([
    ["IF", "parliament agrees", "if parliament agrees"],
    ["UNLESS", "attacked", "unless attacked"],
    ["UNTIL", "2026", "until 2026"],
    ["ONLY_AFTER", "Only after the vote", "Only after the vote"],
  ] as const)("says %s “%s” as “%s”", (kind, text, words) => {
    expect(explained([observed("OPPOSES", "2024", { conditions: [{ kind, text }] })])).toContain(
      `“U.S. forces should leave Iraq”, ${words}, since 2024`,
    );
  });

  it("names the day asked for, and who spoke when the actor did not", () => {
    const represented = observed("OPPOSES", "2024-09", { representative: "actor:haider-al-abadi" });
    const names = { ...groups, actor: "Moderate Shi'ite factions", representative: "Haider al-Abadi" };
    expect(explained([represented], { names, asOf: "2025-01-01" })).toBe(
      "As of 2025-01-01, Moderate Shi'ite factions, as represented by Haider al-Abadi: against " +
        "“U.S. forces should leave Iraq”, since 2024-09, by the latest of 1 stance from 1 independent source.",
    );
  });

  it("says that a date is not stated", () => {
    const end = "at an unstated date, by the latest of 1 stance from 1 independent source.";
    expect(explained([observed("SUPPORTS", null)])).toBe(
      `Iraq: in favour of “U.S. forces should leave Iraq”, ${end}`,
    );
    expect(explained([observed("DECLINED_TO_COMMENT", null)])).toContain(`Iraq”, ${end}`);
  });

  it("says that it is contested", () => {
    const both = [observed("OPPOSES", "2024-05"), observed("SUPPORTS", "2024-09")];
    expect(explained(both, { by: rule("LATEST", { windowDays: 200 }) })).toBe(
      "Iraq: in favour of “U.S. forces should leave Iraq”, since 2024-09, by the latest of 2 stances from 2 independent " +
        "sources; contested: held both for and against within 200 days.",
    );
  });

  it.each([
    [
      rule("MODAL", { windowDays: 90 }),
      "by the most frequent direction within 90 days among 2 stances from 2 independent sources.",
    ],
    [
      rule("WEIGHTED", { halfLifeDays: 1 }),
      "by the weight, halved every 1 day, of 2 stances from 2 independent sources.",
    ],
    [rule("ALL"), "by all of 2 stances from 2 independent sources."],
  ])("names the rule %o", (by, words) => {
    const two = [observed("SUPPORTS", "2024-09-01"), observed("SUPPORTS", "2024-09-20")];
    expect(explained(two, { by })).toBe(
      `Iraq: in favour of “U.S. forces should leave Iraq”, since 2024-09-01, ${words}`,
    );
  });
});
