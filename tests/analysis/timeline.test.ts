import { describe, expect, it } from "vitest";
import { type Interval, timelineOf } from "../../src/analysis/timeline.ts";
import { StanceGraphError } from "../../src/domain/error.ts";
import type { Observation } from "../../src/domain/position.ts";
import { day, observed, rule } from "../domain/observations.ts";

const turned = [observed("SUPPORTS", "2024-01-10"), observed("OPPOSES", "2024-03-05")];

function rows(
  observations: readonly Observation[],
  interval: Interval,
  { from = null, to = null }: { from?: string | null; to?: string | null } = {},
) {
  const range = { from: day(from), to: day(to), interval };
  return timelineOf(observations, rule("LATEST"), range).map(({ at, position }) => [at, position.direction]);
}

describe("a timeline", () => {
  it("has a row for each interval, from the first thing known to the last", () => {
    expect(rows(turned, "MONTH")).toEqual([
      ["2024-01-31", "SUPPORTS"],
      ["2024-02-29", "SUPPORTS"],
      ["2024-03-31", "OPPOSES"],
    ]);
  });

  it.each<[Interval, readonly string[]]>([
    ["DAY", ["2024-03-04", "2024-03-05", "2024-03-06"]],
    ["WEEK", ["2024-03-06"]],
    ["MONTH", ["2024-03-06"]],
  ])("by %s ends on the last day asked for", (interval, days) => {
    expect(rows(turned, interval, { from: "2024-03-04", to: "2024-03-06" }).map(([at]) => at)).toEqual(days);
  });

  it("by WEEK ends each on Sunday, across years", () => {
    const days = rows([observed("SUPPORTS", "2020-12-25")], "WEEK", { to: "2021-01-10" }).map(([at]) => at);
    expect(days).toEqual(["2020-12-27", "2021-01-03", "2021-01-10"]);
  });

  it("by QUARTER and by YEAR ends with them", () => {
    const since = [observed("SUPPORTS", "2023-11-15")];
    const ends = (interval: Interval) => rows(since, interval, { to: "2025-02-01" }).map(([at]) => at);
    expect(ends("QUARTER")).toEqual([
      "2023-12-31",
      "2024-03-31",
      "2024-06-30",
      "2024-09-30",
      "2024-12-31",
      "2025-02-01",
    ]);
    expect(ends("YEAR")).toEqual(["2023-12-31", "2024-12-31", "2025-02-01"]);
  });

  it("has no row where nothing is known, and never a neutral one", () => {
    const until = [
      observed("SUPPORTS", "2024-02-10", { validUntil: "2024-03-15" }),
      observed("OPPOSES", "2024-05-01"),
    ];
    expect(rows(until, "MONTH", { from: "2024-01-01", to: "2024-05-31" })).toEqual([
      ["2024-02-29", "SUPPORTS"],
      ["2024-05-31", "OPPOSES"],
    ]);
    expect(rows([observed("SUPPORTS", null)], "DAY")).toEqual([]);
    expect(rows([], "DAY", { from: "2024-01-01", to: "2024-05-31" })).toEqual([]);
    expect(rows(turned, "DAY", { to: "2024-01-09" })).toEqual([]);
  });

  it("looks at what was known by the end of an interval only, and says so in its position", () => {
    const [row] = timelineOf(turned, rule("LATEST"), {
      from: null,
      to: day("2024-01-31"),
      interval: "MONTH",
    });
    expect(row).toMatchObject({
      actor: "actor:iraq",
      issue: "issue:us-withdrawal",
      at: "2024-01-31",
      position: { asOf: "2024-01-31", contributions: { length: 1 }, contested: false },
    });
  });

  it("shows what still holds where it is asked to begin after the last stance", () => {
    expect(rows(turned, "YEAR", { from: "2025-06-01" })).toEqual([["2025-12-31", "OPPOSES"]]);
  });

  it("lists each actor from its own first position on", () => {
    const us = observed("OPPOSES", "2024-02-20", { actor: "actor:us" });
    const found = timelineOf([us, ...turned], rule("LATEST"), { from: null, to: null, interval: "MONTH" });
    expect(found.map(({ actor, at }) => `${actor} ${at}`)).toEqual([
      "actor:iraq 2024-01-31",
      "actor:iraq 2024-02-29",
      "actor:iraq 2024-03-31",
      "actor:us 2024-02-29",
      "actor:us 2024-03-31",
    ]);
  });

  it("leaves an open end open, instead of running to the year 9999", () => {
    expect(rows([...turned, observed("NEUTRAL", "2024-06/..")], "YEAR")).toEqual([["2024-12-31", "OPPOSES"]]);
    expect(rows(turned, "YEAR", { to: "9999-12-31" })).toHaveLength(7976);
  });

  it("of more than 10000 rows is refused, with what to do", () => {
    expect(rows(turned, "DAY", { from: "2024-01-10", to: "2051-05-27" })).toHaveLength(10_000);
    const tooLong = () => rows(turned, "DAY", { from: "2024-01-10", to: "2051-05-28" });
    expect(tooLong).toThrow(StanceGraphError);
    expect(tooLong).toThrow(
      "By DAY this timeline would have more than 10000 rows; choose a coarser interval, a shorter range or fewer actors.",
    );
    expect(() => rows(turned, "WEEK", { to: "9999-12-31" })).toThrow("By WEEK this timeline");
  });

  it("that ends before it starts is refused", () => {
    expect(() => rows(turned, "DAY", { from: "2024-02-01", to: "2024-01-31" })).toThrow(
      "The timeline ends (2024-01-31) before it starts (2024-02-01); swap the two.",
    );
  });
});
