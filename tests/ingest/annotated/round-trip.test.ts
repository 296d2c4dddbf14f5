import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ArchiveFormat, ExportFormat } from "../../../src/export/format.ts";
import { formatFor } from "../../../src/export/index.ts";
import { piecesOf } from "../../../src/http/pieces.ts";
import { importSources } from "../../../src/ingest/import.ts";
import { fileSource, textSource } from "../../../src/ingest/source.ts";
import type { Store } from "../../../src/store/open.ts";
import { seededStore } from "../../seed/seeded.ts";
import { folderOfTest } from "../dna-debate.ts";
import { author, codingWith, emptyStore, graph, stanceWith } from "../graph.ts";

const formats = ["brat", "doccano", "inception", "label-studio", "refi-qda"] as const;

/** Everything that a stance can say, with words that lie apart and a letter of two UTF-16 units before them. */
function rich(): Store {
  const text = `𝔐iners said "they support the tax".\r\nOwners oppose\tit & <all>. Miners would accept it only after talks.`;
  const documents = [
    {
      title: 'A "paper" & more',
      text,
      publishedOn: "2024-03-08",
      publisher: "The Paper",
      author: "B. Writer",
      url: "https://example.org/a?b=1&c=2",
      language: "en",
      licence: "CC-BY-4.0",
    },
  ];
  const stances = [
    stanceWith({
      quote: ["they support the tax", "accept it only after talks"],
      conditions: [{ kind: "ONLY_AFTER", text: "talks" }],
      facets: { pace: "phased" },
      intensity: 2,
      act: "DEMANDED",
      holderCertainty: "LIKELY",
      codingLevel: "INTERPRETIVE",
      confidence: 0.6,
      addressee: "Owners",
      statedOn: "2024-03~",
      validUntil: "2025-01",
      externalId: "17",
      note: "read\ntwice",
      attributes: { page: 3, tags: ["a", "b"] },
      attribution: [
        { role: "PUBLISHER", actor: "Owners" },
        {
          role: "SPEAKER",
          anonymous: { descriptor: "an official", rank: "senior", affiliation: "Owners" },
          cue: "said",
          mode: "INDIRECT",
        },
        { role: "HOLDER", actor: "Miners" },
      ],
    }),
    stanceWith({ holder: "Owners", direction: "OPPOSES", quote: "oppose\tit & <all>", status: "PROPOSED" }),
  ];
  return graph({ documents, stances });
}

function exported(store: Store, name: string): string {
  const format = formatFor("stances", name) as ExportFormat | ArchiveFormat;
  const file = join(folderOfTest(), `stances.${format.extension}`);
  const pieces = [...piecesOf(store, "stances", format, {})];
  writeFileSync(file, Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
  return file;
}

/** What a stance says, apart from when it was recorded. */
function contents(store: Store): readonly unknown[] {
  const stances = [...store.stances.all()].filter(
    ({ status }) => status === "ACCEPTED" || status === "PROPOSED",
  );
  return stances
    .map(({ recordedAt: _, acceptedAt: __, ...stance }) => ({
      ...stance,
      holder: store.actors.require(stance.holder).name,
      quotes: stance.evidence.map((id) => store.documents.evidence(id)?.quote),
      coder: store.coders.get(stance.coder),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function documents(store: Store): readonly unknown[] {
  return [...store.documents.all()].map(({ recordedAt: _, independenceGroup: __, ...document }) => document);
}

describe.each(formats)("what is exported for %s", (format) => {
  it.each([
    ["the seed", seededStore],
    ["stances that say all there is", rich],
  ])("is the same when it is imported again: %s", (_, storeOf) => {
    const store = storeOf();
    const file = exported(store, format);
    const other = emptyStore();
    const report = importSources(other, [fileSource(file)], { author, format });
    expect(report.rejects).toEqual([]);
    expect(contents(other)).toEqual(contents(store));
    expect(documents(other)).toEqual(documents(store));
    expect(exported(other, format).length).toBeGreaterThan(0);
  });

  it("changes nothing in the graph that it is of", () => {
    const store = rich();
    const { revision } = store.dataset.get();
    importSources(store, [fileSource(exported(store, format))], { author, format });
    expect(store.dataset.get().revision).toBe(revision);
  });
});

describe("Web Annotations", () => {
  it.each([
    ["the seed", seededStore],
    ["stances that say all there is", rich],
  ])("say all of a stance, for a graph that has its documents: %s", (_, storeOf) => {
    const store = storeOf();
    const file = exported(store, "web-annotation");
    const { revision } = store.dataset.get();
    const report = importSources(store, [fileSource(file)], { author });
    expect(report.rejects).toEqual([]);
    expect(report.present.stance).toBe(store.stances.count());
    expect(store.dataset.get().revision).toBe(revision);
  });

  it("of other programs are read by a mapping, on a document named by its address", () => {
    const url = "https://example.org/paper";
    const text = "Miners said they support the tax. Owners oppose it.";
    const store = graph(codingWith({ documents: [{ title: "Paper", text, url }], stances: [] }));
    const annotation = (exact: string, tag: string, source: string = url) => ({
      type: "Annotation",
      creator: { type: "Person", name: "Ana" },
      body: [{ type: "TextualBody", purpose: "tagging", value: tag }],
      target: { source, selector: [{ type: "TextQuoteSelector", exact, prefix: "" }] },
    });
    const items = [
      annotation("support the tax", "for"),
      annotation("oppose it", "against"),
      { type: "Annotation", target: url },
      annotation("support the tax", "for", "https://example.org/none"),
    ];
    const file = join(folderOfTest(), "tags.jsonld");
    writeFileSync(file, JSON.stringify({ type: "AnnotationCollection", first: { items } }));
    const mapping = `stancegraph-mapping: 1
annotations:
  holder: { id: miners, name: Miners, kind: GROUP }
  issue: { label: Strike }
  stance: { direction: { of: "{tagging}", values: { for: SUPPORTS, against: OPPOSES } } }
`;
    const source = { ...fileSource(file), mapping: textSource("mapping.yaml", mapping) };
    const report = importSources(store, [source], { author, setAside: true });
    expect([...store.stances.all()].map(({ direction }) => direction).sort()).toEqual([
      "OPPOSES",
      "SUPPORTS",
    ]);
    expect(report.rejects.map(({ message }) => message)).toEqual([
      expect.stringContaining("There is no document https://example.org/none."),
      "An annotation without a TextQuoteSelector on a source.",
    ]);
  });
});

it("an empty graph has nothing to mark", () => {
  const store = graph(codingWith({ documents: [], stances: [] }));
  for (const format of formats) {
    const other = emptyStore();
    const read = () => importSources(other, [fileSource(exported(store, format))], { author, format });
    if (format === "brat" || format === "inception") expect(read).toThrow(/archive|holds no/);
    else expect(read().added).toEqual({});
  }
});
