import Database from "better-sqlite3";
import { StanceGraphError } from "../domain/error.ts";

export type Sqlite = Database.Database;
export type Params = Readonly<Record<string, unknown>>;

interface Connecting {
  readonly readOnly: boolean;
  /** At most so much of the file is held in memory, taken as needed. */
  readonly cacheMegabytes: number;
}

/** Opens a file as SQLite with the settings every connection of ours has. */
export function connect(path: string, options: Connecting): Sqlite {
  return guarded(() => {
    const db = new Database(path, {
      readonly: options.readOnly,
      fileMustExist: options.readOnly,
      timeout: 5000,
    });
    try {
      if (!options.readOnly) db.pragma("journal_mode = wal");
      db.pragma("synchronous = full");
      db.pragma("foreign_keys = on");
      db.pragma("trusted_schema = off");
      // Mapped files would count as memory of the process.
      db.pragma(`cache_size = -${options.cacheMegabytes * 1_024}`);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }, path);
}

/** Runs a piece of store work, turning what SQLite says of the file or disk into a sentence with a remedy. */
export function guarded<T>(work: () => T, path: string): T {
  try {
    return work();
  } catch (error) {
    throw translated(error, path);
  }
}

const meanings: readonly (readonly [RegExp, "unavailable" | "corrupt", (path: string) => string])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    "unavailable",
    (path) => `${path} is locked by another program; end that one, or try again when it is done.`,
  ],
  [
    /^SQLITE_(READONLY|PERM|AUTH)/,
    "unavailable",
    (path) => `${path} cannot be written; make the file and its folder writable, or name another with --db.`,
  ],
  [
    /^SQLITE_FULL/,
    "unavailable",
    (path) => `The disk of ${path} is full; nothing was written. Free some space and try again.`,
  ],
  [
    /^SQLITE_CANTOPEN/,
    "unavailable",
    (path) => `${path} cannot be opened; check that its folder exists and is writable.`,
  ],
  [
    /^SQLITE_IOERR/,
    "unavailable",
    (path) => `The disk failed while using ${path}; nothing was written. Check the disk.`,
  ],
  [/^SQLITE_NOTADB/, "corrupt", (path) => `${path} is no SQLite database; name another with --db.`],
  [
    /^SQLITE_CORRUPT/,
    "corrupt",
    (path) => `${path} is damaged; restore a backup with "stancegraph restore".`,
  ],
];

function translated(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof TypeError && /directory does not exist/.test(error.message)) {
    return new StanceGraphError(
      "unavailable",
      `The folder of ${path} does not exist; make it, or name another with --db.`,
    );
  }
  if (typeof code !== "string") return error;
  const meaning = meanings.find(([pattern]) => pattern.test(code));
  return meaning ? new StanceGraphError(meaning[1], meaning[2](path)) : error;
}
