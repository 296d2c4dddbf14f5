import { type Cursor, listedAfter } from "../analysis/listed.ts";
import type { StanceId } from "../domain/id.ts";
import { type Columns, stanceIdAt } from "../domain/projection/columns.ts";
import { dayOfNumber, noDay, numberOfDay } from "../domain/projection/day-number.ts";
import { decode, encode, type ListRequest, type Page, windowOf } from "../store/page.ts";
import type { Context } from "./context.ts";
import { type Asked, countedIn } from "./counted.ts";

interface StanceName {
  readonly id: StanceId;
  readonly key: number;
}

/** A page of stances from the newest on, found in memory; null where only the tables can tell. */
export function projectedPage(context: Context, asked: Asked & ListRequest): Page<StanceName> | null {
  if (asked.orderBy != null) return null;
  const { size, cursor, backwards } = windowOf(asked);
  if (backwards) return null;
  const after = cursor === null ? null : cursorIn(cursor);
  const projection = after === undefined ? null : context.store.projection.current();
  const counted = projection && countedIn(context, projection, asked);
  if (projection === null || counted === null || after === undefined) return null;
  const places = listedAfter(projection, counted, { after, size: size + 1 });
  if (places === null) return null;
  const { columns } = projection;
  const kept = places.slice(0, size);
  return {
    items: kept.map((place) => ({ id: stanceIdAt(columns, place), key: columns.key[place] as number })),
    cursorAt: (index) => textOf(columns, kept[index] as number),
    hasNextPage: places.length > size,
    hasPreviousPage: cursor !== null,
  };
}

/** The same cursors as the tables': a day, empty when undated, and an id. */
function textOf(columns: Columns, place: number): string {
  const day = columns.latest[place] as number;
  return encode([day === noDay ? "" : dayOfNumber(day), stanceIdAt(columns, place)]);
}

const isDay = /^\d{4}-\d\d-\d\d$/;
const isId = /^stance:[0-9a-f]{16}$/;

/** What a cursor says; undefined for one that stances do not have, which the tables judge. */
function cursorIn(text: string): Cursor | undefined {
  const [day, id] = decode(text, 2);
  if (typeof day !== "string" || typeof id !== "string" || !isId.test(id)) return undefined;
  if (day !== "" && !isDay.test(day)) return undefined;
  return {
    day: day === "" ? noDay : numberOfDay(day),
    idHigh: Number.parseInt(id.slice(7, 15), 16),
    idLow: Number.parseInt(id.slice(15), 16),
  };
}
