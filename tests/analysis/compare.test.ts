import { describe, expect, it } from "vitest";
import { comparisonOf } from "../../src/analysis/compare.ts";
import type { ActorId, IssueId } from "../../src/domain/id.ts";
import type { Observation } from "../../src/domain/position.ts";
import type { Direction } from "../../src/domain/stance.ts";
import { day, observed, rule } from "../domain/observations.ts";

type By = "iraq" | "us" | "iran";

const holds = (
  by: By,
  issue: string,
  direction: Direction,
  on: string | null,
  given: Partial<Pick<Observation, "intensity">> = {},
) => observed(direction, on, { actor: `actor:${by}`, issue: `issue:${issue}`, ...given });

function compared(
  observations: readonly Observation[],
  actors: readonly By[] = ["iraq", "us"],
  asOf: string | null = null,
) {
  const ids = actors.map((actor): ActorId => `actor:${actor}`);
  return comparisonOf(observations, { actors: ids, rule: rule("LATEST"), asOf: day(asOf) });
}

describe("a comparison", () => {
  it("sets the actors side by side on each issue; what is unknown stays unknown", () => {
    const some = [
      holds("us", "withdrawal", "OPPOSES", "2024"),
      holds("iraq", "withdrawal", "SUPPORTS", "2024"),
      holds("iraq", "talks", "SUPPORTS", "2024"),
      holds("iran", "sanctions", "OPPOSES", "2024"),
    ];
    const { actors, issues } = compared(some);
    expect(actors).toEqual(["actor:iraq", "actor:us"]);
    expect(
      issues.map(({ issue, positions }) => [issue, ...positions.map((each) => each?.direction ?? null)]),
    ).toEqual([
      ["issue:talks", "SUPPORTS", null],
      ["issue:withdrawal", "SUPPORTS", "OPPOSES"],
    ]);
  });

  it("takes each two actors once", () => {
    expect(compared([], ["iraq", "us", "iran"]).pairs).toEqual([
      { actors: ["actor:iraq", "actor:us"], agreement: null, sharedIssues: 0, divergence: null },
      { actors: ["actor:iraq", "actor:iran"], agreement: null, sharedIssues: 0, divergence: null },
      { actors: ["actor:us", "actor:iran"], agreement: null, sharedIssues: 0, divergence: null },
    ]);
  });

  it("takes one actor named twice for one", () => {
    expect(compared([], ["iraq", "us", "iraq"]).actors).toEqual(["actor:iraq", "actor:us"]);
  });

  it.each([[[]], [["iraq", "iraq"]]] as const)("of %j is refused", (actors) => {
    expect(() => compared([], actors)).toThrow(/^Compare 2 to 20 different actors; [01] given\.$/);
  });

  it("of more than twenty is refused", () => {
    const many = Array.from({ length: 21 }, (_, index): ActorId => `actor:a-${index}`);
    expect(() => comparisonOf([], { actors: many, rule: rule("LATEST"), asOf: null })).toThrow(
      "Compare 2 to 20 different actors; 21 given.",
    );
  });
});

