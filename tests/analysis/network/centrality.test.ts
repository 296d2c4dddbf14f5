import { describe, expect, it } from "vitest";
import type { Ties } from "../../../src/analysis/network/centrality/centrality.ts";
import { centralities } from "../../../src/analysis/network/centrality/index.ts";

/** Ties given as `from to weight`. */
function ties(size: number, ...given: readonly (readonly [number, number, number])[]): Ties {
  const weights = new Float64Array(size * size);
  for (const [one, other, weight] of given) {
    weights[one * size + other] = weight;
    weights[other * size + one] = weight;
  }
  return { size, weights };
}

const of = (given: Ties) =>
  Object.fromEntries(
    centralities.map((each) => [
      each.name,
      [...each.of(given)].map((value) => Math.round(value * 1e6) / 1e6),
    ]),
  );

describe("centralities", () => {
  it("of four in a row with equal ties are those of the textbooks", () => {
    expect(of(ties(4, [0, 1, 1], [1, 2, 1], [2, 3, 1]))).toEqual({
      DEGREE: [1, 2, 2, 1],
      STRENGTH: [1, 2, 2, 1],
      BETWEENNESS: [0, 0.666667, 0.666667, 0],
      CLOSENESS: [0.5, 0.75, 0.75, 0.5],
      EIGENVECTOR: [0.371748, 0.601501, 0.601501, 0.371748],
    });
  });

  it("go by strong ties where they are the shorter way", () => {
    const { BETWEENNESS, CLOSENESS } = of(ties(3, [0, 1, 4], [1, 2, 4], [0, 2, 1]));
    expect(BETWEENNESS).toEqual([0, 1, 0]);
    expect(CLOSENESS).toEqual([2.666667, 4, 2.666667]);
  });

  it("share shortest ways that are as short", () => {
    expect(of(ties(4, [0, 1, 1], [1, 3, 1], [0, 2, 1], [2, 3, 1])).BETWEENNESS).toEqual([
      0.166667, 0.166667, 0.166667, 0.166667,
    ]);
  });

  it("tell of networks in parts, and of none", () => {
    expect(of(ties(4, [0, 1, 1])).CLOSENESS).toEqual([0.333333, 0.333333, 0, 0]);
    expect(of(ties(2)).EIGENVECTOR).toEqual([0, 0]);
  });
});
