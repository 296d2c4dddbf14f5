import { type Random, shuffled } from "../random.ts";
import type { Constraint } from "./constraint.ts";
import { type Division, divisionOf } from "./division.ts";
import { type Camps, normsOf, type Opposition, sizesOf } from "./quality.ts";

/** Twelve starts, fewer of many rows. */
function startsOf(size: number): number {
  return Math.max(3, Math.min(12, Math.floor(2000 / size)));
}

/**
 * A division of high quality, by a search from several starts: from rows dealt out by chance the best swap of two rows of
 * two camps is made until none is better, after Kernighan & Lin 1970; with ANY_SIZE then rows of the best go over to another camp,
 * one by one with the swaps that this calls for. The same seed gives the same division.
 */
export function searchedCamps(
  opposition: Opposition,
  {
    camps,
    constraint,
    random,
  }: { readonly camps: number; readonly constraint: Constraint; readonly random: Random },
): Camps {
  const norms = normsOf(opposition);
  const { size } = opposition;
  let best: Division | null = null;
  for (let start = 0; start < startsOf(size); start += 1) {
    const order = shuffled(size, random);
    const of = new Int32Array(size);
    for (const [at, row] of order.entries()) of[row] = at % camps;
    const found = swapped(divisionOf(opposition, norms, { camps, of }));
    if (best === null || found.sum() > best.sum()) best = found;
  }
  if (constraint === "ANY_SIZE")
    best = resized(best as Division, (other) => divisionOf(opposition, norms, other));
  return (best as Division).camps;
}

/** Makes the best swap until none is better. */
function swapped(division: Division): Division {
  for (;;) {
    const swap = division.bestSwap();
    if (swap === null) return division;
    division.swap(swap);
  }
}

/** Lets rows go over, one at a time those that gain most, and swaps again: between two camps until one is empty. */
function resized(start: Division, divided: (camps: Camps) => Division): Division {
  const { camps } = start.camps;
  const patience = camps === 2 && start.camps.of.length <= 200 ? Number.POSITIVE_INFINITY : 16;
  let best = start;
  for (let from = 0; from < camps; from += 1)
    for (let to = 0; to < camps; to += 1) {
      let current = best;
      for (let worse = 0; from !== to && worse < patience && (sizesOf(current.camps)[from] as number) > 1; ) {
        const of = current.camps.of.slice();
        of[current.bestMove(from, to)] = to;
        current = swapped(divided({ camps, of }));
        const isBetter = current.sum() > best.sum();
        worse = isBetter ? 0 : worse + 1;
        if (isBetter) best = current;
      }
    }
  return best;
}
