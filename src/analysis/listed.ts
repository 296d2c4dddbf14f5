import type { Columns } from "../domain/projection/columns.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { firstUpTo, type Stretch } from "./stretch.ts";
import { type Counted, suiting } from "./tally.ts";

/** A place in the list of stances: a day, and the two halves of the number that an id is. */
export interface Cursor {
  readonly day: number;
  readonly idHigh: number;
  readonly idLow: number;
}

/** Where more of them do not count, they are not looked through for each page. */
const maxUncounted = 2_000;

/**
 * Stances as they are listed: by their latest day and their ids, the newest first, so many from a cursor on. Null where
 * they do not lie in the order of their days: those of one actor, or on several issues.
 */
export function listedAfter(
  projection: Projection,
  counted: Counted,
  { after, size }: { readonly after: Cursor | null; readonly size: number },
): readonly number[] | null {
  const { columns, uncounted } = projection;
  const stretch = stretchOf(projection, counted);
  if (stretch === null || uncounted.length > maxUncounted) return null;
  const { latest } = columns;
  const suits = suiting(columns, counted);
  const isNext = (place: number) => suits(place) && (after === null || listing(columns, place, after) > 0);
  const { places, end } = stretch;
  const found: number[] = [];
  let day: number | null = null;
  for (let at = firstUpTo(columns, stretch, after?.day ?? null); at < end; at += 1) {
    const place = places[at] as number;
    // Those of one day are in another order here.
    if (found.length >= size && latest[place] !== day) break;
    if (!isNext(place)) continue;
    found.push(place);
    day = latest[place] as number;
  }
  if (counted.asOf === false) found.push(...uncounted.filter(isNext));
  return found.sort((a, b) => listing(columns, a, cursorAt(columns, b))).slice(0, size);
}

export function cursorAt({ latest, idHigh, idLow }: Columns, place: number): Cursor {
  return { day: latest[place] as number, idHigh: idHigh[place] as number, idLow: idLow[place] as number };
}

/** Positive when a stance comes after a place in the list. */
function listing({ latest, idHigh, idLow }: Columns, place: number, other: Cursor): number {
  return (
    other.day - (latest[place] as number) ||
    other.idHigh - (idHigh[place] as number) ||
    other.idLow - (idLow[place] as number)
  );
}

/** Where they lie by day; null where they do not. */
function stretchOf({ onIssue, newest }: Projection, { actors, issues, statuses }: Counted): Stretch | null {
  if (actors !== null || statuses !== null) return null;
  if (issues === null) return { places: newest, start: 0, end: newest.length };
  const [issue, ...others] = issues;
  if (issue === undefined || others.length > 0) return null;
  const { places, starts } = onIssue;
  return { places, start: starts[issue] as number, end: starts[issue + 1] as number };
}
