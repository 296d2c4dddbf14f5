import type { Sqlite } from "./sqlite.ts";

/** What a database file is, apart from what it holds. */
export interface About {
  /** The version of SQLite that reads it. */
  readonly sqlite: string;
  /** The number of migrations it has had. */
  readonly version: number;
  /** How it writes: `wal` lets others read meanwhile. */
  readonly journal: string;
  /** Its size without what is not checkpointed yet, and how much of that is free for reuse. */
  readonly bytes: number;
  readonly freeBytes: number;
}

export function aboutOf(db: Sqlite): About {
  const of = (pragma: string) => db.pragma(pragma, { simple: true });
  const pageSize = of("page_size") as number;
  return {
    sqlite: db.prepare("select sqlite_version()").pluck().get() as string,
    version: of("user_version") as number,
    journal: of("journal_mode") as string,
    bytes: (of("page_count") as number) * pageSize,
    freeBytes: (of("freelist_count") as number) * pageSize,
  };
}
