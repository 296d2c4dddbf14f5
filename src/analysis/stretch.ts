import type { Columns } from "../domain/projection/columns.ts";
import type { Projection } from "../domain/projection/projection.ts";

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

/** The stances of an actor on an issue, in the projection's `ofActor`. */
export function stretchOfPair(
  { ofActor }: Projection,
  { actor, issue }: { readonly actor: number; readonly issue: number },
): Stretch {
  const { places, starts } = ofActor;
  const last = starts[actor + 1] as number;
  const start = firstOnIssue(ofActor, issue, starts[actor] as number, last);
  return { places, start, end: firstOnIssue(ofActor, issue + 1, start, last) };
}

/** The first index between two of one actor whose stance is on an issue of at least this number. */
export function firstOnIssue(
  { issue: issueAt }: Projection["ofActor"],
  issue: number,
  start: number,
  end: number,
): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((issueAt[middle] as number) < issue) low = middle + 1;
    else high = middle;
  }
  return low;
}
