import type { Columns } from "../domain/projection/columns.ts";

/** A part of an order, most preferred first. */
export interface Stretch {
  readonly places: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** The first index in a stretch whose stance is of that day or an earlier one; its start without a day. */
export function firstUpTo({ latest }: Columns, { places, start, end }: Stretch, day: number | null): number {
  if (day === null) return start;
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((latest[places[middle] as number] as number) <= day) high = middle;
    else low = middle + 1;
  }
  return low;
}
