import { directions } from "../stance.ts";
import { type Columns, endless } from "./columns.ts";
import { noDay } from "./day-number.ts";

type Places = Int32Array | Uint32Array;

/** Places of stances, run by run: those of run r stand from `starts[r]` to `starts[r + 1]`. */
export interface Runs<P extends Places> {
  readonly places: P;
  readonly starts: Uint32Array;
}

export type Order = Runs<Uint32Array>;

/** An order with what is looked for in it beside it: a search then reads what lies together. */
export interface Searchable extends Order {
  /** The issue, the latest day and the direction of the stance at each index. */
  readonly issue: Int32Array;
  readonly latest: Int32Array;
  readonly direction: Uint8Array;
  /** How many stances of each direction a run has: run by run, in the order of `directions`. */
  readonly directionCounts: Uint32Array;
}

export function searchable({ places, starts }: Order, columns: Columns): Searchable {
  const issue = new Int32Array(places.length);
  const latest = new Int32Array(places.length);
  const direction = new Uint8Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    issue[at] = columns.issue[place] as number;
    latest[at] = columns.latest[place] as number;
    direction[at] = columns.direction[place] as number;
  }
  return { places, starts, issue, latest, direction, directionCounts: countsIn(starts, direction) };
}

function countsIn(starts: Uint32Array, direction: Uint8Array): Uint32Array {
  const runs = starts.length - 1;
  const counts = new Uint32Array(runs * directions.length);
  for (let run = 0; run < runs; run += 1) {
    for (let at = starts[run] as number; at < (starts[run + 1] as number); at += 1) {
      const group = run * directions.length + (direction[at] as number);
      counts[group] = (counts[group] as number) + 1;
    }
  }
  return counts;
}

/** An order with what a walk over it asks of each stance beside it, so that the walk, too, reads what lies together. */
export interface Walkable extends Order {
  /** The actor of the stance at each index; −1 − the actor where it has no day, or its own words bound its time. */
  readonly actor: Int32Array;
  /** Its intensity; `silence` where the actor declined to comment. */
  readonly intensity: Int8Array;
}

export const silence = 127;
const declined = directions.indexOf("DECLINED_TO_COMMENT");

export function walkable({ places, starts }: Order, columns: Columns): Walkable {
  const { latest, from, until, direction } = columns;
  const actor = new Int32Array(places.length);
  const intensity = new Int8Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const isPlain = latest[place] !== noDay && from[place] === noDay && until[place] === endless;
    actor[at] = isPlain ? (columns.actor[place] as number) : -1 - (columns.actor[place] as number);
    intensity[at] = direction[place] === declined ? silence : (columns.intensity[place] as number);
  }
  return { places, starts, actor, intensity };
}

/**
 * The order of preference of `byPreference` on columns: the later day; the better authority; the more precise date;
 * what was recorded later; the id. Negative when `a` comes first.
 */
export function preferred(columns: Columns, a: number, b: number): number {
  const { latest, authority } = columns;
  return (
    (latest[b] as number) - (latest[a] as number) ||
    (authority[a] as number) - (authority[b] as number) ||
    preferredOnDay(columns, a, b)
  );
}

/** The same of stances of one latest day and one authority. */
function preferredOnDay(columns: Columns, a: number, b: number): number {
  const { earliest, recorded, instants, idHigh, idLow } = columns;
  return (
    (earliest[b] as number) - (earliest[a] as number) ||
    (instants[recorded[b] as number] as number) - (instants[recorded[a] as number] as number) ||
    (idHigh[a] as number) - (idHigh[b] as number) ||
    (idLow[a] as number) - (idLow[b] as number)
  );
}

/**
 * Some stances, most preferred first. Sorted as numbers that hold day, authority and place, which needs no
 * comparisons in JavaScript; only what these leave equal is compared.
 */
export function byPreference(columns: Columns, places: Uint32Array): Uint32Array {
  const { latest, authority } = columns;
  const bits = 2 ** Math.ceil(Math.log2(columns.count + 1));
  const ranks = new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    ranks[at] = ((maxDay - (latest[place] as number)) * 8 + (authority[place] as number)) * bits + place;
  }
  ranks.sort();
  const sorted = new Uint32Array(places.length);
  for (let at = 0; at < ranks.length; at += 1) sorted[at] = (ranks[at] as number) % bits;
  for (let start = 0; start < sorted.length; ) {
    const next = (Math.floor((ranks[start] as number) / bits) + 1) * bits;
    let end = start + 1;
    while (end < sorted.length && (ranks[end] as number) < next) end += 1;
    if (end - start > 1) sorted.subarray(start, end).sort((a, b) => preferredOnDay(columns, a, b));
    start = end;
  }
  return sorted;
}

/** Past the year 9999. */
const maxDay = 3_700_000;

/** Places told apart into runs, within which they keep their order. A counting sort: stable, and linear. */
export function inRuns<P extends Places>(places: P, runs: number, runOf: (place: number) => number): Runs<P> {
  const starts = new Uint32Array(runs + 1);
  for (let at = 0; at < places.length; at += 1) (starts[runOf(places[at] as number) + 1] as number) += 1;
  for (let run = 0; run < runs; run += 1) (starts[run + 1] as number) += starts[run] as number;
  const next = starts.slice();
  const sorted: Places = places.slice();
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const run = runOf(place);
    sorted[next[run] as number] = place;
    (next[run] as number) += 1;
  }
  return { places: sorted as P, starts };
}
