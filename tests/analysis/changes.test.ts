import { describe, expect, it } from "vitest";
import { type Change, changesOf } from "../../src/analysis/changes.ts";
import type { Observation } from "../../src/domain/position.ts";
import type { Condition, Direction, Intensity } from "../../src/domain/stance.ts";
import { day, observed, rule } from "../domain/observations.ts";

const always = { from: null, to: null };
const kindsOf = (observations: readonly Observation[]) =>
  changesOf(observations, rule("LATEST"), always).map(({ kinds }) => kinds);

const afterTalks: Condition = { kind: "ONLY_AFTER", text: "the talks" };
const ifAgreed: Condition = { kind: "IF", text: "parliament agrees" };

/** What is held first, and what half a year later. */
type Side = readonly [Direction, Intensity, ...Condition[]];
const pair = (...sides: readonly Side[]) =>
  sides.map(([direction, intensity, ...conditions], index) =>
    observed(direction, `2024-0${1 + index * 6}-01`, { intensity, conditions }),
  );

describe("a change", () => {
  it.each<[string, Side, Side, readonly string[]]>([
    ["from one side to the other", ["SUPPORTS", 1], ["OPPOSES", -2], ["REVERSED"]],
    ["back to the first side", ["OPPOSES", -1], ["SUPPORTS", 1], ["REVERSED"]],
    ["to stronger words", ["OPPOSES", -1], ["OPPOSES", -2], ["HARDENED"]],
    ["from no side to one", ["UNDECIDED", 0], ["SUPPORTS", 1], ["HARDENED"]],
    ["to weaker words", ["SUPPORTS", 2], ["SUPPORTS", 1], ["SOFTENED"]],
    ["from a side to none", ["OPPOSES", -1], ["AMBIVALENT", 0], ["SOFTENED"]],
    ["to a condition", ["SUPPORTS", 1], ["SUPPORTS", 1, afterTalks], ["CONDITION_ADDED"]],
    ["from a condition", ["SUPPORTS", 1, afterTalks], ["SUPPORTS", 1], ["CONDITION_DROPPED"]],
    [
      "from one condition to another",
      ["SUPPORTS", 1, afterTalks],
      ["SUPPORTS", 1, ifAgreed],
      ["CONDITION_ADDED", "CONDITION_DROPPED"],
    ],
    [
      "to weaker words with a condition",
      ["SUPPORTS", 2],
      ["SUPPORTS", 1, ifAgreed],
      ["SOFTENED", "CONDITION_ADDED"],
    ],
    ["from silence to a side", ["DECLINED_TO_COMMENT", 0], ["OPPOSES", -1], ["HARDENED", "SILENCE_BROKEN"]],
    ["from silence to no side", ["DECLINED_TO_COMMENT", 0], ["NEUTRAL", 0], ["SILENCE_BROKEN"]],
    [
      "to the other side, whatever it depended on",
      ["SUPPORTS", 1, afterTalks],
      ["OPPOSES", -1, ifAgreed],
      ["REVERSED"],
    ],
  ])("%s: %j, then %j, is %j", (_, before, after, kinds) => {
    expect(kindsOf(pair(before, after))).toEqual([kinds]);
  });

  it.each<[string, Side, Side]>([
    ["a restatement", ["SUPPORTS", 1, afterTalks], ["SUPPORTS", 1, afterTalks]],
    [
      "a condition in other case and spacing",
      ["SUPPORTS", 1, afterTalks],
      ["SUPPORTS", 1, { kind: "ONLY_AFTER", text: "The  talks" }],
    ],
    ["going from no side to no side", ["UNDECIDED", 0], ["NEUTRAL", 0]],
    ["a silence kept", ["DECLINED_TO_COMMENT", 0], ["DECLINED_TO_COMMENT", 0]],
  ])("is not %s", (_, before, after) => {
    expect(kindsOf(pair(before, after))).toEqual([]);
  });

  it("is not a first position, nor an undated one", () => {
    expect(kindsOf([observed("SUPPORTS", "2024-01-01"), observed("OPPOSES", null)])).toEqual([]);
  });

  it("shows the positions before and after, each with its reasons", () => {
    const [before, after] = [observed("SUPPORTS", "2024-01"), observed("OPPOSES", "2024-06")];
    const [change] = changesOf([after, before], rule("LATEST"), always) as [Change];
    expect(change).toMatchObject({
      actor: "actor:iraq",
      issue: "issue:us-withdrawal",
      on: { edtf: "2024-06" },
      day: "2024-06-30",
      kinds: ["REVERSED"],
      before: {
        direction: "SUPPORTS",
        deciding: before.stance,
        asOf: "2024-01-31",
        contributions: { length: 1 },
      },
      after: {
        direction: "OPPOSES",
        deciding: after.stance,
        asOf: "2024-06-30",
        contributions: { length: 2 },
      },
    });
  });

  it("comes also when the stance that decided is over", () => {
    const until = observed("OPPOSES", "2024-03-01", { validUntil: "2024-05-01" });
    const changes = changesOf([observed("SUPPORTS", "2024-01-01"), until], rule("LATEST"), always);
    expect(changes.map(({ day, on, kinds }) => [day, on.edtf, kinds])).toEqual([
      ["2024-03-01", "2024-03-01", ["REVERSED"]],
      ["2024-05-01", "2024-01-01", ["REVERSED"]],
    ]);
  });

  it("is told across a time in which nothing was held", () => {
    const over = observed("SUPPORTS", "2024-01-01", { validUntil: "2024-02-01" });
    const [change] = changesOf([over, observed("OPPOSES", "2024-06-01")], rule("LATEST"), always);
    expect(change).toMatchObject({ day: "2024-06-01", kinds: ["REVERSED"], before: { asOf: "2024-01-01" } });
  });
});

