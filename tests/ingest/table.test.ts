import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { RejectedError } from "../../src/domain/error.ts";
import { importSources } from "../../src/ingest/import.ts";
import { fileSource, textSource } from "../../src/ingest/source.ts";
import type { Store } from "../../src/store/open.ts";
import { root } from "../seed/seeded.ts";
import { folderOfTest } from "./dna-debate.ts";
import { author, emptyStore } from "./graph.ts";

const votes = `bill,member,vote,speaker
1,Ada Cole,yes,
1,"Cole, Ben",no,Ed Itor
2,Ada Cole,abstain,
2,"Cole, Ben",absent,
`;
const bills = 'number,title,day\n1,Coal tax,2024-03-08\n2,"A ""new"" mine",2024-04-01\n';
const mapping = `stancegraph-mapping: 1
table:
  lookups:
    bill: { file: bills.csv, key: number, by: "{bill}" }
  coder: { name: Clerk }
  document: { title: "Division {bill}", publishedOn: "{bill.day}", attributes: { number: "{bill}" } }
  holder: { name: "{member}", kind: PERSON }
  speaker: { name: "{speaker}", kind: PERSON }
  issue: { label: "{bill.title}", pro: A vote for it., contra: A vote against it. }
  stance:
    direction: { of: "{vote}", values: { "yes": SUPPORTS, "no": OPPOSES, abstain: NEUTRAL, absent: null } }
    act: VOTED
    externalId: "{#}"
`;

interface Files {
  readonly votes?: string;
  readonly mapping?: string;
  readonly packed?: boolean;
}

function imported(files: Files = {}): { readonly store: Store; readonly told: readonly string[] } {
  const folder = folderOfTest();
  const name = join(folder, files.packed === true ? "votes.csv.gz" : "votes.csv");
  const table = files.votes ?? votes;
  writeFileSync(name, files.packed === true ? gzipSync(table) : table);
  writeFileSync(join(folder, "bills.csv"), bills);
  const store = emptyStore();
  const source = { ...fileSource(name), name: "votes.csv" };
  const { told } = importSources(
    store,
    [{ ...source, mapping: textSource("mapping.yaml", files.mapping ?? mapping) }],
    { author },
  );
  return { store, told };
}

function problemsOf(files: Files): readonly string[] {
  try {
    imported(files);
  } catch (error) {
    if (!(error instanceof RejectedError)) return [(error as Error).message];
    return error.problems.map(({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`);
  }
  throw new Error("The import was not refused.");
}

describe("a table with a mapping", () => {
  it.each([false, true])("becomes stances, a row each; gzipped: %s", (packed) => {
    const { store, told } = imported({ packed });
    const stances = [...store.stances.all({ orderBy: [{ field: "RECORDED_AT", descending: false }] })];
    expect(
      stances
        .map(({ externalId, holder, issue, direction, act, publishedOn, attribution }) => [
          externalId,
          holder,
          issue,
          direction,
          act,
          publishedOn?.edtf,
          attribution[0]?.actor,
        ])
        .sort(),
    ).toEqual([
      ["1", "actor:ada-cole", "issue:coal-tax", "SUPPORTS", "VOTED", "2024-03-08", undefined],
      ["2", "actor:cole-ben", "issue:coal-tax", "OPPOSES", "VOTED", "2024-03-08", "actor:ed-itor"],
      ["3", "actor:ada-cole", "issue:a-new-mine", "NEUTRAL", "VOTED", "2024-04-01", undefined],
    ]);
    expect(store.issues.get("issue:a-new-mine")?.label).toBe('A "new" mine');
    expect(told).toEqual(["4 rows read; 1 of them left out, as the mapping says."]);
    expect(store.verify().faults).toEqual([]);
  });

  it.each<[string, Files, readonly string[]]>([
    [
      "a value that the mapping does not have",
      { votes: "bill,member,vote,speaker\n1,Ada,aye,\n" },
      [
        'votes.csv:2 direction: "aye" is none of the values that the mapping has for it (yes, no, abstain, absent); add it there, or `otherwise`.',
      ],
    ],
    [
      "a row that another table does not have, and a row that is too short",
      { votes: "bill,member,vote,speaker\n9,Ada,yes,\n1,Ada\n" },
      [
        "votes.csv:2 bill: No row of bills.csv has number 9; add it, or correct this one.",
        "votes.csv:3 : This row has 2 fields for 4 columns; quote fields that hold the delimiter.",
      ],
    ],
    [
      "a column that there is not, at its place in the mapping",
      { mapping: mapping.replace("{member}", "{members}") },
      [
        "mapping.yaml:7 table.holder.name: There is no column {members}; there are: bill, member, vote, speaker, bill.number, bill.title, bill.day, #.",
      ],
    ],
    [
      "a word that no mapping has",
      { mapping: mapping.replace("act: VOTED", "act: VOTES") },
      [
        "mapping.yaml:12 table.stance.act: Write one of: DECLARED, DEMANDED, OFFERED, THREATENED, VOTED, SIGNED, ACTED, REPORTED_VIEW; or what it is `of`, and its `values`.",
      ],
    ],
    [
      "a template with a brace too many",
      { mapping: mapping.replace("{member}", "{member|{bill}}") },
      [
        "mapping.yaml:7 table.holder.name: A brace here has no other; write {column}, or {column|words} with words that have no braces.",
      ],
    ],
    [
      "a holder without a name",
      { votes: "bill,member,vote,speaker\n1,,yes,\n" },
      ["votes.csv:2 holder.name: The row has nothing here; fill it, or name another column."],
    ],
    [
      "a field whose quote never ends",
      { votes: 'bill,member,vote,speaker\n1,"Ada,yes,\n' },
      [
        "votes.csv:2 : This row is not valid UTF-8, holds a NUL character, or has a quoted field that never ends; mend it.",
      ],
    ],
  ])("refuses %s", (_, files, expected) => {
    expect(problemsOf(files)).toEqual(expected);
  });

  it("asks for its mapping", () => {
    const name = join(folderOfTest(), "votes.csv");
    writeFileSync(name, votes);
    expect(() => importSources(emptyStore(), [fileSource(name)], { author })).toThrow(
      'votes.csv is a table: give the file that tells what its columns are, as in --mapping mapping.yaml, with a section "table".',
    );
  });

  it("of claims on nuclear power comes in whole", () => {
    const folder = `${root}seed/irps-nuclear`;
    const store = emptyStore();
    const source = { ...fileSource(`${folder}/claims.csv`), mapping: fileSource(`${folder}/mapping.yaml`) };
    const { added } = importSources(store, [source], { author });
    expect(added).toEqual({ coder: 1, document: 89, actor: 337, issue: 54, stance: 1164 });
    expect(store.attributes.of("actor:angela-merkel")).toMatchObject({ org: "CDU", power: "2" });
  });
});
