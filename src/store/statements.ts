import type { Statement } from "better-sqlite3";
import type { Sqlite } from "./sqlite.ts";

const kept = new WeakMap<Sqlite, Map<string, Statement>>();
const limit = 500;

/** A prepared statement, kept by its text: the shapes that filters and orders make are few. */
export function prepared(db: Sqlite, sql: string): Statement {
  const statements = keptOf(db);
  const known = statements.get(sql);
  if (known !== undefined) return known;
  if (statements.size >= limit) statements.clear();
  const statement = db.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

function keptOf(db: Sqlite): Map<string, Statement> {
  const known = kept.get(db);
  if (known !== undefined) return known;
  const statements = new Map<string, Statement>();
  kept.set(db, statements);
  return statements;
}
