import { type Problem, StanceGraphError } from "../../domain/error.ts";
import type { ItemKind } from "../coding.ts";
import { ShapeError } from "../problems.ts";
import type { Source } from "../source.ts";

/** One thing found in a file, not yet checked. */
export interface Entry {
  readonly kind: ItemKind;
  readonly value: unknown;
  /** Its place, as in `stances[3]`. */
  readonly field: string;
  /** Its value has its kind's shape already, as the format has made it. */
  readonly isChecked?: true;
  /** The line of a place within it; null where the format has none. */
  readonly lineOf: (path: readonly string[]) => number | null;
}

/** What is wrong with a thing found in a file, place by place; what is no trouble of the input is thrown on. */
export function problemsOf(error: unknown, entry: Entry, file: string): readonly Problem[] {
  if (!(error instanceof StanceGraphError)) throw error;
  const flaws = error instanceof ShapeError ? error.flaws : [error];
  return flaws.map(({ path, message }) => ({
    file,
    line: entry.lineOf(path),
    field: [entry.field, ...path].join("."),
    message,
  }));
}

/** What a file holds and nothing was made of, with the reason. */
export interface Reject {
  readonly field: string;
  readonly message: string;
  readonly value: unknown;
}

/** A format that codings are read from. */
export interface ImportFormat {
  readonly name: string;
  readonly summary: string;
  /** It is read from files on this machine only, not from a text that came otherwise. */
  readonly isOfFiles?: true;
  /** File name endings, with the dot. */
  readonly extensions: readonly string[];
  /** The entries of the wanted kinds, in the file's order; troubles of the file's own form are told to `problem`. */
  readonly read: (
    source: Source,
    wanted: readonly ItemKind[],
    problem: (problem: Problem) => void,
  ) => Iterable<Entry>;
  /** What became of things that the format has and we have under other names, in sentences for the report. */
  readonly told?: (source: Source) => readonly string[];
  /** What of it has no place in a coding, or is left out by the mapping. */
  readonly left?: (source: Source) => readonly Reject[];
}
