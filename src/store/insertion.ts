import type { Statement } from "better-sqlite3";
import type { Sqlite } from "./sqlite.ts";

/**
 * A statement that inserts one row, its values given in the order of the columns: binding values by place takes a
 * third of the time that binding them by name takes. `then` says what to do on a conflict.
 */
export function insertion(db: Sqlite, table: string, columns: readonly string[], then = ""): Statement {
  const places = columns.map(() => "?").join(", ");
  return db.prepare(`insert into ${table} (${columns.join(", ")}) values (${places}) ${then}`);
}
