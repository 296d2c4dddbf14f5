import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fragmentMaps } from "../../../src/graphql/plan/fragments.ts";

const megabyte = 2 ** 20;

describe("fragments", () => {
  it("are what was kept under their names, or gone, whatever comes between", () => {
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
        const fragments = fragmentMaps(megabyte);
        const truth = new Map<object, Map<number | string, string>>();
        for (const { plan, name, text, keeps } of steps) {
          const known = truth.get(plan) ?? new Map<number | string, string>();
          truth.set(plan, known);
          const map = fragments(plan);
          const kept = map.get(name);
          if (kept !== undefined) expect(kept).toBe(known.get(name));
          if (!keeps || kept !== undefined) continue;
          const written = text[0].repeat(text[1]).slice(0, 90_000).toWellFormed();
          map.set(name, written);
          known.set(name, written);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("stay as long as they are asked for, and go when they are not", () => {
    const map = fragmentMaps(megabyte)({});
    const text = "ä".repeat(1_000);
    map.set("wanted", "this one");
    map.set("forgotten", "that one");
    for (let each = 0; each < 3_000; each += 1) {
      for (const _time of [1, 2]) map.set(each, text);
      if (each % 100 === 0) expect(map.get("wanted")).toBe("this one");
    }
    expect(map.get("forgotten")).toBeUndefined();
    expect(map.get(2_999)).toBe(text);
  });

  it("stay by the hundreds, while thousands of others come and go", () => {
    const map = fragmentMaps(4 * megabyte)({});
    const wanted = Array.from({ length: 500 }, (_, index) =>
      index % 2 === 0 ? -1 - index : `actor:${index}`,
    );
    for (const name of wanted) map.set(name, `of ${name}`);
    for (let each = 0; each < 20_000; each += 1) {
      for (const _time of [1, 2]) map.set(each, "x".repeat(each % 3_000));
      if (each % 500 > 0) continue;
      for (const name of wanted) expect(map.get(name)).toBe(`of ${name}`);
    }
    const left = Array.from({ length: 20_000 }, (_, each) => map.get(each)?.length).filter(
      (n) => n !== undefined,
    );
    expect(left.length).toBeGreaterThan(1_000);
    expect(left.reduce((sum, length) => sum + length, 0)).toBeLessThan(4 * megabyte);
  });

  it("are kept at once while there is room, then when they are asked for again", () => {
    const map = fragmentMaps(megabyte)({});
    const text = "x".repeat(1_000);
    const isKept = (name: number) => {
      map.set(name, text);
      return map.get(name) === text;
    };
    expect(isKept(0)).toBe(true);
    for (let each = 1; each < 2_000; each += 1) isKept(each);
    expect([isKept(5_000), isKept(5_001), isKept(5_000)]).toEqual([false, false, true]);
  });

  it("hold nothing wrong through a map that is used on after many others were filled", () => {
    const fragments = fragmentMaps(megabyte);
    const early = fragments({});
    early.set(1, "early");
    const late = fragments({});
    for (let each = 0; each < 10_000; each += 1) late.set(each >> 1, "x".repeat(1_000));
    expect(early.get(1)).toBeUndefined();
    for (const _time of [1, 2]) early.set(2, "again");
    expect([early.get(1), early.get(2)]).toEqual([undefined, "again"]);
  });

  it("are not kept where one is as long as a document", () => {
    const map = fragmentMaps(megabyte)({});
    map.set(1, "x".repeat(200_000));
    expect(map.get(1)).toBeUndefined();
  });
});
