import { describe, expect, it } from "vitest";
import { type Observation, position } from "../../src/domain/position.ts";
import { day, observed, rule } from "./observations.ts";

const support = observed("SUPPORTS", "2024-07-01");
const older = observed("OPPOSES", "2024-01-03", { intensity: -2 });
const oldest = observed("OPPOSES", "2023-06-01");

const found = (
  by: Parameters<typeof rule>,
  observations: readonly Observation[],
  asOf: string | null = null,
) => position(observations, rule(...by), day(asOf));

const weights = (...args: Parameters<typeof found>) =>
  found(...args)?.contributions.map(({ weight }) => Number(weight.toFixed(4)));

describe("LATEST", () => {
  it("lets the latest stance decide, and lists those it outweighs", () => {
    expect(found(["LATEST"], [oldest, older, support])).toMatchObject({ direction: "SUPPORTS", score: 0.5 });
    expect(weights(["LATEST"], [oldest, older, support])).toEqual([1, 0, 0]);
  });
});

describe("MODAL", () => {
  it("takes the most frequent direction, with its mean intensity", () => {
    expect(found(["MODAL", { windowDays: 730 }], [oldest, older, support])).toMatchObject({
      direction: "OPPOSES",
      intensity: -1,
      deciding: older.stance,
      score: -0.333333333333,
    });
  });

  it("counts only what lies within the window before the day asked for", () => {
    expect(weights(["MODAL", { windowDays: 365 }], [oldest, older, support], "2024-07-01")).toEqual([
      0.5, 0.5, 0,
    ]);
    expect(found(["MODAL", { windowDays: 365 }], [oldest, older, support], "2025-07-01")).toBeNull();
  });

  it("includes the day asked for and not the day a window before it", () => {
    const [first, last] = [observed("OPPOSES", "2024-01-01"), observed("SUPPORTS", "2024-01-31")];
    expect(weights(["MODAL", { windowDays: 30 }], [first, last], "2024-01-31")).toEqual([1, 0]);
    expect(weights(["MODAL", { windowDays: 31 }], [first, last], "2024-01-31")).toEqual([0.5, 0.5]);
  });

  it("prefers on a tie the direction held more recently", () => {
    expect(found(["MODAL"], [older, support])).toMatchObject({ direction: "SUPPORTS", contested: true });
  });

  it("counts everything when nothing is dated", () => {
    const undated = ["a", "b"].map((source) => observed("OPPOSES", null, { source }));
    expect(weights(["MODAL"], [...undated, observed("SUPPORTS", null, { source: "c" })])).toEqual([
      0.3333, 0.3333, 0.3333,
    ]);
    expect(found(["MODAL"], [...undated, observed("SUPPORTS", null, { source: "c" })])?.direction).toBe(
      "OPPOSES",
    );
  });
});

describe("WEIGHTED", () => {
  it("lets a stance weigh half after each half-life", () => {
    expect(weights(["WEIGHTED", { halfLifeDays: 180 }], [older, support])).toEqual([0.6667, 0.3333]);
    expect(found(["WEIGHTED", { halfLifeDays: 180 }], [older, support])).toMatchObject({
      direction: "SUPPORTS",
      score: 0,
    });
  });

  it("lets several older stances outweigh one newer", () => {
    const more = ["a", "b"].map((source) => observed("OPPOSES", "2024-06-01", { source }));
    expect(found(["WEIGHTED"], [...more, support])?.direction).toBe("OPPOSES");
  });

  it("forgets no one, however long ago the last stance was", () => {
    expect(found(["WEIGHTED", { halfLifeDays: 1 }], [older], "2074-01-03")).toMatchObject({
      direction: "OPPOSES",
      intensity: -2,
    });
  });

  it("gives undated stances no weight beside dated ones", () => {
    expect(weights(["WEIGHTED"], [support, observed("OPPOSES", null)])).toEqual([1, 0]);
    expect(weights(["WEIGHTED"], [observed("OPPOSES", null)])).toEqual([1]);
  });
});

describe("ALL", () => {
  it("takes holding both sides for ambivalence, since the second was taken", () => {
    expect(found(["ALL"], [oldest, older, support])).toMatchObject({
      direction: "AMBIVALENT",
      intensity: 0,
      since: { edtf: "2024-07-01" },
      deciding: older.stance,
    });
  });

  it("does not say since when, where one side is undated", () => {
    expect(found(["ALL"], [support, observed("OPPOSES", null)])).toMatchObject({
      direction: "AMBIVALENT",
      since: null,
    });
    expect(found(["ALL"], [observed("SUPPORTS", null), older])?.since).toBeNull();
  });

  it("takes the most frequent direction where there is one side only", () => {
    expect(found(["ALL"], [oldest, older, observed("UNDECIDED", "2024-07-01")])).toMatchObject({
      direction: "OPPOSES",
      intensity: -1,
      since: { edtf: "2023-06-01" },
    });
  });
});

describe("a mean intensity", () => {
  const supports = (intensities: readonly (1 | 2)[]) =>
    found(
      ["ALL"],
      intensities.map((intensity, index) => observed("SUPPORTS", "2024", { intensity, source: `${index}` })),
    );

  it("is rounded half toward plain words, and is never none", () => {
    expect(supports([1, 2])?.intensity).toBe(1);
    expect(supports([1, 2, 2])?.intensity).toBe(2);
    expect(supports([1])?.intensity).toBe(1);
  });
});

describe("contested", () => {
  const contested = (on: string, asOf: string | null = null) =>
    found(["LATEST", { windowDays: 365 }], [observed("OPPOSES", on), support], asOf)?.contested;

  it("says that stances for and against lie within the window", () => {
    expect([contested("2023-07-03"), contested("2023-07-02")]).toEqual([true, false]);
  });

  it("measures the window back from the day asked for", () => {
    expect([contested("2024-06-01", "2024-12-31"), contested("2024-06-01", "2025-06-30")]).toEqual([
      true,
      false,
    ]);
  });
});
