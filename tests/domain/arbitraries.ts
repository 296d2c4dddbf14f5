import fc from "fast-check";
import { addDays } from "../../src/domain/edtf.ts";
import { type Observation, type PositionRule, ruleNames } from "../../src/domain/position.ts";
import { directions } from "../../src/domain/stance.ts";
import { day, observed } from "./observations.ts";

/** A day of three years. */
export const anyDay = fc.integer({ min: 0, max: 1095 }).map((days) => addDays(day("2022-01-01"), days));

/** A day, a span of days, or no date. */
export const anyDate = fc.oneof(
  { weight: 6, arbitrary: anyDay },
  {
    weight: 2,
    arbitrary: fc.tuple(anyDay, fc.nat(60)).map(([from, days]) => `${from}/${addDays(from, days)}`),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

const anyPeriod = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyDay, fc.integer({ min: 1, max: 200 }))
      .map(([from, days]) => ({ validFrom: from, validUntil: addDays(from, days) })),
  },
  { weight: 1, arbitrary: anyDay.map((until) => ({ validUntil: until })) },
);

/** A stance of one actor on one issue, its own or through a representative. */
export const anyObservation: fc.Arbitrary<Observation> = fc
  .record({
    direction: fc.constantFrom(...directions),
    on: anyDate,
    period: anyPeriod,
    isStrong: fc.boolean(),
    source: fc.constantFrom("document:a", "document:b", "document:c", "document:d"),
    authority: fc.nat(4),
    representative: fc.constantFrom(null, null, "actor:abadi" as const, "actor:fayyad" as const),
    condition: fc.option(fc.constantFrom("the talks", "a vote")),
    minute: fc.nat(59),
    id: fc.uuid(),
  })
  .map(({ direction, on, period, isStrong, condition, minute, id, ...rest }) => {
    const plain = observed(direction, on, period);
    return {
      ...plain,
      ...rest,
      intensity: (isStrong ? plain.intensity * 2 : plain.intensity) as Observation["intensity"],
      conditions: condition === null ? [] : [{ kind: "ONLY_AFTER", text: condition }],
      recordedAt: new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString(),
      stance: `stance:${id}`,
    };
  });

export const anyRule: fc.Arbitrary<PositionRule> = fc.record({
  name: fc.constantFrom(...ruleNames),
  windowDays: fc.constantFrom(1, 30, 365),
  halfLifeDays: fc.constantFrom(1, 180),
});
