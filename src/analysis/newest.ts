import { countsOn } from "../domain/projection/columns.ts";
import { type Projection, pairOf } from "../domain/projection/projection.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Which pairs are looked for: of some actors, on some issues, by number; null for all. */
export interface Pairs {
  readonly actors: ReadonlySet<number> | null;
  readonly issues: ReadonlySet<number> | null;
}

/**
 * Standings, the newest first, as they are met on the way through the stances that count: so the first of them cost no
 * more than they are. `from` is the latest day of interest. Pairs that a projection alone cannot tell are left out.
 */
export function* newestStandings(
  projection: Projection,
  pairs: Pairs,
  { day, from }: { readonly day: number | null; readonly from: number | null },
): Generator<Standing> {
  const { columns } = projection;
  const { places, start, end } = stretchOf(projection, pairs);
  for (
    let at = from === null ? start : firstUpTo(projection, { places, start, end }, from);
    at < end;
    at += 1
  ) {
    const place = places[at] as number;
    if (!countsOn(columns, place, day)) continue;
    const pair = { actor: columns.actor[place] as number, issue: columns.issue[place] as number };
    if (!isAmong(pair, pairs) || isIntricate(projection, pair)) continue;
    const standing = standingOf(projection, pair, day);
    if (standing?.deciding === place) yield standing;
  }
}

/** Whether others speak for the actor, or its stances on the issue are in documents that reprint one another. */
export function isIntricate(
  projection: Projection,
  { actor, issue }: { readonly actor: number; readonly issue: number },
): boolean {
  const { represented, reprinted, actors } = projection;
  return (
    (represented.size > 0 && represented.has(actors.ids[actor] as string)) ||
    (reprinted.size > 0 && reprinted.has(pairOf(actor, issue)))
  );
}

interface Stretch {
  readonly places: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** The stances to go through: those on the one issue that is asked for, else all. */
function stretchOf({ onIssue, newest }: Projection, { issues }: Pairs): Stretch {
  const [issue] = issues ?? [];
  if (issues?.size === 0) return { places: newest, start: 0, end: 0 };
  if (issues?.size !== 1 || issue === undefined) return { places: newest, start: 0, end: newest.length };
  return {
    places: onIssue.places,
    start: onIssue.starts[issue] as number,
    end: onIssue.starts[issue + 1] as number,
  };
}

function firstUpTo({ columns }: Projection, { places, start, end }: Stretch, day: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((columns.latest[places[middle] as number] as number) <= day) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isAmong(
  { actor, issue }: { readonly actor: number; readonly issue: number },
  { actors, issues }: Pairs,
): boolean {
  return (actors === null || actors.has(actor)) && (issues === null || issues.has(issue));
}
