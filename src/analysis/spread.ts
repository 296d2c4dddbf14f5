import type { Position } from "../domain/position.ts";
import type { Analysis } from "./analysis.ts";

export const spread: Analysis = {
  name: "spread",
  summary: "How far the actors that take a place on an issue agree, or fall to its two ends.",
  reference:
    "Agreement A of van der Eijk 2001, Measuring agreement in ordered rating scales, Quality and Quantity 35(3), on the " +
    "five places from strongly against to strongly for; polarization is (1 − A) / 2",
};

/** How positions on one issue spread over its places. */
export interface Spread {
  /** Who takes a place; who declines to comment takes none. */
  readonly actors: number;
  /** How many take each place, from strongly against to strongly for. */
  readonly places: readonly number[];
  /** 1 all at one place, 0 as many at each, −1 half at each end; null where nobody takes a place. */
  readonly agreement: number | null;
  /** 0 all at one place, 0.5 as many at each, 1 half at each end. */
  readonly polarization: number | null;
}

export function spreadOf(positions: Iterable<Pick<Position, "direction" | "intensity">>): Spread {
  const places = [0, 0, 0, 0, 0];
  for (const { direction, intensity } of positions) {
    if (direction !== "DECLINED_TO_COMMENT") places[intensity + 2] = (places[intensity + 2] as number) + 1;
  }
  const actors = places.reduce((sum, count) => sum + count, 0);
  const agreement = actors === 0 ? null : ordinalAgreement(places);
  return { actors, places, agreement, polarization: agreement === null ? null : (1 - agreement) / 2 };
}

/** How far ratings of ordered categories agree: 1 all in one, 0 as many in each, −1 half at each end. */
export function ordinalAgreement(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const left = [...counts];
  let agreement = 0;
  while (left.some((count) => count > 0)) {
    const filled = left.map((count) => count > 0);
    const least = Math.min(...left.filter((count) => count > 0));
    const size = filled.filter(Boolean).length;
    agreement += ((least * size) / total) * layerAgreement(filled, size);
    for (const [index, isFilled] of filled.entries())
      if (isFilled) left[index] = (left[index] as number) - least;
  }
  return agreement;
}

/** The agreement of a layer, in which each category has as many or none: the more of them side by side, the better. */
function layerAgreement(filled: readonly boolean[], size: number): number {
  const count = filled.length;
  if (size === 1) return 1;
  if (size === count) return 0;
  const { together, apart } = triplesIn(filled);
  const unimodality = ((count - 2) * together - (count - 1) * apart) / ((count - 2) * (together + apart));
  return unimodality * (1 - (size - 1) / (count - 1));
}

/** Threes of categories in their order with two filled: side by side (110, 011), or with a gap between (101). */
function triplesIn(filled: readonly boolean[]): { readonly together: number; readonly apart: number } {
  let [together, apart] = [0, 0];
  for (let first = 0; first < filled.length; first += 1)
    for (let middle = first + 1; middle < filled.length; middle += 1)
      for (let last = middle + 1; last < filled.length; last += 1) {
        if (filled[first] && !filled[middle] && filled[last]) apart += 1;
        else if (filled[middle] && filled[first] !== filled[last]) together += 1;
      }
  return { together, apart };
}
