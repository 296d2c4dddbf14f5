import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { viewRoutes } from "../../src/web/routes.ts";

const folder = new URL("../../dist/client/", import.meta.url);
const files = readdirSync(folder);

/** A file and all that it imports at once, compressed, in bytes. */
function sizeOf(start: string): number {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(new URL(name, folder), "utf8");
    for (const [, imported = ""] of text.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g))
      add(imported);
  };
  add(start);
  return [...found].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0);
}

function chunkOf(name: string): string {
  return (
    files.find((file) => file.startsWith(`${name}-`) && file.length === name.length + 12) ??
    `no chunk of ${name}`
  );
}

describe("what a browser loads", () => {
  it("is at most 60 kB compressed at first", () => {
    const size = sizeOf(chunkOf("main"));
    expect(size).toBeGreaterThan(5_000);
    expect(size).toBeLessThan(60_000);
  });

  it.each(viewRoutes.map(({ name }) => name))("is at most 110 kB with the page of %s", (name) => {
    expect(sizeOf(chunkOf("main")) + sizeOf(chunkOf(name))).toBeLessThan(110_000);
  });

  it("is at most 110 kB with the network's page and what draws large ones", () => {
    const drawn = ["main", "network", "graph"].map((name) => sizeOf(chunkOf(name)));
    expect(drawn.reduce((sum, size) => sum + size, 0)).toBeLessThan(110_000);
  });
});
