import type { Problem } from "../../domain/error.ts";
import { type ItemKind, itemKinds } from "../coding.ts";
import type { Source } from "../source.ts";
import type { Entry, ImportFormat } from "./format.ts";
import { malformed } from "./json.ts";

export const jsonl: ImportFormat = {
  name: "jsonl",
  summary: 'One thing a line, for bulk of any size: {"document": {…}}, {"stance": {…}}.',
  extensions: [".jsonl", ".ndjson"],
  read: entries,
};

/** A line is parsed only in the pass that wants it; lines of no kind are told in the first. */
function* entries(
  source: Source,
  wanted: readonly ItemKind[],
  problem: (problem: Problem) => void,
): Generator<Entry> {
  const isFirstPass = wanted.includes("dataset");
  let line = 0;
  for (const text of source.lines()) {
    line += 1;
    const named = text === null ? null : kindOf(text);
    if (named === null ? !isFirstPass || text?.trim() === "" : !wanted.includes(named)) continue;
    const entry = entryOf(text, line);
    if (typeof entry === "string") problem({ file: source.name, line, field: "", message: entry });
    else yield entry;
  }
}

/** The kind that a line names first, told without parsing it. */
function kindOf(text: string): ItemKind | null {
  const word = /^\s*\{\s*"([a-z]+)"\s*:/.exec(text)?.[1];
  return itemKinds.find((kind) => kind === word) ?? null;
}

/** The entry on a line, or what is wrong with it. */
function entryOf(text: string | null, line: number): Entry | string {
  if (text === null) return "This line is not valid UTF-8; convert the file to UTF-8 first.";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return malformed(error as Error);
  }
  const pairs =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const [pair, ...others] = pairs;
  const kind = itemKinds.find((each) => each === pair?.[0]);
  if (pair === undefined || kind === undefined || others.length > 0) {
    return `Write one thing a line, named by its kind: {"stance": {…}}; kinds are ${itemKinds.join(", ")}.`;
  }
  return { kind, value: pair[1], field: kind, lineOf: () => line };
}
