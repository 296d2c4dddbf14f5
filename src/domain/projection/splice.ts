import type { Order } from "./order.ts";

/** By what an order is sorted: its runs, and within them negative when the place `a` comes first. */
export interface Sorting {
  /** How many runs there are. */
  readonly runs: number;
  readonly runOf: (place: number) => number;
  readonly compare: (a: number, b: number) => number;
}

/** What is taken out of an order and put into it, by place. A place that is moved is in both. */
export interface Splice {
  readonly without: ReadonlySet<number>;
  readonly added: readonly number[];
}

/** An order as it is sorted, after a splice: what stays is copied as it stands, so that a few changes cost little. */
export function spliced(order: Order, { without, added }: Splice, sorting: Sorting): Order {
  return withAdded(withoutSome(order, without), added, sorting);
}

function withoutSome({ places, starts }: Order, without: ReadonlySet<number>): Order {
  const left = indexesOf(places, without);
  if (left.length === 0) return { places, starts };
  const kept = new Uint32Array(places.length - left.length);
  let from = 0;
  for (const [count, at] of left.entries()) {
    kept.set(places.subarray(from, at), from - count);
    from = at + 1;
  }
  kept.set(places.subarray(from), from - left.length);
  let before = 0;
  const shifted = starts.map((start) => {
    while (before < left.length && (left[before] as number) < start) before += 1;
    return start - before;
  });
  return { places: kept, starts: shifted };
}

/** A search each costs less than a look at every place, up to so many. */
const few = 8;

/** Where some places stand, ascending. */
function indexesOf(places: Uint32Array, sought: ReadonlySet<number>): readonly number[] {
  if (sought.size <= few) {
    const found = [...sought].map((place) => places.indexOf(place)).filter((at) => at >= 0);
    return found.sort((a, b) => a - b);
  }
  const found: number[] = [];
  for (let at = 0; at < places.length; at += 1) if (sought.has(places[at] as number)) found.push(at);
  return found;
}

function withAdded(order: Order, added: readonly number[], { runs, runOf, compare }: Sorting): Order {
  const { places, starts } = order;
  const sorted = added.toSorted((a, b) => runOf(a) - runOf(b) || compare(a, b));
  const merged = new Uint32Array(places.length + sorted.length);
  let from = 0;
  for (const [count, place] of sorted.entries()) {
    const at = placeFor(order, place, { runs, runOf, compare });
    merged.set(places.subarray(from, at), from + count);
    merged[at + count] = place;
    from = at;
  }
  merged.set(places.subarray(from), from + sorted.length);
  let before = 0;
  const shifted = Uint32Array.from({ length: runs + 1 }, (_, run) => {
    while (before < sorted.length && runOf(sorted[before] as number) < run) before += 1;
    return (starts[run] ?? places.length) + before;
  });
  return { places: merged, starts: shifted };
}

/** Before which index a place belongs. */
function placeFor({ places, starts }: Order, place: number, { runOf, compare }: Sorting): number {
  const run = runOf(place);
  let [low, high] = [starts[run] ?? places.length, starts[run + 1] ?? places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(places[middle] as number, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
