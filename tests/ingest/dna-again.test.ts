import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isDatabase } from "../../src/export/format.ts";
import { formatFor } from "../../src/export/index.ts";
import { databaseFile } from "../../src/http/database-file.ts";
import { importFiles, importSources } from "../../src/ingest/import.ts";
import { fileSource } from "../../src/ingest/source.ts";
import type { Store } from "../../src/store/open.ts";
import { sharedFolder } from "../analysis/network/shared.ts";
import { codingFile, root } from "../seed/seeded.ts";
import { debateFile, folderOfTest } from "./dna-debate.ts";
import { author, emptyStore } from "./graph.ts";

function exported(store: Store): Uint8Array {
  const format = formatFor("graph", "dna");
  if (!isDatabase(format)) throw new Error("DNA's format is a database.");
  return databaseFile(store, format);
}

/** The graph that comes back from a DNA database, in which it was put. */
function broughtBack(store: Store): Store {
  const path = join(folderOfTest(), "graph.dna");
  writeFileSync(path, exported(store));
  const again = emptyStore();
  importFiles(again, [path], { author });
  return again;
}

function graphOf(path: string, mapping?: string): Store {
  const store = emptyStore();
  const source = fileSource(path);
  const read = mapping === undefined ? source : { ...source, mapping: fileSource(mapping) };
  importSources(store, [read], { author });
  return store;
}

it.each([
  ["the seed, which did not come from DNA", () => graphOf(codingFile)],
  ["a debate of every kind of value", () => graphOf(debateFile())],
])("%s is the same graph when it comes back from DNA", (_, made) => {
  const store = made();
  const again = broughtBack(store);
  expect(again.verify().digest).toBe(store.verify().digest);
  expect(Buffer.compare(exported(again), exported(store))).toBe(0);
});

const databases = sharedFolder("dna");

it.skipIf(databases === null).each(["sample", "irps_nuclear"])("%s.dna likewise", (name) => {
  const store = graphOf(`${databases}/databases/${name}.dna`);
  const again = broughtBack(store);
  expect(again.verify()).toEqual(store.verify());
  expect(Buffer.compare(exported(again), exported(store))).toBe(0);
});

it("gives a document without a text one of what was said, so that DNA has a place for it", () => {
  const folder = `${root}seed/irps-nuclear`;
  const store = graphOf(`${folder}/claims.csv`, `${folder}/mapping.yaml`);
  const again = broughtBack(store);
  expect(again.verify().digest).toBe(store.verify().digest);
});
