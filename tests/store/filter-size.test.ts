import { describe, expect, it } from "vitest";
import { checkSize } from "../../src/store/filter-size.ts";
import type { Where } from "../../src/store/where.ts";
import { graph } from "../ingest/graph.ts";

const store = graph();
const term: Where = { note: { contains: "x" } };
const related = (depth: number): Where =>
  depth === 0 ? term : { holder: { is: { stances: { some: related(depth - 2) } } } };

describe("the size of a filter", () => {
  it("is 64 terms at most, wherever they stand", () => {
    expect(() => checkSize({ OR: Array.from({ length: 63 }, () => term) })).not.toThrow();
    for (const where of [
      { OR: Array.from({ length: 64 }, () => term) },
      { OR: Array.from({ length: 65 }, () => ({})) },
      { holder: { is: { stances: { some: { OR: Array.from({ length: 62 }, () => term) } } } } },
    ]) {
      expect(() => store.stances.count(where)).toThrow("A filter takes at most 64 terms.");
    }
  });

  it("bounds its depth by its terms", () => {
    let where: Where = term;
    for (let depth = 0; depth < 2500; depth += 1) where = { NOT: where };
    expect(() => store.stances.count(where)).toThrow("A filter takes at most 64 terms.");
  });

  it("is three filters on related things within each other at most", () => {
    expect(store.stances.count(related(2))).toBe(0);
    expect(store.documents.count({ stances: { none: related(2) } })).toBe(1);
    expect(() => store.stances.count(related(4))).toThrow(
      "At most 3 filters on related things stand within each other.",
    );
  });
});

describe("none", () => {
  it("holds of what nothing is tied to, though some ties are to nothing", () => {
    const where = { stances: { none: { addressee: { eq: "owners" } } } };
    expect(store.issues.count(where)).toBe(1);
    expect(store.actors.count({ stances: { none: {} } })).toBe(3);
    expect(store.stances.count({ NOT: { addressee: { is: {} } } })).toBe(1);
  });
});
