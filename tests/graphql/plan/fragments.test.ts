import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newFragments } from "../../../src/graphql/plan/fragments.ts";

const megabyte = 2 ** 20;

describe("fragments", () => {
  it("are what was kept last under their names, or gone, whatever comes between", () => {
    const names = fc.oneof(
      fc.nat(20),
      fc.constantFrom(2 ** 33, 2 ** 33 + 1, -1, "1", "actor:a", "actor:b", "actor:ä", "actor:ى"),
    );
    const step = fc.record({
      plan: fc.constantFrom({ is: "one" }, { is: "another" }, { is: "a third" }),
      name: names,
      text: fc.tuple(fc.string({ unit: "grapheme" }), fc.constantFrom(1, 1_000, 10_000)),
      keeps: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const fragments = newFragments(megabyte);
        const truth = new Map<object, Map<number | string, string>>();
        for (const { plan, name, text, keeps } of steps) {
          const written = text[0].repeat(text[1]).slice(0, 90_000).toWellFormed();
          const known = truth.get(plan) ?? new Map<number | string, string>();
          truth.set(plan, known);
          const map = fragments.of(plan);
          if (keeps) {
            map.set(name, written);
            known.set(name, written);
          } else {
            const kept = map.get(name);
            if (kept !== undefined) expect(kept).toBe(known.get(name));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("stay as long as they are asked for, and go when they are not", () => {
    const map = newFragments(megabyte).of({});
    const text = "ä".repeat(1_000);
    map.set("wanted", "this one");
    map.set("forgotten", "that one");
    for (let each = 0; each < 3_000; each += 1) {
      map.set(each, text);
      if (each % 100 === 0) expect(map.get("wanted")).toBe("this one");
    }
    expect(map.get("forgotten")).toBeUndefined();
    expect(map.get(2_999)).toBe(text);
  });

  it("hold nothing wrong through a map that is used on after many others were filled", () => {
    const fragments = newFragments(megabyte);
    const early = fragments.of({});
    early.set(1, "early");
    const late = fragments.of({});
    for (let each = 0; each < 5_000; each += 1) late.set(each, "x".repeat(1_000));
    expect(early.get(1)).toBeUndefined();
    early.set(2, "again");
    expect([early.get(1), early.get(2)]).toEqual([undefined, "again"]);
  });

  it("are not kept where one is as long as a document", () => {
    const map = newFragments(megabyte).of({});
    map.set(1, "x".repeat(200_000));
    expect(map.get(1)).toBeUndefined();
  });
});
