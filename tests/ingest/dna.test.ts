import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { RejectedError } from "../../src/domain/error.ts";
import { importFiles, importSources } from "../../src/ingest/import.ts";
import { fileSource, textSource } from "../../src/ingest/source.ts";
import type { Store } from "../../src/store/open.ts";
import { debateFile, folderOfTest } from "./dna-debate.ts";
import { author, emptyStore } from "./graph.ts";

function debate(): Store {
  const store = emptyStore();
  importFiles(store, [debateFile()], { author });
  return store;
}

describe("a database of the Discourse Network Analyzer", () => {
  it("becomes stances of organizations on concepts, at their places, through persons", () => {
    const store = debate();
    const byNumber = [...store.stances.all()].sort((a, b) => Number(a.externalId) - Number(b.externalId));
    const stances = byNumber.map((stance) => ({
      ...stance,
      quote: store.documents.evidenceByIds(stance.evidence)[0]?.quote,
    }));
    expect(
      stances.map(({ externalId, holder, issue, direction, intensity, quote, coder }) => [
        externalId,
        holder,
        issue,
        direction,
        intensity,
        quote,
        coder,
      ]),
    ).toEqual([
      ["11", "actor:miners", "issue:a-tax-on-coal", "SUPPORTS", 1, "back the tax", "coder:grace"],
      ["12", "actor:owners", "issue:a-tax-on-coal", "OPPOSES", -1, "oppose it", "coder:grace"],
      ["13", "actor:miners", "issue:a-tax-on-coal", "SUPPORTS", 1, "want more", "coder:grace"],
    ]);
    expect(stances.map(({ attribution }) => attribution.map(({ role, actor }) => [role, actor]))).toEqual([
      [["SPEAKER", "actor:ada-cole"]],
      [],
      [],
    ]);
    expect(stances.map(({ attributes }) => attributes)).toEqual([
      { frame: "fairness", remark: "To be checked." },
      {},
      { strength: 5, "statement type": "Strength" },
    ]);
  });

  it("keeps all that it says of documents and entities", () => {
    const store = debate();
    const [document] = [...store.documents.all()];
    expect(document).toMatchObject({
      title: "The coal debate",
      author: "Ed Itor",
      publisher: "The Paper",
      publishedOn: { edtf: "2024-03-08" },
    });
    expect(store.attributes.of(document?.id ?? "")).toEqual({
      section: "Politics",
      type: "News",
      notes: "Late edition.",
      time: "14:30:00",
      coder: "Grace",
      "DNA id": 7,
      annotations: [
        {
          id: 14,
          type: "Annotation",
          start: 54,
          end: 66,
          coder: "Grace",
          values: { note: "Who are they?" },
        },
      ],
    });
    const miners = store.actors.named("Colliers");
    expect([miners.id, miners.kind, miners.description]).toEqual([
      "actor:miners",
      "ORGANIZATION",
      "Those who dig.",
    ]);
    expect(store.attributes.of(miners.id)).toEqual({
      Type: "union",
      Notes: "Those who dig.",
      Alias: "Colliers",
    });
    expect(store.actors.named("Cooks").kind).toBe("ORGANIZATION");
    expect(store.actors.named("Ada Cole").kind).toBe("PERSON");
    expect(store.attributes.of("dataset")).toMatchObject({ "DNA regex coal": "#ff0000" });
  });

  it("tells what became of what", () => {
    const report = importFiles(emptyStore(), [debateFile()], { author });
    expect(report.told).toEqual([
      "3 statements became stances of their organization on their concept; 1 of them through a person.",
      '1 of type "Annotation" have no organization, concept or side; they are kept as annotations of their documents.',
    ]);
    expect(report.added).toEqual({ coder: 1, document: 1, actor: 4, issue: 1, stance: 3 });
  });

  it("is read by a mapping of its variables", () => {
    const file = fileSource(debateFile());
    const mapping = textSource(
      "mapping.yaml",
      "stancegraph-mapping: 1\ndna: {holder: person, qualifier: frame, values: {fairness: AMBIVALENT}}",
    );
    const store = emptyStore();
    importSources(store, [{ ...file, mapping }], { author });
    expect([...store.stances.all()].map(({ holder, direction }) => [holder, direction])).toEqual([
      ["actor:ada-cole", "AMBIVALENT"],
    ]);
  });

  it("adds nothing the second time, and is left as it was", () => {
    const path = debateFile();
    const store = emptyStore();
    importFiles(store, [path], { author });
    expect(importFiles(store, [path], { author })).toMatchObject({ added: {}, revised: {} });
  });
});

