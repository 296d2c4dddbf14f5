import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Problem, RejectedError, StanceGraphError } from "../../src/domain/error.ts";
import { importFiles } from "../../src/ingest/import.ts";
import { author, codingWith, emptyStore, graph, importCoding, stanceWith } from "./graph.ts";

/** The problems of an import that is refused, having changed nothing. */
function problemsOf(coding: unknown, name?: string): readonly Problem[] {
  const store = graph();
  const { digest } = store.verify();
  try {
    importCoding(store, coding, name);
  } catch (error) {
    expect(store.verify().digest).toBe(digest);
    expect(store.dataset.revision()).toBe(1);
    if (error instanceof RejectedError) return error.problems;
    throw error;
  }
  throw new Error("The import was not refused.");
}

const places = (problems: readonly Problem[]) => problems.map(({ field, message }) => [field, message]);

describe("bad input is refused whole, naming the place and the remedy", () => {
  it("an unknown actor, with the nearest name", () => {
    expect(places(problemsOf(codingWith({ stances: [stanceWith({ holder: "Miner" })] })))).toEqual([
      ["stances[0].holder", "No actor is named Miner. Did you mean Miners?"],
    ]);
  });

  it("an ambiguous name, with what it could mean", () => {
    expect(places(problemsOf(codingWith({ stances: [stanceWith({ holder: "Union" })] })))).toEqual([
      [
        "stances[0].holder",
        '"Union" is ambiguous: it names actor:miners-union and actor:owners-union. Use one of these ids.',
      ],
    ]);
  });

  it("an unknown issue, with the known ones", () => {
    expect(places(problemsOf(codingWith({ stances: [stanceWith({ issue: "taxes" })] })))).toEqual([
      ["stances[0].issue", "There is no issue taxes. Known are: issue:tax."],
    ]);
  });

  it("a quote that is not in the text, with the closest passage", () => {
    expect(
      places(problemsOf(codingWith({ stances: [stanceWith({ quote: "they do support the tax" })] }))),
    ).toEqual([
      [
        "stances[0].quote",
        'The quote "they do support the tax" is not in the document. The closest passage is "said they support the tax".',
      ],
    ]);
  });

  it("a quote that occurs twice, with the prefixes to choose from", () => {
    const [problem] = problemsOf(codingWith({ stances: [stanceWith({ quote: "they support the" })] }));
    expect(problem?.message).toBe(
      'The quote occurs 2 times; tell which by what stands beside it, as in one of: prefix "Miners said ", prefix "ks. Miners said ".',
    );
  });

  it("a facet value outside the closed list, and a facet the issue does not have", () => {
    const stances = [
      stanceWith({ facets: { pace: "slow" } }),
      stanceWith({ facets: { size: "big" }, externalId: "2" }),
    ];
    expect(places(problemsOf(codingWith({ stances })))).toEqual([
      ["stances[0].facets.pace", '"slow" is no pace of issue:tax; choose one of: immediate, phased.'],
      ["stances[1].facets.size", 'issue:tax has no facet "size"; it has: pace.'],
    ]);
  });

  it("two values for one facet", () => {
    const yaml =
      "stancegraph: 1\nstances:\n  - holder: Miners\n    facets:\n      pace: immediate\n      pace: phased\n";
    expect(problemsOf(yaml, "coding.yaml")).toEqual([
      { file: "coding.yaml", line: 6, field: "", message: "Map keys must be unique." },
    ]);
    expect(
      places(
        problemsOf(codingWith({ stances: [stanceWith({ facets: { pace: ["immediate", "phased"] } })] })),
      ),
    ).toEqual([["stances[0].facets.pace", "Write a string here."]]);
  });

  it("a sign against the direction", () => {
    expect(places(problemsOf(codingWith({ stances: [stanceWith({ intensity: -1 })] })))).toEqual([
      ["stances[0].intensity", "Intensity -1 does not go with SUPPORTS; write 1 or 2."],
    ]);
  });

  it("an impossible date and a reversed one", () => {
    const stances = [
      stanceWith({ statedOn: "2023-02-29" }),
      stanceWith({ statedOn: "2024/2023", externalId: "2" }),
      stanceWith({ validFrom: "2024-05", validUntil: "2024-04", externalId: "3" }),
    ];
    expect(places(problemsOf(codingWith({ stances })))).toEqual([
      [
        "stances[0].statedOn",
        '"2023-02-29" is no date: write an existing day as YYYY-MM-DD, as in 2024-03-08.',
      ],
      ["stances[1].statedOn", '"2024/2023" is no date: it ends before it starts; swap its ends.'],
      ["stances[2].validUntil", "It ends (2024-04) before it begins (2024-05); swap them."],
    ]);
  });

  it("half a character, and a NUL", () => {
    const lone = '{"stance": {"holder": "Miners", "note": "\\ud800"}}';
    const nul = '{"stance": {"holder": "Miners\\u0000", "issue": "tax"}}';
    expect(places(problemsOf(`${lone}\n${nul}`, "coding.jsonl"))).toEqual([
      ["stance.note", "The text holds half a character (a lone surrogate); restore or remove it."],
      ["stance.holder", "The text holds a NUL character; remove it."],
    ]);
  });

  it("malformed JSON, with its line", () => {
    const [problem] = problemsOf('{\n  "stancegraph": 1,\n  "actors": [}\n', "coding.json");
    expect([problem?.line, problem?.message]).toEqual([
      3,
      expect.stringMatching(/^This is no JSON: Unexpected token/),
    ]);
    expect(problemsOf('{"actor": {"name": "A"', "coding.jsonl")[0]).toMatchObject({ line: 1 });
  });

  it("malformed YAML, with its line", () => {
    expect(problemsOf("stancegraph: 1\nactors: [\n", "coding.yaml")[0]).toMatchObject({ line: 3 });
  });

  it("a misspelt field and a misspelt section", () => {
    expect(places(problemsOf(codingWith({ stanses: [], stances: [stanceWith({ qoute: "x" })] })))).toEqual([
      [
        "stanses",
        'There is no section "stanses"; there are: dataset, coder, documents, actors, issues, relations, events, stances.',
      ],
      ["stances[0].qoute", 'There is no field "qoute" here; correct its name or leave it out.'],
    ]);
  });

  it("a missing field and a word outside a list, each with its line", () => {
    const yaml = "stancegraph: 1\nactors:\n  - name: A\n    kind: STATES\n  - kind: STATE\n";
    expect(problemsOf(yaml, "coding.yaml").map(({ line, field }) => [line, field])).toEqual([
      [4, "actors[0].kind"],
      [5, "actors[1].name"],
    ]);
  });

  it("a stance without its words", () => {
    const { quote: _, ...wordless } = stanceWith({});
    expect(places(problemsOf(codingWith({ stances: [wordless] })))).toEqual([
      ["stances[0].quote", "A stance needs its quote: the exact words in the document."],
    ]);
  });

  it("one holder's same words read in two ways", () => {
    const stances = [stanceWith({}), stanceWith({ direction: "OPPOSES" })];
    const store = emptyStore();
    expect(() => importCoding(store, codingWith({ stances }))).toThrow(/reads the same words .* externalId/);
  });

  it("a chain out of order, a link of two sources, a chain to another holder", () => {
    const attribution = [
      { role: "SPEAKER", actor: "Owners" },
      { role: "PUBLISHER", actor: "Miners" },
    ];
    const two = [{ role: "SPEAKER", actor: "Owners", anonymous: { descriptor: "an owner" } }];
    const other = [{ role: "HOLDER", actor: "Owners" }];
    const stances = [
      stanceWith({ attribution }),
      stanceWith({ attribution: two, externalId: "2" }),
      stanceWith({ attribution: other, externalId: "3" }),
    ];
    expect(places(problemsOf(codingWith({ stances })))).toEqual([
      [
        "stances[0].attribution.1",
        "Link 2 (PUBLISHER) stands too late: a chain runs PUBLISHER, RELAY, SPEAKER, HOLDER.",
      ],
      ["stances[1].attribution.0", "Link 1 needs an actor or an anonymous source, not both."],
      ["stances[2].attribution.0", "The HOLDER link names another holder than the stance (actor:miners)."],
    ]);
  });

  it("an external id that belongs to another actor", () => {
    const actors = [
      { name: "A", kind: "STATE", externalIds: { wikidata: "Q1" } },
      { name: "B", kind: "STATE", externalIds: { wikidata: "Q1" } },
    ];
    expect(places(problemsOf(codingWith({ actors, stances: [] })))).toEqual([
      [
        "actors[1].externalIds.wikidata",
        "wikidata Q1 already belongs to actor:a; merge the two actors, or correct one.",
      ],
    ]);
  });
});

