import type { Problem } from "../../domain/error.ts";
import type { Source } from "../source.ts";
import type { ImportFormat } from "./format.ts";
import { sectionEntries } from "./sections.ts";
import { parseYaml } from "./yaml.ts";

export const json: ImportFormat = {
  name: "json",
  summary: "The same coding as YAML, written by programs.",
  extensions: [".json"],
  read: (source, wanted, problem) => {
    const value = parsed(source, wanted.includes("dataset") ? problem : () => {});
    if (value === undefined) return [];
    let lineOf: ((path: readonly string[]) => number | null) | null = null;
    const lines = (path: readonly string[]) => {
      lineOf ??= parseYaml(source.text()).lineOf;
      return lineOf(path);
    };
    return sectionEntries(source, { value, lineOf: lines }, wanted, problem);
  },
};

/** The file's value; undefined when it is no JSON, which is told once. */
function parsed(source: Source, problem: (problem: Problem) => void): unknown {
  const text = source.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = parseYaml(text).document.errors[0]?.linePos?.[0].line ?? null;
    problem({ file: source.name, line, field: "", message: malformed(error as Error) });
    return undefined;
  }
}

/** What the JSON parser says, without its excerpt and its counting of characters. */
export function malformed(error: Error): string {
  return `This is no JSON: ${error.message.replace(/(, \.\.\.|, "| in JSON at| \(line).*$/s, "")}.`;
}
