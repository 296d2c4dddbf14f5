import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { StanceId } from "../../src/domain/id.ts";
import { openStore } from "../../src/store/open.ts";
import { worldStore } from "../graphql/world.ts";
import { folderOfTest } from "../ingest/dna-debate.ts";

const clock = () => new Date("2026-01-01T00:00:00Z");
let path: string;

function opened() {
  const store = openStore({ path, clock });
  onTestFinished(() => store.close());
  return store;
}

function saved() {
  const { built, unsaved } = opened().projection.buildAndSave();
  return { projection: built.projection, unsaved };
}

function byAnotherProgram(sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

beforeEach(async () => {
  path = join(folderOfTest(), "graph.db");
  await worldStore().backup(path);
});

describe("a saved projection", () => {
  it("is the one that was built, and follows changes as that does", () => {
    const { projection } = saved();
    expect(projection.columns.count).toBe(8);
    const store = opened();
    expect(store.projection.current()).toBeNull();
    expect(store.projection.load()).toBe(true);
    expect(store.projection.current()).toEqual(projection);
    const author = { who: "tester", why: null };
    const [stance] = store.stances.all();
    store.change({ author, action: "test" }, (at) => {
      store.stances.setStatus(stance?.id as StanceId, "RETRACTED", at, { reviewer: "tester", reason: null });
    });
    expect(store.projection.current()).toEqual(opened().projection.build().projection);
    expect(store.projection.current()?.uncounted).not.toEqual(projection.uncounted);
  });

  it("leaves no other file", () => {
    saved();
    saved();
    const files = readdirSync(dirname(path)).filter((name) => !/-(wal|shm)$/.test(name));
    expect(files.sort()).toEqual(["graph.db", "graph.db-projection"]);
  });

  it.each([
    ["was never made", () => {}],
    [
      "another program has changed the database",
      () => {
        saved();
        byAnotherProgram("update stance set effective_latest = '2031-01-01' where rowid = 1");
      },
    ],
    [
      "another database stands there now",
      () => {
        saved();
        const file = readFileSync(`${path}-projection`);
        path = join(folderOfTest(), "graph.db");
        openStore({ path, clock, create: true }).close();
        writeFileSync(`${path}-projection`, file);
      },
    ],
    [
      "it was cut",
      () => {
        saved();
        truncateSync(`${path}-projection`, readFileSync(`${path}-projection`).length - 1);
      },
    ],
    [
      "a bit of it has turned",
      () => {
        saved();
        const bytes = readFileSync(`${path}-projection`);
        bytes[bytes.length - 100] = (bytes[bytes.length - 100] as number) ^ 1;
        writeFileSync(`${path}-projection`, bytes);
      },
    ],
    ["it is something else", () => writeFileSync(`${path}-projection`, "{}")],
  ])("is not taken where %s", (_, prepare) => {
    prepare();
    const store = opened();
    expect(store.projection.load()).toBe(false);
    expect(store.projection.current()).toBeNull();
  });

  it("is given up where it cannot be written, and what was built is there all the same", () => {
    mkdirSync(`${path}-projection`);
    const { projection, unsaved } = saved();
    expect(projection.columns.count).toBe(8);
    expect(unsaved).toMatch(/EISDIR/);
    expect(readdirSync(dirname(path))).not.toContain("graph.db-projection.part");
  });
});
