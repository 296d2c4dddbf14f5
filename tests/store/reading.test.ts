import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";

const folder = mkdtempSync(join(tmpdir(), "stancegraph-reading-"));
const path = join(folder, "graph.db");
const clock = () => new Date("2025-01-01T00:00:00Z");
const change = { author: { who: "tests", why: null }, action: "test" };

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("reading", () => {
  it("sees one state of the graph, whoever changes it meanwhile, and the new one after", () => {
    const [reader, writer] = [openStore({ path, clock, create: true }), openStore({ path, clock })];
    const words = { title: "Renamed", description: null, licence: null, citation: null };
    const seen = reader.reading(() => {
      const before = reader.dataset.revision();
      writer.change(change, () => void writer.dataset.describe(words));
      return [before, reader.dataset.revision(), reader.reading(() => reader.dataset.revision())];
    });
    expect(seen).toEqual([0, 0, 0]);
    expect(reader.dataset.revision()).toBe(1);
    for (const store of [reader, writer]) store.close();
  });

  it("leaves nothing open when the work fails", () => {
    const store = openStore({ path: ":memory:", clock });
    expect(() =>
      store.reading(() => {
        throw new Error("broken");
      }),
    ).toThrow("broken");
    expect(store.change(change, () => 1)).toBe(1);
    store.close();
  });
});
