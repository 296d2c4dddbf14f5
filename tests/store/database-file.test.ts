import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { latestVersion } from "../../src/store/migrate.ts";
import { openStore } from "../../src/store/open.ts";
import { clock, codingWith, importCoding } from "../ingest/graph.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stancegraph-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (name: string, create = true) => openStore({ path: join(folder, name), clock, create });

describe("a database file", () => {
  it("keeps what was written when it is opened again", () => {
    const first = open("kept.db");
    importCoding(first, codingWith());
    const { digest } = first.verify();
    first.close();
    const second = open("kept.db", false);
    expect(second.verify().digest).toBe(digest);
    second.close();
  });

  it("that is not there is said to be missing, and is not made", () => {
    expect(() => open("none.db", false)).toThrow(
      /There is no database .*none\.db; make one with `stancegraph init/,
    );
    expect(existsSync(join(folder, "none.db"))).toBe(false);
  });

  it("that is empty is no graph yet, and a folder is none", () => {
    writeFileSync(join(folder, "empty.db"), "");
    expect(() => open("empty.db", false)).toThrow(
      /empty\.db is empty; make a graph in it with `stancegraph init/,
    );
    expect(() => open(".", true)).toThrow(/is a folder; name a file in it with --db/);
    expect(readFileSync(join(folder, "empty.db"))).toHaveLength(0);
  });

  it("that is no database is refused and left as it is", () => {
    writeFileSync(join(folder, "letter.db"), "Dear reader, ".repeat(500));
    expect(() => open("letter.db")).toThrow(/letter\.db is no SQLite database; name another with --db/);
    expect(readFileSync(join(folder, "letter.db"), "utf8")).toBe("Dear reader, ".repeat(500));
  });

  it("of another program is refused and left as it is", () => {
    const other = new Database(join(folder, "other.db"));
    other.exec("create table recipe (name text)");
    other.close();
    expect(() => open("other.db")).toThrow(/other\.db is another program's database/);
  });

  it("of a newer version is refused with a clear sentence", () => {
    open("newer.db").close();
    const newer = new Database(join(folder, "newer.db"));
    newer.pragma("user_version = 999");
    newer.close();
    expect(() => open("newer.db")).toThrow(
      /newer\.db was written by a newer stancegraph \(database version 999, this program knows \d+\); update stancegraph/,
    );
  });

  it("that another program has locked says so, and a later try works", () => {
    const store = open("locked.db");
    const other = new Database(join(folder, "locked.db"));
    other.exec("begin immediate");
    expect(() => importCoding(store, codingWith())).toThrow(/locked\.db is locked by another program/);
    other.exec("rollback");
    other.close();
    expect(importCoding(store, codingWith()).added.stance).toBe(1);
    store.close();
  });

  it("in a folder that is not there says so", () => {
    expect(() => open("nowhere/x.db")).toThrow(/The folder of .* does not exist; make it/);
  });

  it("opened for reading only cannot be written", () => {
    open("read.db").close();
    const store = openStore({ path: join(folder, "read.db"), clock, readOnly: true });
    expect(() => importCoding(store, codingWith())).toThrow(
      /read\.db cannot be written; make the file and its folder writable/,
    );
    store.close();
  });

  it("in a folder that may not be written says so", () => {
    const locked = join(folder, "locked");
    execFileSync("mkdir", [locked]);
    chmodSync(locked, 0o555);
    const run = tryOpening(join(locked, "x.db"));
    expect(run).toMatch(/x\.db cannot be opened; check that its folder exists and is writable/);
  });

  it("on a full disk says so, and what was there stays", (context) => {
    const disk = join(folder, "disk");
    execFileSync("mkdir", [disk]);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk]);
    if (mounted.status !== 0) {
      console.warn("SKIPPED: a full disk needs the right to mount a small one.");
      context.skip();
    }
    try {
      const store = openStore({ path: join(disk, "full.db"), clock, create: true });
      importCoding(store, codingWith());
      const { digest } = store.verify();
      const large = { title: "Large", text: Array.from({ length: 200_000 }, (_, i) => `word${i}`).join(" ") };
      expect(() => importCoding(store, { stancegraph: 1, documents: [large] })).toThrow(
        /The disk of .*full\.db is full; nothing was written\. Free some space and try again\./,
      );
      expect(store.verify().digest).toBe(digest);
      store.close();
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

describe("a migration", () => {
  it("that was done is not done again, and the version is kept in the file", () => {
    open("version.db").close();
    open("version.db").close();
    const file = new Database(join(folder, "version.db"), { readonly: true });
    expect(file.pragma("user_version", { simple: true })).toBe(latestVersion());
    file.close();
  });
});

/** Opens a database as a user without rights over the folder: root may write anywhere. */
function tryOpening(path: string): string {
  const script = `
    import { openStore } from ${JSON.stringify(new URL("../../src/store/open.ts", import.meta.url).href)};
    try { openStore({ path: ${JSON.stringify(path)}, clock: () => new Date(), create: true }); }
    catch (error) { console.log(error.message); }
  `;
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const args = ["--input-type=module", "--disable-warning=ExperimentalWarning", "--eval", script];
  const run = spawnSync(process.execPath, args, { encoding: "utf8", ...nobody, cwd: "/" });
  return run.stdout + run.stderr;
}
