import type { Analysis } from "../analysis.ts";
import type { Counts } from "./counts.ts";

/** Where the measures of discourse networks are defined, unless they say otherwise. */
export const leifeld =
  "Leifeld 2017, Discourse Network Analysis: Policy Debates as Dynamic Networks, Oxford Handbook of Political Networks";

/** How statements become weights. */
export interface Aggregate extends Analysis {
  /** Whether it counts statements whatever their level. */
  readonly ignoresLevel: boolean;
  /** Of two rows: rows × rows, row-major, symmetric, the diagonal 0; null: it is of a row and a column only. */
  readonly oneMode: ((counts: Counts) => Float64Array) | null;
  /** Of a row and a column: rows × columns, row-major; null: it is of two rows only. */
  readonly twoMode: ((counts: Counts) => Float64Array) | null;
  /** The squared length of each row in the space in which its weights are products. */
  readonly lengths: ((counts: Counts) => Float64Array) | null;
  /** What two statements on one issue add to the weight of two rows, by the distance of their levels, 0 to 1. */
  readonly weight: ((distance: number) => number) | null;
}

/** By what weights are divided. */
export interface Normalization extends Analysis {
  readonly oneMode: ((counts: Counts, aggregate: Aggregate) => Divisor) | null;
  readonly twoMode: ((counts: Counts, aggregate: Aggregate) => Divisor) | null;
}

/** The divisor of the weight of a row and another row or a column; where it is 0, so is the weight. */
export type Divisor = (row: number, other: number) => number;

/**
 * d: how far apart two levels of K are, 0 the same to 1 the ends of what was observed. Categories are the same or 1
 * apart; a single level is at no distance from itself.
 */
export function distanceOf(
  { scale, levels }: Pick<Counts, "scale" | "levels">,
  one: number,
  other: number,
): number {
  if (one === other) return 0;
  if (scale === "CATEGORY") return 1;
  const range = Math.abs((levels.at(-1) as number) - (levels[0] as number));
  return Math.abs((levels[one] as number) - (levels[other] as number)) / range;
}

/** K × K weights by the distance of two levels. */
export function weightsBy(counts: Counts, weight: (distance: number) => number): Float64Array {
  const depth = counts.levels.length;
  return Float64Array.from({ length: depth * depth }, (_, at) =>
    weight(distanceOf(counts, Math.floor(at / depth), at % depth)),
  );
}
