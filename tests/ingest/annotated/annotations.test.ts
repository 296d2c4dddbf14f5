import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ImportReport } from "../../../src/ingest/import.ts";
import { importSources } from "../../../src/ingest/import.ts";
import { fileSource, textSource } from "../../../src/ingest/source.ts";
import type { Store } from "../../../src/store/open.ts";
import { folderOfTest } from "../dna-debate.ts";
import { author, emptyStore } from "../graph.ts";
import { brat, doccano, labelStudio, mapping, qde, samples, text, zipped } from "./samples.ts";

interface Asked {
  readonly format: string;
  readonly file: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly mapping?: string | null;
  readonly setAside?: boolean;
}

function imported(
  { format, file, files, mapping: told = mapping, setAside = false }: Asked,
  store = emptyStore(),
): { readonly store: Store; readonly report: ImportReport } {
  const folder = folderOfTest();
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const source = { ...fileSource(join(folder, file)), name: file };
  const report = importSources(
    store,
    [told === null ? source : { ...source, mapping: textSource("mapping.yaml", told) }],
    {
      author,
      format,
      setAside,
    },
  );
  return { store, report };
}

function summary(store: Store): readonly string[] {
  return [...store.stances.all()]
    .map(({ holder, issue, direction, evidence }) => {
      const quotes = evidence.map((id) => store.documents.evidence(id)?.quote);
      return `${store.actors.require(holder).name} ${direction} ${store.issues.get(issue)?.label}: ${quotes.join("; ")}`;
    })
    .sort();
}

describe("passages marked in another program", () => {
  it.each(samples)("become stances by a mapping: %s", (_, format, file, files) => {
    const { store, report } = imported({ format, file, files: files() });
    expect(summary(store)).toEqual(["Owners OPPOSES Tax: oppose it", "𝔐iners SUPPORTS Tax: support the tax"]);
    expect(report.told[0]).toMatch(/^\d+ marked passages in 1 text read\.$/);
  });

  it.each(samples)("add nothing when they are imported again: %s", (_, format, file, files) => {
    const { store } = imported({ format, file, files: files() });
    const revision = store.dataset.get().revision;
    const { report } = imported({ format, file, files: files() }, store);
    expect(report.added).toEqual({});
    expect(store.dataset.get().revision).toBe(revision);
  });

  it("tell what nothing was made of, one by one, with the reason", () => {
    const { report } = imported({
      format: "brat",
      file: "paper.ann",
      files: { "paper.ann": brat, "paper.txt": text },
    });
    expect(report.told).toContain('2 left out: "Actor" is no stance in the mapping.');
    expect(report.rejects.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      "paper X9: A line that marks nothing we know.",
      'paper T1: "Actor" is no stance in the mapping.',
      'paper T3: "Actor" is no stance in the mapping.',
    ]);
    const qda = imported({
      format: "refi-qda",
      file: "p.qdpx",
      files: { "p.qdpx": zipped({ "project.qde": qde, "sources/s1.txt": text }) },
    });
    expect(qda.report.rejects.map(({ message }) => message)).toContain(
      "A PictureSource; only text sources are read.",
    );
  });

  it("are refused as a whole for one that cannot be read, or set it aside", () => {
    const wrong = {
      format: "doccano",
      file: "all.jsonl",
      files: { "all.jsonl": doccano.replace('"contra"', '"maybe"') },
    };
    expect(() => imported(wrong)).toThrow(/"maybe" is none of the values/);
    const { store, report } = imported({ ...wrong, setAside: true });
    expect(summary(store)).toEqual(["𝔐iners SUPPORTS Tax: support the tax"]);
    expect(report.rejects.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('"maybe" is none of the values'),
    );
  });

  it("name their coders", () => {
    const { store } = imported({
      format: "label-studio",
      file: "all.json",
      files: { "all.json": labelStudio },
    });
    expect([...store.coders.all()].map(({ name }) => name)).toEqual(["ana@example.org"]);
  });

  it("need a mapping where they do not say what they are, and nothing is lost in silence", () => {
    const { store, report } = imported({
      format: "doccano",
      file: "all.jsonl",
      files: { "all.jsonl": doccano },
      mapping: null,
    });
    expect(store.stances.count()).toBe(0);
    expect(report.rejects).toHaveLength(4);
    expect(report.told.join(" ")).toContain("name what is in a mapping");
  });

  it("tell what a mapping names and nothing has", () => {
    const { report } = imported({
      format: "doccano",
      file: "all.jsonl",
      files: { "all.jsonl": doccano },
      mapping: mapping.replace("{Issue|Tax}", "{Topic|Tax}"),
    });
    expect(report.told).toContain('Nothing has "Topic", which the mapping names.');
  });
});

describe("hostile files", () => {
  it.each([
    ["a path out of the archive", { "../../evil.ann": brat }, /leads out of the archive/],
    ["a mark without its text", { "paper.ann": brat }, /without its text; add paper.txt/],
  ])("%s", (_, files, message) => {
    expect(() =>
      imported({ format: "brat", file: "a.ann.zip", files: { "a.ann.zip": zipped(files) } }),
    ).toThrow(message);
  });

  it("entities that grow are not written out", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>`;
    expect(() => imported({ format: "inception", file: "a.xmi", files: { "a.xmi": bomb } })).toThrow(
      /declares a document type/,
    );
    expect(() =>
      imported({ format: "refi-qda", file: "a.qdpx", files: { "a.qdpx": zipped({ "project.qde": bomb }) } }),
    ).toThrow(/declares a document type/);
  });

  it("an archive that claims 4 GB is not unpacked", () => {
    const archive = Buffer.from(zipped({ "paper.ann": brat, "paper.txt": text }));
    const entry = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    archive.writeUInt32LE(0xfffffff0, entry + 24);
    expect(() => imported({ format: "brat", file: "a.ann.zip", files: { "a.ann.zip": archive } })).toThrow(
      /would take 4295 MB/,
    );
  });

  it.each([
    ["brat", "a.ann.zip", "no archive"],
    ["refi-qda", "a.qdpx", "no archive"],
    ["inception", "a.xmi", "<a><b></a>"],
    ["inception", "a.json", "{"],
    ["label-studio", "a.json", '[{"annotations": []}]'],
    ["doccano", "a.jsonl", "{}"],
  ])("%s that is none is told", (format, file, content) => {
    expect(() => imported({ format, file, files: { [file]: content } })).toThrow(
      /archive|XML|CAS|Label Studio|doccano/,
    );
  });
});
