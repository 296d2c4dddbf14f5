import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StanceGraphError } from "../../src/domain/error.ts";
import {
  holdsOn,
  type Observation,
  type Position,
  type PositionRule,
  positionsOf,
} from "../../src/domain/position.ts";
import { checkMove, directions, type Stance, type Status, statuses } from "../../src/domain/stance.ts";
import { anyDate, anyDay, anyRule } from "../domain/arbitraries.ts";
import { day } from "../domain/observations.ts";
import { actors, documentNames, type Telling, type World, world } from "./graph.ts";

const fields = {
  holder: fc.constantFrom(...actors),
  direction: fc.constantFrom(...directions),
  document: fc.constantFrom(...documentNames),
  statedOn: anyDate,
  validUntil: fc.option(anyDay, { freq: 3 }),
  externalId: fc.constantFrom(null, "1", "2"),
};
const anyTelling: fc.Arbitrary<Telling> = fc.record(fields);
const anyTellings = fc.array(anyTelling, { maxLength: 10 });
const anyStep = fc.oneof(anyTelling, fc.record({ which: fc.nat(9), status: fc.constantFrom(...statuses) }));
const anyAsOf = fc.record({ validAt: fc.option(anyDay), rule: anyRule });

interface Asked {
  readonly validAt: string | null;
  readonly rule: PositionRule;
  readonly knownAt?: string;
}

/** Every answer, by actor. */
function answers({ store }: World, { validAt, rule, knownAt }: Asked): readonly Position[] {
  const observations = store.positions.observations({ asOf: { validAt, knownAt: knownAt ?? null } });
  return positionsOf(observations, rule, day(validAt)).toSorted((a, b) => (a.actor < b.actor ? -1 : 1));
}

const january = "2025-01-15T00:00:00.000Z";
const february = "2025-02-15T00:00:00.000Z";
const march = "2025-03-15T00:00:00.000Z";
const april = "2025-04-15T00:00:00.000Z";

/** Runs a law in as many small worlds as keep the test short; each world is closed again. */
function holds<Given>(given: fc.Arbitrary<Given>, law: (given: Given, make: () => World) => void): void {
  fc.assert(
    fc.property(given, (each) => {
      const made: World[] = [];
      const make = () => {
        const one = world();
        made.push(one);
        return one;
      };
      try {
        law(each, make);
      } finally {
        for (const { store } of made) store.close();
      }
    }),
    { numRuns: 60 },
  );
}

describe("an answer", () => {
  it("is never changed by what was recorded after it was known", () => {
    holds(fc.tuple(anyTellings, anyTellings, anyAsOf), ([before, after, asked], make) => {
      const some = make().at(january);
      for (const each of before) some.record(each);
      const answered = answers(some, { ...asked, knownAt: february });
      some.at(march);
      for (const each of after) some.record(each);
      expect(answers(some, { ...asked, knownAt: february })).toEqual(answered);
    });
  });

  it("is given again for its time, whatever was recorded and decided since", () => {
    holds(fc.tuple(fc.array(anyStep, { maxLength: 15 }), anyAsOf), ([steps, asked], make) => {
      const some = make();
      const given = steps.map((step, index) => {
        const knownAt = new Date(Date.UTC(2025, 1, 1, 0, index)).toISOString();
        some.at(knownAt);
        if ("which" in step) decideOn(some, step);
        else some.record(step);
        return { knownAt, answer: answers(some, asked) };
      });
      for (const { knownAt, answer } of given) expect(answers(some, { ...asked, knownAt })).toEqual(answer);
    });
  });

  it("never depends on the order of import", () => {
    const shuffled = anyTellings.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }), anyAsOf),
    );
    holds(shuffled, ([tellings, otherwise, asked], make) => {
      const [some, other] = [make(), make()];
      for (const each of tellings) some.record(each);
      for (const each of otherwise) other.record(each);
      expect(answers(other, asked)).toEqual(answers(some, asked));
    });
  });

  it("is restored by a retraction; one that is undone leaves its gap", () => {
    holds(fc.tuple(anyTellings, anyTelling, anyAsOf), ([tellings, wrong, asked], make) => {
      const some = make().at(january);
      for (const each of tellings) some.record(each);
      const without = answers(some, asked);
      const id = some.at(february).record({ ...wrong, externalId: "wrong" });
      const withIt = answers(some, asked);
      some.at(march).decide(id, "RETRACTED");
      expect(answers(some, asked)).toEqual(without);
      some.at(april).decide(id, "ACCEPTED");
      expect(answers(some, asked)).toEqual(withIt);
      expect(answers(some, { ...asked, knownAt: january })).toEqual(without);
      expect(answers(some, { ...asked, knownAt: february })).toEqual(withIt);
      expect(answers(some, { ...asked, knownAt: march })).toEqual(without);
      expect(answers(some, { ...asked, knownAt: april })).toEqual(withIt);
    });
  });

  it("counts a reprint once, whoever else says what", () => {
    // On a day of its own: contrary reports of one day are a tie, which their ids decide.
    const anyReport = fc.record({
      ...fields,
      document: fc.constant("wire" as const),
      statedOn: fc.constantFrom("2021-06-01", "2025-06-01"),
    });
    holds(fc.tuple(anyTellings, anyReport, anyRule), ([tellings, report, rule], make) => {
      const some = make();
      for (const each of [...tellings, report]) some.record(each);
      const once = answers(some, { validAt: null, rule });
      some.record({ ...report, document: "reprint" });
      expect(answers(some, { validAt: null, rule }).map(counts)).toEqual(once.map(counts));
    });
  });

  it("rests on the stances that certainly hold on its day, and on no others", () => {
    holds(fc.tuple(anyTellings, anyDay), ([tellings, validAt], make) => {
      const some = make();
      for (const each of tellings) some.record(each);
      const observed = (on: string | null) =>
        some.store.positions.observations({ asOf: { validAt: on, knownAt: null } }).toSorted(byStance);
      expect(observed(validAt)).toEqual(observed(null).filter((each) => holdsOn(each, validAt)));
    });
  });
});

/** Decides on one of the stances there are, where the review allows it. */
function decideOn(
  { store, decide }: World,
  { which, status }: { readonly which: number; readonly status: Status },
): void {
  const stance = [...store.stances.all()][which];
  if (stance !== undefined && isAllowed(stance, status)) decide(stance.id, status);
}

function isAllowed(stance: Stance, to: Status): boolean {
  try {
    checkMove(stance, to);
    return true;
  } catch (error) {
    if (error instanceof StanceGraphError) return false;
    throw error;
  }
}

function byStance(a: Observation, b: Observation): number {
  return a.stance < b.stance ? -1 : 1;
}

function counts({ actor, direction, intensity, score, contributions, sourceCount, contested }: Position) {
  return { actor, direction, intensity, score, stances: contributions.length, sourceCount, contested };
}
