import { stringify } from "yaml";
import { type CodingKind, codingItems } from "./coding-items.ts";
import type { ExportFormat } from "./format.ts";
import type { Source } from "./source.ts";

export const coding: ExportFormat = {
  name: "coding",
  summary: "The graph as a coding that people can read and `stancegraph import` reads again (YAML).",
  mediaType: "application/yaml",
  extension: "yaml",
  writes: ["graph"],
  *write(_, source) {
    yield "stancegraph: 1\n";
    for (const [kind, section] of single) {
      const items = [...codingItems[kind](source)];
      yield yamlOf({ [section]: items.length === 1 ? items[0] : items });
    }
    for (const [kind, section] of lists) yield* listOf(kind, section, source);
  },
};

/** The codebook as a coding of issues alone, under a comment with its version. */
export function* codebookCoding(source: Source, version: string): Generator<string> {
  yield `# The codebook, version ${version}\nstancegraph: 1\n`;
  yield* listOf("issue", "issues", source);
}

function* listOf(kind: CodingKind, section: string, source: Source): Generator<string> {
  let before = `${section}:\n`;
  for (const item of codingItems[kind](source)) {
    yield before + yamlOf([item]);
    before = "";
  }
}

/** The sections of a coding in their order: first those that hold one thing as a rule, then lists. */
const single: readonly (readonly [CodingKind, string])[] = [
  ["dataset", "dataset"],
  ["coder", "coder"],
];
const lists: readonly (readonly [CodingKind, string])[] = [
  ["document", "documents"],
  ["actor", "actors"],
  ["issue", "issues"],
  ["relation", "relations"],
  ["event", "events"],
  ["stance", "stances"],
];

/** Long lines stay whole, so that texts and quotes can be searched for. */
function yamlOf(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
