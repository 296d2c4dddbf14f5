import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../../domain/error.ts";
import type { Source } from "../source.ts";
import type { ImportFormat } from "./format.ts";
import { type Sections, sectionEntries } from "./sections.ts";

export const yaml: ImportFormat = {
  name: "yaml",
  summary:
    "A coding written by hand: documents, actors, issues, relations, events and stances with their quotes.",
  extensions: [".yaml", ".yml"],
  read: (source, wanted, problem) => {
    const sections = sectionsOf(source, problem);
    return sections === null ? [] : sectionEntries(source, sections, wanted, problem);
  },
};

const maxAliases = 10_000;

const parsed = new WeakMap<Source, Sections | null>();

/** A file is parsed once, though it is read in two passes. */
function sectionsOf(source: Source, problem: (problem: Problem) => void): Sections | null {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const sections = parseSections(source, problem);
  parsed.set(source, sections);
  return sections;
}

function parseSections(source: Source, problem: (problem: Problem) => void): Sections | null {
  const { document, lineOf } = parseYaml(source.text());
  for (const error of document.errors) {
    problem({
      file: source.name,
      line: error.linePos?.[0].line ?? null,
      field: "",
      message: plain(error.message),
    });
  }
  if (document.errors.length > 0) return null;
  try {
    return { value: document.toJS({ maxAliasCount: maxAliases }), lineOf };
  } catch (error) {
    // An alias without its anchor, or more of them than a hand would write.
    if (!(error instanceof ReferenceError)) throw error;
    problem({ file: source.name, line: null, field: "", message: `${error.message}.` });
    return null;
  }
}

/** YAML with the line of each place. JSON is YAML too. */
export function parseYaml(text: string): {
  readonly document: Document;
  readonly lineOf: (path: readonly string[]) => number | null;
} {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", prettyErrors: true });
  const lineOf = (path: readonly string[]): number | null => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length).map(asIndex), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  return { document, lineOf };
}

function asIndex(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}

/** The first line of the parser's message, without its excerpt. */
function plain(message: string): string {
  return `${(message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "")}.`;
}
