import { describe, expect, it } from "vitest";
import { ordinalAgreement, spreadOf } from "../../src/analysis/spread.ts";

describe("van der Eijk's agreement", () => {
  it("is that of the R package agrmt on its own example", () => {
    // agrmt 1.42: agreement(c(30,40,210,130,530,50,10)) and polarization() of the same.
    const agreement = ordinalAgreement([30, 40, 210, 130, 530, 50, 10]);
    expect(agreement).toBeCloseTo(0.6113333, 7);
    expect((1 - agreement) / 2).toBeCloseTo(0.1943333, 7);
  });

  it.each([
    [[0, 0, 5, 0, 0], 1],
    [[3, 3, 3, 3, 3], 0],
    [[5, 0, 0, 0, 5], -1],
    [[5, 5, 0, 0, 0], 0.75],
  ])("of %j is %d", (counts, agreement) => {
    expect(ordinalAgreement(counts)).toBeCloseTo(agreement, 12);
  });

  it("is the same from either end, and whatever the number of actors", () => {
    const counts = [4, 1, 0, 2, 7];
    expect(ordinalAgreement(counts.toReversed())).toBeCloseTo(ordinalAgreement(counts), 12);
    expect(ordinalAgreement(counts.map((count) => count * 10))).toBeCloseTo(ordinalAgreement(counts), 12);
  });
});

describe("how positions spread", () => {
  it("counts who takes a place", () => {
    const spread = spreadOf([
      { direction: "SUPPORTS", intensity: 2 },
      { direction: "OPPOSES", intensity: -2 },
      { direction: "DECLINED_TO_COMMENT", intensity: 0 },
    ]);
    expect(spread).toEqual({ actors: 2, places: [1, 0, 0, 0, 1], agreement: -1, polarization: 1 });
  });

  it("is unknown where nobody takes one", () => {
    expect(spreadOf([])).toMatchObject({ actors: 0, agreement: null, polarization: null });
  });
});
