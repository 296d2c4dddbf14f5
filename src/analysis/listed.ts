import type { Columns } from "../domain/projection/columns.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { firstUpTo, type Stretch } from "./stretch.ts";
import { type Counted, stretchesOf, suiting } from "./tally.ts";

/** A place in the list of stances: a day, and the two halves of the number that an id is. */
export interface Cursor {
  readonly day: number;
  readonly idHigh: number;
  readonly idLow: number;
}

/** So many stances are looked through for a page, where they do not lie in the order of their days. */
const maxScattered = 100_000;

/**
 * Stances as they are listed: by their latest day and their ids, the newest first, so many from a cursor on. Null where
 * too many would have to be looked through.
 */
export function listedAfter(
  projection: Projection,
  counted: Counted,
  { after, size }: { readonly after: Cursor | null; readonly size: number },
): readonly number[] | null {
  const { columns, newestOfActor, uncounted } = projection;
  const found = newestOf(columns, size);
  const stretches = stretchesOf(projection, counted, newestOfActor);
  const isByDay = ({ places }: Stretch) => places !== uncounted;
  if (stretches.some((stretch) => !isByDay(stretch) && stretch.end - stretch.start > maxScattered))
    return null;
  for (const stretch of stretches) {
    const { places, start, end, left } = stretch;
    const suits = suiting(columns, left);
    const isSorted = isByDay(stretch);
    for (let at = isSorted ? firstUpTo(columns, stretch, after?.day ?? null) : start; at < end; at += 1) {
      const place = places[at] as number;
      if (found.isTooOld(columns.latest[place] as number)) {
        if (isSorted) break;
        continue;
      }
      if ((suits === null || suits(place)) && (after === null || comesAfter(columns, place, after)))
        found.add(place);
    }
  }
  return found.places;
}

function cursorAt({ latest, idHigh, idLow }: Columns, place: number): Cursor {
  return { day: latest[place] as number, idHigh: idHigh[place] as number, idLow: idLow[place] as number };
}

/** The first of a list as it is gathered. */
function newestOf(columns: Columns, size: number) {
  const places: number[] = [];
  let oldest = Number.NEGATIVE_INFINITY;
  return {
    places: places as readonly number[],
    /** Whether what is of a day comes after all of them, and there are enough. */
    isTooOld: (day: number) => day < oldest,
    add(place: number): void {
      const own = cursorAt(columns, place);
      const isBefore = (at: number) => comesAfter(columns, places[at] as number, own);
      let at = places.length;
      if (at === size) {
        at -= 1;
        if (at < 0 || !isBefore(at)) return;
      }
      for (; at > 0 && isBefore(at - 1); at -= 1) places[at] = places[at - 1] as number;
      places[at] = place;
      if (places.length === size) oldest = columns.latest[places.at(-1) as number] as number;
    },
  };
}

function comesAfter({ latest, idHigh, idLow }: Columns, place: number, cursor: Cursor): boolean {
  return (
    (cursor.day - (latest[place] as number) ||
      cursor.idHigh - (idHigh[place] as number) ||
      cursor.idLow - (idLow[place] as number)) > 0
  );
}
