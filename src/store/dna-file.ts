import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { StanceGraphError } from "../domain/error.ts";

type Value = string | number | null;
/** Rows by table and column, as a database of the Discourse Network Analyzer holds them. */
export type DnaRows = Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;

const schema = new URL("../../schema/dna/3.0.7.sql", import.meta.url);

/** The bytes of a DNA database with these rows, each held against DNA's own rules. */
export function dnaFile(rows: DnaRows): Uint8Array {
  const db = new Database(":memory:");
  try {
    db.pragma("foreign_keys = on");
    db.exec(readFileSync(schema, "utf8"));
    db.transaction(() => {
      db.pragma("defer_foreign_keys = on");
      for (const [table, all] of Object.entries(rows)) insertAll(db, table, all);
    })();
    return db.serialize();
  } catch (error) {
    if (!/^SQLITE_CONSTRAINT/.test(String((error as { code?: unknown }).code))) throw error;
    throw new StanceGraphError("invalid", `DNA cannot hold this graph: ${(error as Error).message}.`);
  } finally {
    db.close();
  }
}

function insertAll(db: Database.Database, table: string, rows: DnaRows[string]): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const insert = db.prepare(
    `insert into ${table} (${columns.join(", ")}) values (${columns.map((column) => `:${column}`).join(", ")})`,
  );
  for (const row of rows) insert.run(row);
}
