import type { Analysis } from "../../analysis.ts";
import { type Random, shuffled } from "../random.ts";

export const changePoints: Analysis = {
  name: "changePoints",
  summary: "Between which windows a debate changes.",
  reference:
    "Matteson & James 2014, A Nonparametric Approach for Multiple Change Point Analysis of Multivariate Data, JASA 109 (E-divisive)",
};

/** Between the windows `at` − 1 and `at`. */
export interface ChangePoint {
  readonly at: number;
  /** The energy statistic: how much farther apart the two sides are than within. */
  readonly statistic: number;
  /** The share of windows in orders by chance that differ as much or more. */
  readonly p: number;
}

/**
 * Where what comes before differs from what comes after, by the distances of all windows (n × n, symmetric): the split
 * with the greatest energy statistic, kept when few orders by chance reach it, then within both parts. Windows that
 * overlap are alike for that alone: their p is too small, and says where, not how surely.
 */
export function changePointsOf(
  distances: Float64Array,
  size: number,
  {
    random,
    fewest = 3,
    level = 0.05,
    orders = 199,
  }: {
    readonly random: Random;
    /** How many windows lie between two change points at least. */
    readonly fewest?: number;
    readonly level?: number;
    readonly orders?: number;
  },
): readonly ChangePoint[] {
  const found: ChangePoint[] = [];
  const divide = (from: number, until: number): void => {
    const places = Int32Array.from({ length: until - from }, (_, at) => from + at);
    const best = bestSplit(distances, size, places, fewest);
    if (best === null) return;
    let asGreat = 0;
    for (let order = 0; order < orders; order += 1) {
      const mixed = shuffled(places.length, random).map((at) => places[at] as number);
      const split = bestSplit(distances, size, mixed, fewest);
      if (split !== null && split.statistic >= best.statistic) asGreat += 1;
    }
    const p = (asGreat + 1) / (orders + 1);
    if (p > level) return;
    const at = from + best.at;
    found.push({ at, statistic: best.statistic, p });
    divide(from, at);
    divide(at, until);
  };
  divide(0, size);
  return found.sort((a, b) => a.at - b.at);
}

/** Q = (m n / (m + n)) · (2 mean between − mean within the one − mean within the other), means over pairs. */
function bestSplit(distances: Float64Array, size: number, places: Int32Array, fewest: number) {
  const all = places.length;
  let best: { at: number; statistic: number } | null = null;
  for (let at = fewest; at + fewest <= all; at += 1) {
    const [left, right, between] = sumsOf(distances, size, places, at);
    const [m, n] = [at, all - at];
    const apart =
      (2 * between) / (m * n) -
      (m > 1 ? (2 * left) / (m * (m - 1)) : 0) -
      (n > 1 ? (2 * right) / (n * (n - 1)) : 0);
    const statistic = ((m * n) / (m + n)) * apart;
    if (best === null || statistic > best.statistic) best = { at, statistic };
  }
  return best;
}

function sumsOf(distances: Float64Array, size: number, places: Int32Array, split: number) {
  let [left, right, between] = [0, 0, 0];
  for (let one = 0; one < places.length; one += 1)
    for (let other = one + 1; other < places.length; other += 1) {
      const distance = distances[(places[one] as number) * size + (places[other] as number)] as number;
      if (other < split) left += distance;
      else if (one >= split) right += distance;
      else between += distance;
    }
  return [left, right, between] as const;
}
