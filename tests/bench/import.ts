import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import Database from "better-sqlite3";
import { importFiles } from "../../src/ingest/import.ts";
import { openStore } from "../../src/store/open.ts";
import { codingLines, sizeFor } from "./generate.ts";

/**
 * How fast a coding is imported, against the sqlite3 shell's `.import` of the very same rows into the same tables,
 * indexes and search indexes. The shell is given the rows ready made and checks nothing: no keys, no constraints,
 * no quotes. Usage: node tests/bench/import.ts [stances]
 */
const stances = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), "stancegraph-bench-"));
try {
  const coding = join(folder, "coding.jsonl");
  await pipeline(function* () {
    for (const line of codingLines(sizeFor(stances))) yield `${line}\n`;
  }, createWriteStream(coding));
  const ours = importing(coding);
  const shell = shellImporting();
  const rate = (cpu: number) => `${Math.round(stances / cpu).toLocaleString("en")} stances/s of CPU`;
  console.log(
    `${stances.toLocaleString("en")} stances, ${(statSync(coding).size / 1e6).toFixed(1)} MB of JSON lines`,
  );
  console.log(
    `stancegraph import: ${ours.cpu.toFixed(1)} s CPU, ${ours.wall.toFixed(1)} s wall, ${rate(ours.cpu)}`,
  );
  console.log(
    `  memory at 10 %, 50 %, 100 %: ${ours.memory.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(", ")}`,
  );
  console.log(`sqlite3 .import:    ${shell.toFixed(1)} s CPU, ${rate(shell)}`);
  console.log(`speed of ours to the shell's: ${(shell / ours.cpu).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function importing(coding: string) {
  const memory: number[] = [];
  const items = stances * 1.2 * 1.01;
  const store = openStore({ path: join(folder, "ours.db"), clock: () => new Date(), create: true });
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  importFiles(store, [coding], {
    author: { who: "bench", why: null },
    onProgress: (done) => {
      if ([0.1, 0.5, 0.98].some((part) => done <= items * part && done + 500 > items * part))
        memory.push(process.memoryUsage().rss);
    },
  });
  const used = process.cpuUsage(cpu);
  const measured = { cpu: (used.user + used.system) / 1e6, wall: (performance.now() - start) / 1e3, memory };
  store.close();
  return measured;
}

/** CPU seconds the sqlite3 shell takes for the same rows, in one transaction with the same durability. */
function shellImporting(): number {
  openStore({ path: join(folder, "shell.db"), clock: () => new Date(), create: true }).close();
  const db = new Database(join(folder, "ours.db"), { readonly: true });
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and sql like '%strict%' and name not in ('dataset', 'audit') order by rowid",
    )
    .pluck()
    .all() as string[];
  const columns = (table: string) =>
    db.prepare("select name from pragma_table_info(?)").pluck().all(table).join(", ");
  const dump = tables.map((table) => `.output ${table}.csv\nselect ${columns(table)} from ${table};`);
  db.close();
  run("ours.db", [".mode csv", ...dump, ".output stdout"]);
  const pragmas =
    "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536; pragma ignore_check_constraints = on;";
  const imports = tables.map((table) => `.import ${table}.csv ${table}`);
  // The shell cannot import into a table with a computed column; this one takes no room.
  run("shell.db", ["alter table evidence drop column id;"]);
  writeFileSync(
    join(folder, "import.sql"),
    [pragmas, "begin;", ".mode csv", ...imports, "commit;"].join("\n"),
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

function run(database: string, commands: readonly string[]): void {
  const result = spawnSync("sqlite3", [database], {
    cwd: folder,
    input: commands.join("\n"),
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(result.stderr);
}
