import { describe, expect, it } from "vitest";
import { kernels, kernelWeight } from "../../../src/analysis/network/kernels.ts";
import { rolledUp } from "../../../src/analysis/network/roll-up.ts";
import { type TimeUnit, windowsIn } from "../../../src/analysis/network/windows.ts";
import { statementsOf } from "./dna-database.ts";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const text = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

function windows(from: string, until: string, unit: TimeUnit, size: number, beyond = false) {
  const found = windowsIn({ from: day(from), until: day(until) }, { unit, size, beyond });
  return [...found].map((window) => [window.from, window.middle, window.until].map(text).join(" "));
}

describe("windows", () => {
  it("move by a day, and lie within the span", () => {
    expect(windows("2024-02-27", "2024-03-02", "DAYS", 3)).toEqual([
      "2024-02-27 2024-02-28 2024-02-29",
      "2024-02-28 2024-02-29 2024-03-01",
      "2024-02-29 2024-03-01 2024-03-02",
    ]);
  });

  it("of an even size reach as far as those one larger", () => {
    expect(windows("2024-01-01", "2024-01-05", "DAYS", 4)).toEqual(["2024-01-01 2024-01-03 2024-01-05"]);
  });

  it("beyond the span are cut at its ends", () => {
    expect(windows("2024-01-01", "2024-01-15", "WEEKS", 2, true)).toEqual([
      "2024-01-01 2024-01-01 2024-01-08",
      "2024-01-01 2024-01-08 2024-01-15",
      "2024-01-08 2024-01-15 2024-01-15",
    ]);
  });

  it("by months end on the last day of those that are too short, and find back", () => {
    expect(windows("2024-01-31", "2024-05-31", "MONTHS", 2)).toEqual([
      "2024-02-29 2024-03-31 2024-04-30",
      "2024-03-30 2024-04-30 2024-05-30",
    ]);
  });

  it("by years know leap days", () => {
    expect(windows("1968-02-29", "1971-03-01", "YEARS", 2)).toEqual(
      ["1968-02-28 1969-02-28 1970-02-28", "1969-02-28 1970-02-28 1971-02-28"].slice(1),
    );
  });
});

describe("kernels", () => {
  it.each([
    ["UNIFORM", [0.5, 0.5, 0.5]],
    ["TRIANGULAR", [1, 0.5, 0]],
    ["EPANECHNIKOV", [0.75, 0.5625, 0]],
    ["GAUSSIAN", [0.398942, 0.352065, 0.241971]],
  ])("%s weighs both sides alike, the middle most", (name, expected) => {
    const kernel = kernels.find((each) => each.name === name) as (typeof kernels)[number];
    const weight = kernelWeight(kernel, { unit: "DAYS", size: 8, compat: null });
    for (const sign of [-1, 1])
      expect([0, 2, 4].map((days) => Math.round(weight(100 + sign * days, 100) * 1e6) / 1e6)).toEqual(
        expected,
      );
  });
});

describe("roll-up", () => {
  const said = (actor: string, id: number) => ({
    actor,
    issue: "Tax",
    value: 1,
    time: 0,
    document: 1,
    start: id,
    stop: id,
    id,
  });
  const statements = statementsOf(
    [said("Member", 1), said("Party", 2), said("A", 3), said("B", 4), said("Other", 5)],
    "BINARY",
  );

  it("counts what members say as what the highest organisation says, and ends in a circle", () => {
    const parents: Readonly<Record<string, string>> = { Member: "Group", Group: "Party", A: "B", B: "A" };
    const { actors, actor } = rolledUp(statements, (name) => parents[name] ?? null);
    expect(actors).toEqual(["A", "Other", "Party"]);
    expect([...actor].map((at) => actors[at])).toEqual(["Party", "Party", "A", "A", "Other"]);
  });
});
