import type { Statement } from "better-sqlite3";
import type { Sqlite } from "./sqlite.ts";

const kept = new WeakMap<Sqlite, Map<string, Statement>>();
const limit = 500;

/** A prepared statement, kept by its text: the shapes that filters and orders make are few. */
export function prepared(db: Sqlite, sql: string): Statement {
  let statements = kept.get(db);
  if (statements === undefined) kept.set(db, (statements = new Map()));
  let statement = statements.get(sql);
  if (statement === undefined) {
    if (statements.size >= limit) statements.clear();
    statements.set(sql, (statement = db.prepare(sql)));
  }
  return statement;
}
