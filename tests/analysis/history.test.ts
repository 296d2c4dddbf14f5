import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Held, positionOn, stepsOf } from "../../src/analysis/history.ts";
import { anyDay, anyObservation, anyRule } from "../domain/arbitraries.ts";
import { observed, rule } from "../domain/observations.ts";

const essence = (held: Held | null | undefined) =>
  held == null ? null : { direction: held.direction, intensity: held.intensity, conditions: held.conditions };

describe("the steps of a history", () => {
  it("are the days on which a stance begins to hold or ends", () => {
    const group = [
      observed("OPPOSES", "2024-05-01", { validFrom: "2024-06-01", validUntil: "2024-09-01" }),
      observed("SUPPORTS", "2024-02"),
      observed("NEUTRAL", null),
      observed("NEUTRAL", "2024-07/.."),
    ];
    expect(stepsOf(group, rule("LATEST")).map(({ day, held }) => [day, held?.direction])).toEqual([
      ["2024-02-29", "SUPPORTS"],
      ["2024-06-01", "OPPOSES"],
      ["2024-09-01", "SUPPORTS"],
    ]);
  });

  it("are under MODAL also the days on which a stance leaves the window", () => {
    const steps = stepsOf([observed("SUPPORTS", "2024-01-01")], rule("MODAL", { windowDays: 30 }));
    expect(steps.map(({ day, held }) => [day, held?.direction ?? null])).toEqual([
      ["2024-01-01", "SUPPORTS"],
      ["2024-01-31", null],
    ]);
  });

  it("tell for every day what the rule itself would answer on it", () => {
    fc.assert(
      fc.property(fc.array(anyObservation, { maxLength: 12 }), anyRule, anyDay, (group, by, day) => {
        const step = stepsOf(group, by).findLast((each) => each.day <= day);
        expect(essence(step?.held)).toEqual(essence(positionOn(group, by, day)));
      }),
      { numRuns: 500 },
    );
  });
});