describe("agreement", () => {
  const between = (some: readonly Observation[], asOf: string | null = null) => {
    const [pair] = compared(some, ["iraq", "us"], asOf).pairs;
    return [pair?.agreement, pair?.sharedIssues];
  };

  it.each<[Direction, number, Direction, number, number]>([
    ["SUPPORTS", 1, "SUPPORTS", 1, 1],
    ["SUPPORTS", 1, "SUPPORTS", 2, 0.5],
    ["SUPPORTS", 1, "UNDECIDED", 0, 0.5],
    ["SUPPORTS", 1, "OPPOSES", -1, 0],
    ["SUPPORTS", 2, "OPPOSES", -2, -1],
  ])("of %s %d and %s %d is %d", (one, strength, other, otherStrength, agreement) => {
    const some = [
      holds("iraq", "withdrawal", one, "2024", { intensity: strength as 1 }),
      holds("us", "withdrawal", other, "2024", { intensity: otherStrength as 1 }),
    ];
    expect(between(some)).toEqual([agreement, 1]);
  });

  it("is the mean over the issues on which both took a place", () => {
    const some = [
      holds("iraq", "withdrawal", "SUPPORTS", "2024"),
      holds("us", "withdrawal", "OPPOSES", "2024"),
      holds("iraq", "talks", "SUPPORTS", "2024"),
      holds("us", "talks", "SUPPORTS", "2024"),
      holds("iraq", "sanctions", "OPPOSES", "2024"),
    ];
    expect(between(some)).toEqual([0.5, 2]);
  });

  it("is not read into a silence", () => {
    const some = [
      holds("iraq", "talks", "SUPPORTS", "2024"),
      holds("us", "talks", "DECLINED_TO_COMMENT", "2024"),
    ];
    expect(between(some)).toEqual([null, 0]);
    expect(compared(some).issues[0]?.positions[1]?.direction).toBe("DECLINED_TO_COMMENT");
  });

  it("is that of the day asked for, undated stances aside", () => {
    const some = [
      holds("iraq", "talks", "SUPPORTS", "2024-01-01"),
      holds("iraq", "talks", "OPPOSES", "2024-06-01"),
      holds("us", "talks", "SUPPORTS", "2024-01-01"),
      holds("us", "withdrawal", "OPPOSES", null),
      holds("iraq", "withdrawal", "OPPOSES", null),
    ];
    expect([between(some, "2024-03-01"), between(some, "2024-06-01"), between(some)]).toEqual([
      [1, 1],
      [0, 1],
      [0.5, 2],
    ]);
  });
});

describe("the first divergence", () => {
  const first = (some: readonly Observation[], asOf: string | null = null) =>
    compared(some, ["iraq", "us"], asOf).pairs[0]?.divergence ?? null;
  const on = (issue: string, day: string): { issue: IssueId; day: string } => ({
    issue: `issue:${issue}`,
    day,
  });

  const apart = [
    holds("iraq", "talks", "SUPPORTS", "2024-01-01"),
    holds("us", "talks", "SUPPORTS", "2024-02-01"),
    holds("us", "talks", "UNDECIDED", "2024-03-01"),
    holds("us", "talks", "OPPOSES", "2024-04-01"),
    holds("iraq", "talks", "OPPOSES", "2024-05-01"),
  ];

  it("is the first day on which both are known to be on opposite sides", () => {
    expect(first(apart)).toEqual(on("talks", "2024-04-01"));
  });

  it("does not come when both turn on one day", () => {
    const together = [
      holds("iraq", "talks", "SUPPORTS", "2024-01-01"),
      holds("us", "talks", "SUPPORTS", "2024-01-01"),
    ];
    const turned = [
      holds("iraq", "talks", "OPPOSES", "2024-02-01"),
      holds("us", "talks", "OPPOSES", "2024-02-01"),
    ];
    expect(first([...together, ...turned])).toBeNull();
  });

  it("does not come while one of the two holds nothing any more", () => {
    const over = observed("SUPPORTS", "2024-01-01", {
      actor: "actor:iraq",
      issue: "issue:talks",
      validUntil: "2024-02-01",
    });
    expect(first([over, holds("us", "talks", "OPPOSES", "2024-02-01")])).toBeNull();
    expect(first([over, holds("us", "talks", "OPPOSES", "2024-01-31")])).toEqual(on("talks", "2024-01-31"));
  });

  it("is the earliest of all issues", () => {
    const earlier = [
      holds("iraq", "withdrawal", "SUPPORTS", "2023"),
      holds("us", "withdrawal", "OPPOSES", "2023"),
    ];
    expect(first([...apart, ...earlier])).toEqual(on("withdrawal", "2023-12-31"));
  });

  it("is not one that comes after the day asked for", () => {
    expect([first(apart, "2024-03-31"), first(apart, "2024-04-01")]).toEqual([
      null,
      on("talks", "2024-04-01"),
    ]);
  });
});
