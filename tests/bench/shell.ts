import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openStore } from "../../src/store/open.ts";

/**
 * CPU seconds the sqlite3 shell takes to `.import` the rows of a folder's ours.db into the same tables, indexes and
 * search indexes, in one transaction with the same durability. It is given the rows ready made and checks nothing: no
 * keys, no constraints, no quotes.
 */
export function shellImporting(folder: string, stances: number): number {
  const run = (database: string, commands: readonly string[]) => runShell(folder, database, commands);
  openStore({ path: join(folder, "shell.db"), clock: () => new Date(), create: true }).close();
  const db = new Database(join(folder, "ours.db"), { readonly: true });
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and sql like '%strict%' and name not in ('dataset', 'audit') order by rowid",
    )
    .pluck()
    .all() as string[];
  const columns = (table: string) =>
    db
      .prepare("select name from pragma_table_info(?) where name <> 'changed_in'")
      .pluck()
      .all(table)
      .join(", ");
  const dump = tables.map((table) => `.output ${table}.csv\nselect ${columns(table)} from ${table};`);
  db.close();
  run("ours.db", [".mode csv", ...dump, ".output stdout"]);
  const pragmas =
    "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536; pragma ignore_check_constraints = on;";
  const imports = tables.map((table) => `.import ${table}.csv ${table}`);
  const searchable = "insert into evidence_text (rowid, quote) select age, quote from evidence order by age;";
  run("shell.db", [
    // The shell cannot import into a table with a computed column; this one takes no room.
    "alter table evidence drop column id;",
    // Nor can it import a null number; of what is new this one always is, and takes no room either.
    "drop index stance_by_change; alter table stance drop column changed_in;",
  ]);
  writeFileSync(
    join(folder, "import.sql"),
    [pragmas, "begin;", ".mode csv", ...imports, searchable, "commit;"].join("\n"),
  );
  const result = spawnSync("bash", ["-c", "time sqlite3 shell.db < import.sql"], {
    cwd: folder,
    encoding: "utf8",
  });
  const errors = result.stderr.split("\n").filter((text) => /error|failed/i.test(text));
  if (errors.length > 0) throw new Error(errors.slice(0, 3).join("\n"));
  const seconds = (name: string) => {
    const [, minutes = "0", rest = "0"] =
      new RegExp(`${name}\\s+(\\d+)m([\\d.]+)s`).exec(result.stderr) ?? [];
    return Number(minutes) * 60 + Number(rest);
  };
  const count = spawnSync("sqlite3", ["shell.db", "select count(*) from stance"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (Number(count.stdout) !== stances) throw new Error(`The shell imported ${count.stdout} stances.`);
  return seconds("user") + seconds("sys");
}

function runShell(folder: string, database: string, commands: readonly string[]): void {
  const result = spawnSync("sqlite3", [database], {
    cwd: folder,
    input: commands.join("\n"),
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(result.stderr);
}
