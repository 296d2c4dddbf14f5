import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedRand, mutualInformation } from "../../../src/analysis/network/clusters/agreement.ts";
import { changePointsOf } from "../../../src/analysis/network/clusters/change-points.ts";
import { communitiesOf } from "../../../src/analysis/network/clusters/communities.ts";
import {
  cutInto,
  hierarchyOf,
  type Linkage,
  linkages,
} from "../../../src/analysis/network/clusters/hierarchy.ts";
import { stabilityOf } from "../../../src/analysis/network/clusters/stability.ts";
import { eigenvaluesOf } from "../../../src/analysis/network/eigenvalues.ts";
import { randomOf } from "../../../src/analysis/network/random.ts";

const linkage = (name: string) => linkages.find((each) => each.name === name) as Linkage;

function symmetric(size: number, value: (one: number, other: number) => number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [one, other] = [Math.floor(at / size), at % size];
    return one === other ? 0 : value(Math.min(one, other), Math.max(one, other));
  });
}

describe("communities", () => {
  it("of two triangles with a bridge are the triangles", () => {
    const bridged = symmetric(6, (one, other) => Number(one < 3 === other < 3 || (one === 2 && other === 3)));
    const found = communitiesOf({ size: 6, weights: bridged }, { random: randomOf(1) });
    expect([...found.of]).toEqual([0, 0, 0, 1, 1, 1]);
    // 2 · (6/14 − (7/14)²)
    expect(found.modularity).toBeCloseTo(0.357143, 6);
  });

  it("leave those alone who are tied to nobody", () => {
    const found = communitiesOf({ size: 3, weights: new Float64Array(9) }, { random: randomOf(1) });
    expect([...found.of, found.modularity]).toEqual([0, 1, 2, 0]);
  });
});

describe("how far groups stay", () => {
  it("is 1 of the same groups by other numbers, and as Hubert and Arabie have it of others", () => {
    expect(adjustedRand([0, 0, 1, 1], [5, 5, 2, 2])).toBe(1);
    // Pairs together: in both 1, in the one 2, in the other 3; of 6: (1 − 1) / (2.5 − 1).
    expect(adjustedRand([0, 0, 1, 1], [0, 0, 0, 1])).toBe(0);
    expect(mutualInformation([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(mutualInformation([0, 0, 1, 1], [0, 1, 0, 1])).toBe(0);
  });

  it("is told over those in both windows, from three on", () => {
    const windows = [
      new Map([
        ["a", 0],
        ["b", 0],
        ["c", 1],
        ["d", 1],
      ]),
      new Map([
        ["a", 1],
        ["b", 1],
        ["c", 0],
        ["e", 0],
      ]),
      new Map([
        ["a", 0],
        ["e", 0],
      ]),
    ];
    expect(stabilityOf(windows)).toEqual([
      { shared: 3, adjustedRand: 1, mutualInformation: 1 },
      { shared: 2, adjustedRand: null, mutualInformation: null },
    ]);
  });
});

describe("a dendrogram", () => {
  // On a line at 0, 1, 4 and 6.
  const places = [0, 1, 4, 6];
  const distances = symmetric(4, (one, other) => (places[other] as number) - (places[one] as number));

  it.each([
    ["SINGLE", [1, 2, 3]],
    ["COMPLETE", [1, 2, 6]],
    ["AVERAGE", [1, 2, 4.5]],
    ["WARD", [1, 2, Math.sqrt(40.5)]],
  ])("by %s merges at heights that can be reckoned", (name, heights) => {
    const merges = hierarchyOf(distances, 4, linkage(name));
    expect(merges.map(({ one, other, size }) => [one, other, size])).toEqual([
      [0, 1, 2],
      [2, 3, 2],
      [4, 5, 4],
    ]);
    for (const [at, height] of heights.entries()) expect(merges[at]?.height).toBeCloseTo(height, 12);
    expect([...cutInto(merges, 4, 2)]).toEqual([0, 0, 1, 1]);
  });
});

describe("change points", () => {
  it("lie where windows are of another kind, and nowhere else", () => {
    const kinds = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    const distances = symmetric(10, (one, other) => (kinds[one] === kinds[other] ? 0.1 : 1));
    const points = changePointsOf(distances, 10, { random: randomOf(1) });
    expect(points.map(({ at }) => at)).toEqual([5]);
    // 25/10 · (2 · 1 − 0.1 − 0.1)
    expect(points[0]?.statistic).toBeCloseTo(4.5, 12);
    expect(
      changePointsOf(
        symmetric(10, () => 1),
        10,
        { random: randomOf(1) },
      ),
    ).toEqual([]);
  });
});

describe("eigenvalues", () => {
  it("of a Laplacian of three in a row are 3, 1 and 0", () => {
    const values = eigenvaluesOf(Float64Array.of(1, -1, 0, -1, 2, -1, 0, -1, 1), 3);
    for (const [at, value] of [3, 1, 0].entries()) expect(values[at]).toBeCloseTo(value, 12);
  });

  it("add up to the diagonal, and their squares to those of all entries", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), (size, seed) => {
        const random = randomOf(seed);
        const values = Array.from({ length: size * size }, () => Math.floor(random() * 9) - 4);
        const matrix = Float64Array.from(values, (_, at) => {
          const [one, other] = [Math.floor(at / size), at % size];
          return values[Math.min(one, other) * size + Math.max(one, other)] as number;
        });
        const found = eigenvaluesOf(matrix, size);
        const trace = matrix.reduce((sum, value, at) => sum + (at % (size + 1) === 0 ? value : 0), 0);
        expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(trace, 8);
        expect(found.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(
          matrix.reduce((sum, value) => sum + value ** 2, 0),
          6,
        );
      }),
    );
  });
});
