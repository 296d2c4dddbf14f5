import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Columns, endless, newColumns } from "../../src/domain/projection/columns.ts";
import { noDay } from "../../src/domain/projection/day-number.ts";
import {
  followed,
  type Given,
  type Projection,
  projectionOf,
} from "../../src/domain/projection/projection.ts";
import { statuses } from "../../src/domain/stance.ts";

/** Few of each, so that many are alike in all but their ids. */
const anyStance = fc.record({
  actor: fc.nat(5),
  issue: fc.nat(3),
  status: fc.constantFrom(...statuses.keys(), 1, 1, 1),
  direction: fc.nat(5),
  authority: fc.nat(2),
  latest: fc.integer({ min: noDay, max: 4 }),
  span: fc.nat(1),
  recorded: fc.nat(2),
  idHigh: fc.nat(2),
  source: fc.nat(30),
});
type Stance = typeof anyStance extends fc.Arbitrary<infer S> ? S : never;

const anyHistory = fc.record({
  first: fc.array(anyStance, { minLength: 1, maxLength: 300, size: "max" }),
  changed: fc.array(fc.tuple(fc.nat(299), anyStance), { maxLength: 30, size: "max" }),
  added: fc.array(anyStance, { maxLength: 30, size: "max" }),
  reprinted: fc.constantFrom([], [3], [3, 4]),
  reprintedThen: fc.constantFrom([], [3], [3, 4]),
});

function columnsOf(stances: readonly Stance[]): Columns {
  const columns = newColumns(stances.length);
  for (const [at, { span, ...stance }] of stances.entries()) {
    for (const [name, value] of Object.entries(stance)) columns[name as "actor"][at] = value;
    columns.key[at] = at + 1;
    columns.idLow[at] = at;
    columns.earliest[at] = stance.latest === noDay ? noDay : stance.latest - span;
    columns.until[at] = endless;
  }
  return { ...columns, count: stances.length };
}

/** As many actors and issues as have been met. */
function given(revision: number, stances: readonly Stance[], reprinted: readonly number[]): Given {
  const columns = columnsOf(stances);
  const ids = (numbers: readonly number[]) => Array.from({ length: Math.max(...numbers) + 1 }, String);
  const numbered = (numbers: readonly number[]) => ({ ids: ids(numbers) as never[], numberOf: new Map() });
  return {
    revision,
    columns,
    actors: numbered(stances.map(({ actor }) => actor)),
    issues: numbered(stances.map(({ issue }) => issue)),
    represented: new Set(),
    reprintedSources: new Set(reprinted),
  };
}

const arrangement = ({ newest, onIssue, ofActor, newestOfActor, uncounted }: Projection) => ({
  newest,
  onIssue,
  ofActor,
  newestOfActor,
  uncounted,
});

describe("a projection that follows changes", () => {
  it("is arranged as one that is sorted anew", () => {
    fc.assert(
      fc.property(anyHistory, ({ first, changed, added, reprinted, reprintedThen }) => {
        const later = [...first, ...added];
        const places = new Set<number>(added.map((_, index) => first.length + index));
        for (const [which, { recorded, ...stance }] of changed) {
          const place = which % first.length;
          places.add(place);
          later[place] = { ...stance, recorded: first[place]?.recorded ?? recorded };
        }
        const now = given(2, later, reprintedThen);
        const anew = projectionOf(now);
        const then = followed(now, projectionOf(given(1, first, reprinted)), [...places]);
        expect(arrangement(then)).toEqual(arrangement(anew));
        expect(then.reprinted.isSupersetOf(anew.reprinted)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves the one it follows as it was", () => {
    fc.assert(
      fc.property(anyHistory, ({ first, added }) => {
        const before = projectionOf(given(1, first, []));
        const copy = structuredClone(arrangement(before));
        followed(given(2, [...first, ...added], []), before, [
          ...added.keys().map((at) => first.length + at),
        ]);
        expect(arrangement(before)).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });
});