describe("bad files", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "stancegraph-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const importing = (name: string, bytes: string | Uint8Array) => () => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    importFiles(emptyStore(), [path], { author });
  };

  it("invalid UTF-8 in a whole file, in a line, and in a document's text", () => {
    const bad = new Uint8Array([0x73, 0xff, 0xfe]);
    expect(importing("bad.yaml", bad)).toThrow("bad.yaml is not valid UTF-8; convert it to UTF-8 first.");
    expect(importing("bad.jsonl", bad)).toThrow(/This line is not valid UTF-8/);
    writeFileSync(join(folder, "bad.txt"), bad);
    const coding = JSON.stringify({ stancegraph: 1, documents: [{ title: "T", file: "bad.txt" }] });
    expect(importing("text.json", coding)).toThrow(/documents\[0\]\.file: bad.txt is not valid UTF-8/);
  });

  it("a document's file that is missing, or outside the coding's folder", () => {
    const of = (file: string) => JSON.stringify({ stancegraph: 1, documents: [{ title: "T", file }] });
    expect(importing("missing.json", of("none.txt"))).toThrow(/There is no file .*none\.txt/);
    expect(importing("outside.json", of("../../etc/passwd"))).toThrow(/lies outside the coding's folder/);
  });

  it("a file that is not there, a folder, and a format that is not read", () => {
    expect(() => importFiles(emptyStore(), [join(folder, "none.yaml")], { author })).toThrow(
      /There is no file/,
    );
    expect(() => importFiles(emptyStore(), [folder], { author })).toThrow(
      /is a folder; name a coding file in it/,
    );
    expect(importing("coding.docx", "x")).toThrow(/is in no format we read; there are: yaml/);
  });

  it("an empty file", () => {
    expect(importing("empty.yaml", "")).toThrow("This is no coding; start with `stancegraph: 1`.");
    expect(importing("empty.json", "")).toThrow(StanceGraphError);
  });
});
