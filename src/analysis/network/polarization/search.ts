import { type Random, shuffled } from "../random.ts";
import type { Constraint } from "./constraint.ts";
import { type Camps, normsOf, type Opposition, sizesOf } from "./quality.ts";
import { type Division, divisionOf } from "./division.ts";

const starts = 12;

/**
 * A division of high quality, by a search from twelve starts: from rows dealt out by chance the best swap of two rows of
 * two camps is made until none is better, after Kernighan & Lin 1970; with ANY_SIZE also rows go over to another camp,
 * as long as the division at the end of the swaps is better. The same seed gives the same division.
 */
export function searchedCamps(
  opposition: Opposition,
  { camps, constraint, random }: { readonly camps: number; readonly constraint: Constraint; readonly random: Random },
): Camps {
  const norms = normsOf(opposition);
  const { size } = opposition;
  let best: Division | null = null;
  for (let start = 0; start < starts; start += 1) {
    const order = shuffled(size, random);
    const of = new Int32Array(size);
    for (const [at, row] of order.entries()) of[row] = at % camps;
    let found = swapped(divisionOf(opposition, norms, { camps, of }));
    if (constraint === "ANY_SIZE") found = resized(found, (other) => divisionOf(opposition, norms, other));
    if (best === null || found.sum() > best.sum()) best = found;
  }
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

/** Lets the rows go over, one at a time, that gain most, and swaps again; as long as it gets better within a few steps. */
function resized(start: Division, divided: (camps: Camps) => Division): Division {
  let best = start;
  const { camps } = start.camps;
  for (let from = 0; from < camps; from += 1)
    for (let to = 0; to < camps; to += 1) {
      if (from === to) continue;
      let current = best;
      for (let worse = 0; worse < patience && (sizesOf(current.camps)[from] as number) > 1; ) {
        const row = current.bestMove(from, to);
        const of = current.camps.of.slice();
        of[row] = to;
        current = swapped(divided({ camps, of }));
        worse = current.sum() > best.sum() ? 0 : worse + 1;
        if (current.sum() > best.sum()) best = current;
      }
    }
  return best;
}

/** How many moves that gain nothing are followed by another: until only small camps are left to try. */
const patience = 24;
