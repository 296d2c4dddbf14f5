import { readdirSync, readFileSync } from "node:fs";
import { StanceGraphError } from "../domain/error.ts";
import type { Sqlite } from "./sqlite.ts";

/** Marks a file as ours in its header ("SGRF"), so that another program's database is refused. */
const applicationId = 0x53475246;

const folder = new URL("../../schema/migrations/", import.meta.url);

/** Brings a database to this program's version, one transaction a migration; only ever forward. */
export function migrate(db: Sqlite, path: string): void {
  const version = checkVersion(db, path);
  for (const migration of migrations().slice(version)) {
    db.transaction(() => {
      if (checkVersion(db, path) >= migration.version) return;
      db.exec(readFileSync(new URL(migration.file, folder), "utf8"));
      db.pragma(`user_version = ${migration.version}`);
      db.pragma(`application_id = ${applicationId}`);
    }).immediate();
  }
}

/** The version a database is at, refused when it is not ours or newer than this program. */
export function checkVersion(db: Sqlite, path: string): number {
  const version = db.pragma("user_version", { simple: true }) as number;
  const id = db.pragma("application_id", { simple: true }) as number;
  const isEmpty = version === 0 && db.prepare("select 1 from sqlite_schema limit 1").get() === undefined;
  if (id !== applicationId && !isEmpty) {
    throw new StanceGraphError("corrupt", `${path} is another program's database; name another with --db.`);
  }
  if (version > latestVersion()) {
    throw new StanceGraphError(
      "unavailable",
      `${path} was written by a newer stancegraph (database version ${version}, this program knows ${latestVersion()}); update stancegraph.`,
    );
  }
  return version;
}

/** The database version this program writes. */
export function latestVersion(): number {
  return migrations().length;
}

function migrations(): readonly { readonly version: number; readonly file: string }[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.*\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 4)), file }));
}
