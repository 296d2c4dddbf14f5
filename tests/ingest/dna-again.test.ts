import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
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

const more = `
  update ENTITIES set ChildOf = 3 where ID = 10;
  insert into ENTITIES (ID, VariableId, Value) values (20, 2, '');
  insert into STATEMENTS values (15, 1, 7, 0, 6, 1);
  insert into DATABOOLEAN (StatementId, VariableId, Value) values (15, 4, 0);
  insert into DATASHORTTEXT (StatementId, VariableId, Entity) values (15, 1, 2), (15, 2, 20), (15, 3, 5);
`;

it.each([
  ["the seed, which did not come from DNA", () => graphOf(codingFile)],
  ["a debate of every kind of value", () => graphOf(debateFile())],
  [
    "a debate with a part of an organization, and a person who speaks for none",
    () => graphOf(debateFile(more)),
  ],
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

it("keeps in DNA what is part of what, and who speaks for nobody else", () => {
  const path = join(folderOfTest(), "graph.dna");
  writeFileSync(path, exported(graphOf(debateFile(more))));
  const db = new Database(path, { readonly: true });
  const parts = db
    .prepare("select distinct e.Value, p.Value from ENTITIES e join ENTITIES p on p.ID = e.ChildOf")
    .raw()
    .all();
  const said = db
    .prepare(`
      select v.Variable, e.Value from DATASHORTTEXT t join VARIABLES v on v.ID = t.VariableId
      join ENTITIES e on e.ID = t.Entity where t.StatementId = 15 order by v.ID
    `)
    .raw()
    .all();
  db.close();
  expect(parts).toEqual([["Cooks", "Miners"]]);
  expect(said).toEqual([
    ["person", "Ada Cole"],
    ["organization", ""],
    ["concept", "A tax on coal"],
    ["frame", ""],
  ]);
});
