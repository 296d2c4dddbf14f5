import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { codingWith, stanceWith } from "../ingest/graph.ts";

const author = { who: "ana", why: null };

function stored(): { readonly store: Store; readonly schema: () => unknown } {
  const folder = mkdtempSync(join(tmpdir(), "stancegraph-bulk-"));
  const path = join(folder, "graph.db");
  const store = openStore({ path, clock: () => new Date("2024-04-01T12:00:00Z"), create: true });
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const schema = () => {
    const db = new Database(path, { readonly: true });
    const all = db.prepare("select name, sql from sqlite_schema where type = 'index' order by name").all();
    const isWhole = db.pragma("integrity_check", { simple: true });
    db.close();
    return { all, isWhole };
  };
  return { store, schema };
}

/** A coding of over two million bytes: one stance in many numbered forms. */
function large(over: Readonly<Record<string, unknown>> = {}): string {
  const stances = Array.from({ length: 12_000 }, (_, index) =>
    stanceWith({ externalId: String(index), note: "x".repeat(60) }),
  );
  return JSON.stringify(codingWith({ stances: [...stances, stanceWith({ externalId: "last", ...over })] }));
}

it("has the same indexes after a large import, and finds all by them", () => {
  const { store, schema } = stored();
  const before = schema();
  const report = importSources(store, [textSource("large.json", large())], { author });
  expect(report.added.stance).toBe(12_001);
  expect(schema()).toEqual(before);
  const [first] = store.stances.all();
  expect(store.stances.count({ holder: { eq: first?.holder } })).toBe(12_001);
});

it("leaves all as it was when a large import is refused", () => {
  const { store, schema } = stored();
  const before = schema();
  expect(() =>
    importSources(store, [textSource("large.json", large({ holder: "Nobody" }))], { author }),
  ).toThrow(/1 problem/);
  expect([schema(), store.stances.count()]).toEqual([before, 0]);
});
