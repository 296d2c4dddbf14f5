import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ArchiveFormat, ExportFormat } from "../../../src/export/format.ts";
import { formatFor } from "../../../src/export/index.ts";
import { piecesOf } from "../../../src/http/pieces.ts";
import { importSources } from "../../../src/ingest/import.ts";
import { fileSource } from "../../../src/ingest/source.ts";
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

it("an empty graph has nothing to mark", () => {
  const store = graph(codingWith({ documents: [], stances: [] }));
  for (const format of formats) {
    const other = emptyStore();
    const read = () => importSources(other, [fileSource(exported(store, format))], { author, format });
    if (format === "brat" || format === "inception") expect(read).toThrow(/archive|holds no/);
    else expect(read().added).toEqual({});
  }
});
