import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { logTo } from "../../src/http/log.ts";
import { loadProjection, project } from "../../src/http/projecting.ts";
import { openStore } from "../../src/store/open.ts";
import { ask, worldStore } from "../graphql/world.ts";
import { folderOfTest } from "../ingest/dna-debate.ts";

describe("a projection built by a thread", () => {
  const clock = () => new Date("2026-01-01T00:00:00Z");
  const question =
    "{ positions { totalCount nodes { actor { id } issue { id } direction deciding { id } } } }";

  async function storeOnDisk() {
    const path = join(folderOfTest(), "graph.db");
    await worldStore().backup(path);
    const store = openStore({ path, clock });
    onTestFinished(() => store.close());
    return store;
  }

  function logged() {
    const lines: string[] = [];
    return { lines, log: logTo({ write: (line) => void lines.push(line) }, clock) };
  }

  it("is the one that is built at once, and follows changes", async () => {
    const store = await storeOnDisk();
    const { lines, log } = logged();
    await project(store, log, new AbortController().signal, 0);
    const other = openStore({ path: store.path, clock });
    onTestFinished(() => other.close());
    expect(store.projection.current()).toEqual(other.projection.build().projection);
    expect(await ask(store, question)).toEqual(await ask(worldStore(), question));
    const before = store.projection.current()?.revision as number;
    const words = { title: "Anew", description: null, licence: null, citation: null };
    other.change({ author: { who: "tester", why: null }, action: "test" }, () => {
      other.dataset.describe(words);
    });
    expect(store.projection.current()?.revision).toBe(before + 1);
    expect(lines).toEqual([]);
  });

  it("is saved for the next start, which takes it over at once", async () => {
    const store = await storeOnDisk();
    const { lines, log } = logged();
    expect(loadProjection(store, log)).toBe(false);
    await project(store, log, new AbortController().signal, 0);
    const next = openStore({ path: store.path, clock });
    onTestFinished(() => next.close());
    expect(loadProjection(next, log)).toBe(true);
    expect(next.projection.current()).toEqual(store.projection.current());
    expect(await ask(next, question)).toEqual(await ask(worldStore(), question));
    expect(lines).toEqual([]);
  });

  it("is there all the same where it cannot be saved, which is told", async () => {
    const store = await storeOnDisk();
    const { lines, log } = logged();
    mkdirSync(`${store.path}-projection`);
    await project(store, log, new AbortController().signal, 0);
    expect(store.projection.current()?.columns.count).toBe(8);
    expect(lines.join()).toMatch(/EISDIR.*is not saved; a start builds it anew/);
  });

  it("is given up when the server closes, and told of when it fails", async () => {
    const store = await storeOnDisk();
    const closing = new AbortController();
    const { lines, log } = logged();
    const building = project(store, log, closing.signal, 0);
    setTimeout(() => closing.abort(), 10);
    await building;
    expect(store.projection.current()).toBeNull();
    expect(lines).toEqual([]);
    rmSync(store.path);
    await project(store, log, new AbortController().signal, 0);
    expect(store.projection.current()).toBeNull();
    expect(lines.join()).toMatch(/stances cannot be held in memory/);
  });
});
