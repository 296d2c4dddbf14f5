import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregates, normalizations } from "../../../src/analysis/network/index.ts";
import { networkOf } from "../../../src/analysis/network/network.ts";
import { reasonsIn } from "../../../src/analysis/network/reasons.ts";
import type { Statements } from "../../../src/analysis/network/statements.ts";
import { undated } from "../../../src/analysis/network/statements.ts";
import { measuresNamed } from "./asked.ts";

const levels = [-2, -1, 0, 1, 2];

const statement = fc.record({
  actor: fc.nat(4),
  issue: fc.nat(3),
  level: fc.integer({ min: -1, max: 4 }),
  day: fc.oneof(fc.nat(40), fc.constant(undated)),
  document: fc.nat(5),
});

const statements = fc.array(statement, { maxLength: 40 }).map((all): Statements => {
  const column = (name: keyof (typeof all)[number]) => Int32Array.from(all, (each) => each[name]);
  return {
    size: all.length,
    actors: ["a", "b", "c", "d", "e"],
    issues: ["p", "q", "r", "s"],
    scale: "INTEGER",
    levels,
    actor: column("actor"),
    issue: column("issue"),
    level: Int8Array.from(all, ({ level }) => level),
    day: column("day"),
    document: column("document"),
  };
});

const oneMode = aggregates.filter((each) => each.oneMode !== null);
const ways = normalizations.filter((each) => each.oneMode !== null);

it("a network of more nodes than allowed is refused with what to ask instead", () => {
  const two: Statements = {
    size: 2,
    actors: ["a", "b"],
    issues: ["p"],
    scale: "BINARY",
    levels: [0, 1],
    actor: Int32Array.of(0, 1),
    issue: Int32Array.of(0, 0),
    level: Int8Array.of(0, 1),
    day: Int32Array.of(0, 0),
    document: Int32Array.of(0, 0),
  };
  const question = { mode: "ACTORS", ...measuresNamed("conflict", "no"), duplicates: "NONE" } as const;
  expect([...networkOf(two, { ...question, most: 2 }).values]).toEqual([0, 1, 1, 0]);
  expect(() => networkOf(two, { ...question, most: 1 })).toThrow(
    "That makes 2 nodes; 1 are allowed. Ask for those with the most statements with `top`, or for fewer actors or issues.",
  );
});

describe("networks of any statements", () => {
  it("are those of the formulas, written out", () => {
    fc.assert(
      fc.property(statements, (given) => {
        const { rows, values } = networkOf(given, {
          mode: "ACTORS",
          ...measuresNamed("congruence", "no"),
          duplicates: "NONE",
        });
        const said = Array.from({ length: given.size }, (_, at) => at).filter(
          (at) => (given.level[at] as number) >= 0,
        );
        const valueAt = (at: number) => levels[given.level[at] as number] as number;
        const observed = said.map(valueAt);
        const range = Math.max(...observed) - Math.min(...observed);
        for (const [i, one] of rows.labels.entries()) {
          for (const [j, other] of rows.labels.entries()) {
            const pairs = said.flatMap((at) =>
              said
                .filter((to) => given.issue[to] === given.issue[at])
                .filter(
                  (to) =>
                    given.actors[given.actor[at] as number] === one &&
                    given.actors[given.actor[to] as number] === other,
                )
                .map((to) => (range === 0 ? 1 : 1 - Math.abs(valueAt(at) - valueAt(to)) / range)),
            );
            const expected = i === j ? 0 : pairs.reduce((sum, each) => sum + each, 0);
            expect(values[i * rows.labels.length + j]).toBeCloseTo(expected, 9);
          }
        }
      }),
    );
  });

  it("are symmetric, subtract is congruence less conflict, and cosines are at most 1", () => {
    fc.assert(
      fc.property(statements, (given) => {
        const valuesOf = (aggregate: string, normalization: string) =>
          networkOf(given, {
            mode: "ACTORS",
            ...measuresNamed(aggregate, normalization),
            duplicates: "NONE",
          });
        const [agree, differ, net] = ["congruence", "conflict", "subtract"].map(
          (name) => valuesOf(name, "no").values,
        );
        for (const [at, value] of (net as Float64Array).entries())
          expect(value).toBeCloseTo((agree?.[at] as number) - (differ?.[at] as number), 9);
        for (const { name } of oneMode) {
          for (const { name: by } of ways) {
            const { rows, values } = valuesOf(name, by);
            const size = rows.labels.length;
            for (let one = 0; one < size; one += 1)
              for (let other = 0; other < size; other += 1)
                expect(values[one * size + other]).toBe(values[other * size + one]);
            if (by === "COSINE_TEXTBOOK")
              expect(values.every((value) => Math.abs(value) <= 1 + 1e-9)).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("give each tie its reasons, and none where there is no tie", () => {
    fc.assert(
      fc.property(statements, fc.constantFrom("congruence", "conflict", "ignore"), (given, name) => {
        const measures = measuresNamed(name, "no");
        const network = networkOf(given, { mode: "ACTORS", ...measures, duplicates: "MONTH" });
        const reasonsOf = reasonsIn(given, network, measures.aggregate);
        const size = network.rows.labels.length;
        for (let one = 0; one < size; one += 1) {
          for (let other = one + 1; other < size; other += 1) {
            const isTied = network.values[one * size + other] !== 0;
            expect(reasonsOf(one, other).length > 0).toBe(isTied);
          }
        }
      }),
    );
  });
});