describe("the changes of a span", () => {
  const turns = ["SUPPORTS", "OPPOSES", "SUPPORTS", "OPPOSES"] as const;
  const swaying = turns.map((direction, index) => observed(direction, `2024-0${index + 1}-01`));
  const days = (from: string | null, to: string | null) =>
    changesOf(swaying, rule("LATEST"), { from: day(from), to: day(to) }).map((change) => change.day);

  it("include those on its first and its last day", () => {
    expect(days("2024-02-01", "2024-03-01")).toEqual(["2024-02-01", "2024-03-01"]);
    expect(days("2024-02-02", null)).toEqual(["2024-03-01", "2024-04-01"]);
    expect(days(null, "2024-02-29")).toEqual(["2024-02-01"]);
  });

  it("are what they are without a span, whatever was held before it", () => {
    const over = observed("SUPPORTS", "2023-01-01", { validUntil: "2023-02-01" });
    const [change] = changesOf([over, ...swaying.slice(1)], rule("LATEST"), {
      from: day("2024-01-15"),
      to: day("2024-02-15"),
    });
    expect(change).toMatchObject({ day: "2024-02-01", kinds: ["REVERSED"], before: { asOf: "2023-01-01" } });
    const all = changesOf(swaying, rule("MODAL"), always);
    const within = changesOf(swaying, rule("MODAL"), { from: day("2024-02-01"), to: day("2024-12-31") });
    expect(within).toEqual(all.filter(({ day }) => day >= "2024-02-01" && day <= "2024-12-31"));
  });

  it("end after they start", () => {
    expect(() => days("2024-03-01", "2024-02-01")).toThrow(
      "The changes end (2024-02-01) before they start (2024-03-01); swap the two.",
    );
  });

  it("come oldest first, by actor and issue on one day", () => {
    const both = swaying.flatMap((each) => [{ ...each, actor: "actor:us" as const }, each]);
    expect(
      changesOf(both, rule("LATEST"), { from: null, to: day("2024-03-01") }).map((each) => [
        each.day,
        each.actor,
      ]),
    ).toEqual([
      ["2024-02-01", "actor:iraq"],
      ["2024-02-01", "actor:us"],
      ["2024-03-01", "actor:iraq"],
      ["2024-03-01", "actor:us"],
    ]);
  });

  it("follow the rule: under MODAL, one stance outweighs no two until the first of them leaves the window", () => {
    const several = ["2024-01-01", "2024-01-15"].map((on) => observed("SUPPORTS", on));
    const one = observed("OPPOSES", "2024-02-01");
    expect(changesOf([...several, one], rule("MODAL"), always).map(({ day, kinds }) => [day, kinds])).toEqual(
      [["2024-12-31", ["REVERSED"]]],
    );
  });

  it("of thousands of stances of one actor are found in seconds", () => {
    const start = Date.UTC(2000, 0, 1);
    const many = Array.from({ length: 5000 }, (_, index) =>
      observed(
        index % 500 === 0 ? "OPPOSES" : "SUPPORTS",
        new Date(start + index * 86_400_000).toISOString().slice(0, 10),
      ),
    );
    expect(changesOf(many, rule("LATEST"), always)).toHaveLength(19);
  }, 10_000);
});