/** What is said of a file that is refused. */
function refusalOf(path: string): readonly string[] {
  const store = emptyStore();
  try {
    importFiles(store, [path], { author });
  } catch (error) {
    expect(store.dataset.revision()).toBe(0);
    if (error instanceof RejectedError)
      return error.problems.map(({ field, message }) => `${field}: ${message}`);
    return [(error as Error).message];
  }
  throw new Error("The import was not refused.");
}

describe("refuses", () => {
  it.each([
    ["no SQLite", "not a database at all", "debate.dna is no SQLite database; check which file you named."],
    ["an empty file", "", "debate.dna is no SQLite database; check which file you named."],
  ])("%s", (_, content, message) => {
    const path = join(folderOfTest(), "debate.dna");
    writeFileSync(path, content);
    expect(refusalOf(path)).toEqual([message]);
  });

  it("another program's database", () => {
    const path = join(folderOfTest(), "other.dna");
    new Database(path).exec("create table t (a)").close();
    expect(refusalOf(path)).toEqual([
      "other.dna is a SQLite database, but none of the Discourse Network Analyzer; check which file you named.",
    ]);
  });

  it.each([
    [
      "a database of DNA 2",
      "update SETTINGS set Value = '2.0 beta 25'",
      "debate.dna is of DNA 2; only databases of DNA 3 can be read. Bring it into DNA 3 first, and import that.",
    ],
    [
      "one without a column",
      "alter table DOCUMENTS drop column Section",
      "debate.dna has no column Section in its table DOCUMENTS; open it once in DNA 3, which repairs its databases, and save it anew.",
    ],
    [
      "one without a table",
      "drop table REGEXES",
      "debate.dna has no table REGEXES; open it once in DNA 3, which repairs its databases, and save it anew.",
    ],
    [
      "a place outside the text",
      "update STATEMENTS set Stop = 9000 where ID = 12",
      "STATEMENTS 12.quote: The place 43 to 9000 is not in the text, which has 95 characters; correct it.",
    ],
    [
      "a remark outside the text",
      "update STATEMENTS set Stop = 9000 where ID = 14",
      "STATEMENTS 14: The place 54 to 9000 is not in the text of document 7, which has 95 characters; correct it in DNA.",
    ],
    [
      "a value that names no entity",
      "update DATASHORTTEXT set Entity = 99 where StatementId = 12 and VariableId = 5",
      "DATASHORTTEXT 8: There is no such entity as this names; correct or delete statement 12 in DNA.",
    ],
    [
      "a statement of no document",
      "update STATEMENTS set DocumentId = 8 where ID = 14",
      "STATEMENTS 14.DocumentId: There is no such document as 8; correct or delete the statement in DNA.",
    ],
  ])("%s", (_, sql, message) => {
    expect(refusalOf(debateFile(sql))).toEqual([message]);
  });

  it("a mapping with a word that there is not", () => {
    const mapping = textSource("mapping.yaml", "stancegraph-mapping: 1\ndna:\n  holders: person");
    const read = () => importSources(emptyStore(), [{ ...fileSource(debateFile()), mapping }], { author });
    expect(read).toThrow(
      'mapping.yaml:3 dna.holders: There is no field "holders" here; correct its name or leave it out.',
    );
  });
});
