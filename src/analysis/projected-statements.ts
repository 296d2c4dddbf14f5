import { accepted, countsOn } from "../domain/projection/columns.ts";
import { dayOf1970, noDay } from "../domain/projection/day-number.ts";
import type { Numbered, Projection } from "../domain/projection/projection.ts";
import { placesUpTo } from "./network/places.ts";
import type { StanceColumns } from "./network/qualifiers.ts";
import { undated } from "./network/statements.ts";

/** Columns with the store's key of each stance. */
export interface KeyedColumns extends StanceColumns {
  readonly key: Uint32Array;
}

/**
 * The stances that count, on a day or at all, by holder and issue: what the tables give, read from a projection, which
 * does not tell their documents.
 */
export function projectedStatements(projection: Projection, on: number | null): KeyedColumns {
  const { columns } = projection;
  const places = placesUpTo(
    columns.count,
    (place) => columns.status[place] === accepted && countsOn(columns, place, on),
  );
  const actors = named(projection.actors, columns.actor, places);
  const issues = named(projection.issues, columns.issue, places);
  const isAll = places.length === columns.count;
  const key = isAll ? columns.key.subarray(0, columns.count) : new Uint32Array(places.length);
  const day = new Int32Array(places.length);
  const [direction, intensity] = [new Uint8Array(places.length), new Int8Array(places.length)];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const latest = columns.latest[place] as number;
    if (!isAll) key[at] = columns.key[place] as number;
    day[at] = latest === noDay ? undated : dayOf1970(latest);
    direction[at] = columns.direction[place] as number;
    intensity[at] = columns.intensity[place] as number;
  }
  return {
    size: places.length,
    actors: actors.names,
    issues: issues.names,
    actor: actors.column,
    issue: issues.column,
    document: null,
    direction,
    intensity,
    day,
    key,
  };
}

/** The ids that some stances have, ascending, and of each stance the index of its own. */
function named({ ids }: Numbered<string>, numbers: Int32Array, places: Int32Array) {
  const index = new Int32Array(ids.length).fill(-1);
  for (let at = 0; at < places.length; at += 1) index[numbers[places[at] as number] as number] = 0;
  const names = ids.filter((_, number) => index[number] === 0).sort();
  const indexOf = new Map(names.map((name, at) => [name, at]));
  for (const [number, id] of ids.entries()) index[number] = indexOf.get(id) ?? -1;
  const column = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1)
    column[at] = index[numbers[places[at] as number] as number] as number;
  return { names, column };
}
