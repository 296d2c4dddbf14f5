import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import Database from "better-sqlite3";
import { StanceGraphError } from "../domain/error.ts";
import type { Row } from "./rows.ts";

/** Another program's SQLite database, as it lay on the disk when it was opened. */
export interface ForeignDatabase {
  /** The columns of each table; views are none. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Some columns of a table, in the order of its keys. */
  readonly rows: (table: string, columns: readonly string[]) => readonly Row[];
}

const magic = "SQLite format 3\0";
const maxBytes = 1024 * 1024 * 1024;

/**
 * Reads a SQLite file of another program and lets work on it. It is read into memory first: nothing is ever written to
 * it or beside it, and none of its triggers and views runs.
 */
export function withForeign<T>(path: string, work: (database: ForeignDatabase) => T): T {
  const db = new Database(bytesOf(path));
  try {
    db.pragma("trusted_schema = off");
    db.pragma("cell_size_check = on");
    return work(databaseOn(db));
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB|CANTOPEN)/.test(String((error as { code?: unknown }).code))) throw error;
    throw new StanceGraphError(
      "invalid",
      `${basename(path)} is damaged: SQLite cannot read it; take another copy of it.`,
    );
  } finally {
    db.close();
  }
}

function databaseOn(db: Database.Database): ForeignDatabase {
  const names = db.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  const columns = db.prepare("select name from pragma_table_info(:table)").pluck();
  return {
    tables: new Map(names.map((table) => [table, columns.all({ table }) as string[]])),
    rows: (table, wanted) =>
      db.prepare(`select ${wanted.map(quoted).join(", ")} from ${quoted(table)} order by 1`).all() as Row[],
  };
}

function bytesOf(path: string): Buffer {
  const name = basename(path);
  if (!existsSync(path)) throw new StanceGraphError("not_found", `There is no file ${path}; check its name.`);
  if (statSync(path).isDirectory())
    throw new StanceGraphError("invalid", `${path} is a folder; name a file.`);
  if (statSync(path).size > maxBytes)
    throw new StanceGraphError("invalid", `${name} is larger than 1 GB; split it first.`);
  const bytes = readFileSync(path);
  if (bytes.toString("latin1", 0, magic.length) !== magic)
    throw new StanceGraphError("invalid", `${name} is no SQLite database; check which file you named.`);
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) {
    throw new StanceGraphError(
      "unavailable",
      `${name} is open in another program, with changes that it does not yet hold; close it there and try again.`,
    );
  }
  // A database in memory keeps no log beside it: the header is told so.
  bytes[18] = 1;
  bytes[19] = 1;
  return bytes;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
