import type Database from "better-sqlite3";

/** A way to answer one of the queries from the floor's tables: what GraphQL would have under `data`. */
export type FloorAnswer = (params: never) => unknown;

export type FloorQuery = (db: Database.Database) => FloorAnswer;

/** The place in the order of preference after which nothing counts yet on a day. */
export const lastPreference = `coalesce((select preference from last_of_day where day <= :day order by day desc limit 1), 0)`;

/** Days since 1970. */
export function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}
