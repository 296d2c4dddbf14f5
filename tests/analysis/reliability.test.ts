import { describe, expect, it } from "vitest";
import { krippendorffAlpha, type Reading, reliabilityOf } from "../../src/analysis/reliability.ts";

/** Four observers, twelve units, with gaps: the example of Krippendorff 2011, table C. */
const observers = [
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
].map((line) => line.split(" "));
const units = Array.from({ length: 12 }, (_, unit) =>
  observers.flatMap((values) => (values[unit] === "." ? [] : [Number(values[unit])])),
);

describe("Krippendorff's alpha", () => {
  it.each([
    ["NOMINAL", 0.743],
    ["ORDINAL", 0.815],
    ["INTERVAL", 0.849],
  ] as const)("is the published one for %s data", (level, alpha) => {
    expect(krippendorffAlpha(units, level)).toBeCloseTo(alpha, 3);
  });

  it("is 1 for full agreement, below 0 for full disagreement, and null where nothing varies or is shared", () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        "NOMINAL",
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 2],
          [2, 1],
        ],
        "NOMINAL",
      ),
    ).toBeLessThan(0);
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        "NOMINAL",
      ),
    ).toBeNull();
    expect(krippendorffAlpha([[1], [2]], "NOMINAL")).toBeNull();
    expect(krippendorffAlpha([], "ORDINAL")).toBeNull();
  });
});

function reading(over: Partial<Reading>): Reading {
  return {
    coder: "coder:ana",
    holder: "actor:miners",
    issue: "issue:tax",
    document: "document:paper",
    direction: "SUPPORTS",
    intensity: 1,
    conditions: [],
    act: "DECLARED",
    codingLevel: "TEXTUAL",
    start: 0,
    end: 10,
    ...over,
  } as Reading;
}

describe("reliability", () => {
  it("compares what coders read in the same place, whatever the ends of their quotes", () => {
    const readings = [
      reading({}),
      reading({ coder: "coder:ben", start: 4, end: 20 } as never),
      reading({ start: 40, end: 50, direction: "OPPOSES", intensity: -1 }),
      reading({ coder: "coder:ben", start: 41, end: 49, direction: "OPPOSES", intensity: -2 } as never),
      reading({ coder: "coder:ben", start: 60, end: 70 } as never),
      reading({ holder: "actor:owners" } as never),
    ];
    const { coders, units: shared, alone, fields } = reliabilityOf(readings);
    expect({ coders, shared, alone }).toEqual({ coders: 2, shared: 2, alone: 2 });
    const alpha = Object.fromEntries(fields.map((field) => [field.field, field.alpha]));
    expect(alpha).toMatchObject({ DIRECTION: 1, CONDITIONAL: null, ACT: null });
    expect(alpha.INTENSITY).toBeLessThan(1);
  });
});
