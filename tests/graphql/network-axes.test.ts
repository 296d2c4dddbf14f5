import { afterAll, expect, it } from "vitest";
import { importFiles } from "../../src/ingest/import.ts";
import { debateFile } from "../ingest/dna-debate.ts";
import { author, emptyStore } from "../ingest/graph.ts";
import { ask } from "./world.ts";

const store = emptyStore();
afterAll(() => store.close());

interface Answer {
  readonly statements: number;
  readonly nodes: readonly { readonly kind: string; readonly label: string }[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

/** Miners back the tax twice, once through Ada Cole; owners oppose it; all in a document by Ed Itor. */
async function networkOf(input: string): Promise<Answer> {
  if (store.dataset.revision() === 0) importFiles(store, [debateFile()], { author });
  const { data, errors } = await ask(
    store,
    `{ network(input: {${input}}) { statements nodes { kind label } edges { source target weight } } }`,
  );
  expect(errors).toEqual([]);
  return data.network;
}

it("ties speakers to those for whom they speak; stances that nobody voices are not counted", async () => {
  expect(await networkOf("mode: TWO_MODE, rows: SPEAKER, columns: HOLDER, aggregate: IGNORE")).toEqual({
    statements: 1,
    nodes: [
      { kind: "ACTOR", label: "Ada Cole" },
      { kind: "ACTOR", label: "Miners" },
    ],
    edges: [{ source: "actor:ada-cole", target: "actor:miners", weight: 1 }],
  });
});

it("ties authors of documents to issues", async () => {
  expect(await networkOf("mode: TWO_MODE, rows: AUTHOR")).toEqual({
    statements: 3,
    nodes: [
      { kind: "AUTHOR", label: "Ed Itor" },
      { kind: "ISSUE", label: "A tax on coal" },
    ],
    edges: [{ source: "Ed Itor", target: "issue:a-tax-on-coal", weight: 1 }],
  });
});

it("counts stances at the levels asked for", async () => {
  const { edges } = await networkOf("mode: TWO_MODE, levels: [0]");
  expect(edges.map(({ source, weight }) => [source, weight])).toEqual([["actor:owners", -1]]);
});

it.each([
  ["rows: ISSUE", "Rows and columns are both ISSUE; choose another axis for one of them."],
  [
    'rows: AUTHOR, actors: {name: {eq: "Miners"}}',
    "The rows are no actors but AUTHOR; filter with stances: {holder: …} instead.",
  ],
  [
    'rows: SPEAKER, columns: HOLDER, issues: {label: {eq: "A tax on coal"}}',
    "The columns are no issues but HOLDER; filter with stances: {issue: …} instead.",
  ],
])("refuses {%s}", async (input, message) => {
  const { errors } = await ask(store, `{ network(input: {${input}}) { density } }`);
  expect(errors).toEqual([`INVALID ${message}`]);
});
