import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRule, holdsOn, type Observation, position, positionsOf } from "../../src/domain/position.ts";
import { anyObservation, anyRule } from "./arbitraries.ts";
import { day, observed } from "./observations.ts";

const latest = (...observations: readonly Observation[]) => position(observations, defaultRule, null);

describe("a position", () => {
  it("is nothing without evidence, and never neutral", () => {
    expect(latest()).toBeNull();
  });

  it("carries its reasons", () => {
    const before = observed("OPPOSES", "2024-01-10", { source: "document:a" });
    const after = observed("SUPPORTS", "2024-02/2024-11", {
      intensity: 2,
      source: "document:b",
      conditions: [{ kind: "ONLY_AFTER", text: "the talks" }],
      facets: { pace: "phased" },
    });
    expect(latest(before, after)).toEqual({
      actor: "actor:iraq",
      issue: "issue:us-withdrawal",
      direction: "SUPPORTS",
      intensity: 2,
      score: 1,
      conditions: [{ kind: "ONLY_AFTER", text: "the talks" }],
      facets: { pace: "phased" },
      since: { edtf: "2024-02/2024-11", earliest: "2024-02-01", latest: "2024-11-30" },
      lastOn: { edtf: "2024-02/2024-11", earliest: "2024-02-01", latest: "2024-11-30" },
      contested: true,
      deciding: after.stance,
      contributions: [
        { stance: after.stance, weight: 1 },
        { stance: before.stance, weight: 0 },
      ],
      sourceCount: 2,
      representative: null,
      rule: { name: "LATEST", windowDays: 365, halfLifeDays: 180 },
      asOf: null,
    });
  });

  it("keeps a condition a condition instead of an opposition", () => {
    const conditional = observed("SUPPORTS", "2024-03-01", {
      conditions: [{ kind: "ONLY_AFTER", text: "the Islamic State is defeated" }],
    });
    expect(latest(conditional)).toMatchObject({
      direction: "SUPPORTS",
      intensity: 1,
      score: 0.5,
      contested: false,
    });
  });

  it("does not depend on the order in which the stances come", () => {
    const shuffled = fc
      .array(anyObservation, { maxLength: 12 })
      .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    fc.assert(
      fc.property(shuffled, anyRule, ([some, others], by) => {
        expect(position(others, by, null)).toEqual(position(some, by, null));
      }),
    );
  });

  it("weighs its stances to 1 in all, and scores between −1 and 1", () => {
    fc.assert(
      fc.property(fc.array(anyObservation, { minLength: 1, maxLength: 12 }), anyRule, (some, by) => {
        const found = position(some, by, null);
        const total = found?.contributions.reduce((sum, { weight }) => sum + weight, 0);
        expect(total).toBeCloseTo(1, 9);
        expect(Math.abs(found?.score ?? 2)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("which stance is preferred", () => {
  const decides = (...observations: readonly Observation[]) => latest(...observations.toReversed())?.deciding;

  it("is the one of the later day, whoever voiced it", () => {
    const earlier = observed("SUPPORTS", "2024-03-01", { authority: 0 });
    const later = observed("OPPOSES", "2024-03-02", { authority: 4 });
    expect(decides(later, earlier)).toBe(later.stance);
  });

  it("is on one day that of the better authority, however precise or recent", () => {
    const own = observed("SUPPORTS", "2024-03", { authority: 0 });
    const reported = observed("OPPOSES", "2024-03-31", {
      authority: 4,
      recordedAt: "2025-06-01T00:00:00.000Z",
    });
    expect(decides(own, reported)).toBe(own.stance);
  });

  it("is then the one whose date is more precise", () => {
    const precise = observed("SUPPORTS", "2024-03-31");
    const vague = observed("OPPOSES", "2024-03", { recordedAt: "2025-06-01T00:00:00.000Z" });
    expect(decides(precise, vague)).toBe(precise.stance);
  });

  it("is then the one recorded later, and last the one whose id comes first", () => {
    const first = observed("SUPPORTS", "2024-03-31", { stance: "stance:a" });
    const second = observed("OPPOSES", "2024-03-31", { stance: "stance:b" });
    const recorded = observed("NEUTRAL", "2024-03-31", {
      stance: "stance:c",
      recordedAt: "2025-06-01T00:00:00.000Z",
    });
    expect(decides(recorded, first)).toBe("stance:c");
    expect(decides(first, second)).toBe("stance:a");
  });

  it("is an undated one only where none is dated", () => {
    const undated = observed("SUPPORTS", null, { authority: 0 });
    const dated = observed("OPPOSES", "1990", { authority: 4 });
    expect(decides(dated, undated)).toBe(dated.stance);
    expect(latest(undated)).toMatchObject({ direction: "SUPPORTS", since: null, lastOn: null });
  });
});

describe("reprints", () => {
  const report = observed("SUPPORTS", "2024-03-01", { source: "document:wire" });
  const reprint = observed("SUPPORTS", "2024-03-02", { source: "document:wire", stance: "stance:reprint" });

  it("count once", () => {
    expect(latest(report, reprint)).toMatchObject({
      sourceCount: 1,
      contributions: [{ stance: "stance:reprint", weight: 1 }],
    });
  });

  it("of the other direction count apart, as one source", () => {
    const other = observed("OPPOSES", "2024-03-02", { source: "document:wire", authority: 4 });
    const found = latest(report, reprint, other);
    expect(found?.contributions.map(({ stance }) => stance)).toEqual(["stance:reprint", other.stance]);
    expect(found?.sourceCount).toBe(1);
  });

  it("of different holders count apart", () => {
    const one = observed("SUPPORTS", "2024-03-01", {
      source: "document:wire",
      representative: "actor:abadi",
    });
    const other = observed("SUPPORTS", "2024-03-01", {
      source: "document:wire",
      representative: "actor:fayyad",
    });
    expect(latest(one, other)).toMatchObject({ sourceCount: 1, contributions: { length: 2 } });
  });
});

describe("an organisation", () => {
  const own = observed("SUPPORTS", "2024-01-01");
  const represented = observed("OPPOSES", "2024-06-01", { representative: "actor:abadi" });

  it("is heard through its representative where it said nothing itself", () => {
    expect(latest(represented)).toMatchObject({ direction: "OPPOSES", representative: "actor:abadi" });
  });

  it("speaks for itself even where a representative spoke later", () => {
    expect(latest(own, represented)).toMatchObject({
      direction: "SUPPORTS",
      representative: null,
      contributions: [{ stance: own.stance, weight: 1 }],
    });
  });
});

describe("since when a position is held", () => {
  const sinceOf = (...observations: readonly Observation[]) => latest(...observations)?.since?.edtf;

  it("is the start of the unbroken run of its direction", () => {
    const run = [observed("SUPPORTS", "2024-03-01"), observed("SUPPORTS", "2024-02-01")];
    const earlier = [observed("OPPOSES", "2024-01-15"), observed("SUPPORTS", "2024-01-01")];
    expect(sinceOf(...run, ...earlier)).toBe("2024-02-01");
  });

  it("is not broken by a stance that another of its day outweighs", () => {
    const outweighed = observed("OPPOSES", "2024-03-01", { authority: 4 });
    expect(sinceOf(observed("SUPPORTS", "2024-03-01"), outweighed, observed("SUPPORTS", "2024-01-01"))).toBe(
      "2024-01-01",
    );
  });

  it("is told by reprints too, whose first print may be older", () => {
    const print = (on: string) => observed("SUPPORTS", on, { source: "document:wire" });
    expect(sinceOf(print("2024-03-01"), print("2024-02-28"))).toBe("2024-02-28");
  });

  it("is the oldest date known, where the oldest stance has none", () => {
    expect(sinceOf(observed("SUPPORTS", "2024-03-01"), observed("SUPPORTS", null))).toBe("2024-03-01");
  });
});

describe("a stance holds on a day", () => {
  it("from the last day on which it can have been voiced", () => {
    const stance = observed("SUPPORTS", "2024-02/2024-11");
    expect(["2024-11-29", "2024-11-30", "2030-01-01"].map((on) => holdsOn(stance, day(on)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("within a half-open period: its first day counts, its last does not", () => {
    const stance = observed("SUPPORTS", "2024-01-01", { validFrom: "2024-03-01", validUntil: "2024-04-01" });
    const days = ["2024-02-29", "2024-03-01", "2024-03-31", "2024-04-01"];
    expect(days.map((on) => holdsOn(stance, day(on)))).toEqual([false, true, true, false]);
  });

  it("only while it certainly does, where the ends of its period are uncertain", () => {
    const stance = observed("SUPPORTS", "2023", { validFrom: "2024-03", validUntil: "2024-06" });
    const days = ["2024-03-30", "2024-03-31", "2024-05-31", "2024-06-01"];
    expect(days.map((on) => holdsOn(stance, day(on)))).toEqual([false, true, true, false]);
  });

  it("never, when it is undated", () => {
    expect(holdsOn(observed("SUPPORTS", null), day("2024-01-01"))).toBe(false);
  });
});

it("gives each actor's position on each issue, in the order first met", () => {
  const some = [
    observed("SUPPORTS", "2024-01-01", { actor: "actor:iraq" }),
    observed("OPPOSES", "2024-01-01", { actor: "actor:us" }),
    observed("OPPOSES", "2024-02-01", { actor: "actor:iraq" }),
    observed("NEUTRAL", "2024-01-01", { actor: "actor:iraq", issue: "issue:talks" }),
  ];
  const found = positionsOf(some, defaultRule, day("2024-12-31"));
  expect(found.map(({ actor, issue, direction, asOf }) => [actor, issue, direction, asOf])).toEqual([
    ["actor:iraq", "issue:us-withdrawal", "OPPOSES", "2024-12-31"],
    ["actor:us", "issue:us-withdrawal", "OPPOSES", "2024-12-31"],
    ["actor:iraq", "issue:talks", "NEUTRAL", "2024-12-31"],
  ]);
});
