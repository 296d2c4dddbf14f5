import { countsOn } from "../domain/projection/columns.ts";
import { preferred } from "../domain/projection/order.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { isIntricate, type Pairs, stancesOf } from "./pairs.ts";
import { type Standing, standingOf } from "./standing.ts";
import { standingsAmong } from "./standings.ts";

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
  if (stancesOf(projection, pairs) * many < end - start) {
    yield* sorted(projection, pairs, { day, from });
    return;
  }
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

/** Where so many times fewer stances are looked for than there are on the way, they are looked up and sorted instead. */
const many = 4;

function sorted(
  projection: Projection,
  pairs: Pairs,
  { day, from }: { readonly day: number | null; readonly from: number | null },
): readonly Standing[] {
  const { columns } = projection;
  return standingsAmong(projection, pairs, day)
    .filter(({ deciding }) => from === null || (columns.latest[deciding] as number) <= from)
    .toSorted((a, b) => preferred(columns, a.deciding, b.deciding));
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
