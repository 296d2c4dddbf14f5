import type { Sqlite } from "./sqlite.ts";

/** Tables in which one row may answer for others: ids of merged rows stay, and lead to it. */
export type Merging = "actor" | "issue";

// SQLite would rather go through all rows that are merged, or are not, than look the few ids up: `cross join` keeps the
// order of the tables, and the plus keeps a condition from choosing an index.

/** SQL that adds to the ids a select gives those that they were merged into. */
export function ledForward(ids: string, table: Merging): string {
  return `with recursive lead (id) as (
    select * from (${ids})
    union
    select m.merged_into from lead cross join ${table} m on m.id = lead.id where +m.merged_into is not null
  ) select id from lead`;
}

/** SQL that adds to the ids a select gives those that were merged into them. */
export function withMerged(ids: string, table: Merging): string {
  return `with recursive self (id) as (
    select * from (${ids})
    union
    select m.id from self cross join ${table} m on m.merged_into = self.id
  ) select id from self`;
}

/** SQL for the id that answers for another now; null where there is no such id. */
export function currentOf(id: string, table: Merging): string {
  return `(with recursive lead (id) as (
    select ${id}
    union
    select m.merged_into from lead cross join ${table} m on m.id = lead.id where +m.merged_into is not null
  ) select lead.id from lead cross join ${table} m on m.id = lead.id where +m.merged_into is null)`;
}

/** Where merges lead from an id: itself for what was not merged. */
export function leads<Id extends string>(db: Sqlite, table: Merging): (id: Id) => Id {
  const mergedInto = db.prepare(`select merged_into from ${table} where id = ?`).pluck();
  return function current(id: Id): Id {
    const into = mergedInto.get(id) as Id | null | undefined;
    return into === null || into === undefined ? id : current(into);
  };
}
