import { StanceGraphError } from "../../domain/error.ts";
import type { Source } from "../source.ts";
import { csvLines } from "./csv.ts";
import type { TableShape } from "./shape.ts";

/** A table in which rows are found by a key. */
export interface Lookup {
  readonly name: string;
  readonly file: string;
  readonly key: string;
  readonly by: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

export function lookupsIn({ lookups }: TableShape, source: Source): readonly Lookup[] {
  return Object.entries(lookups).map(([name, { file, key, by }]) => {
    if (source.beside === undefined)
      throw new StanceGraphError("invalid", `${file} cannot be named here; import the table from a file.`);
    const lines = csvLines(source.beside(file).lines(), delimiterOf(file));
    const columns = headingOf(lines.next().value?.fields ?? null);
    const at = columns.indexOf(key);
    if (at < 0) {
      throw new StanceGraphError(
        "invalid",
        `${file} has no column ${key}, which lookups.${name} names as its key; it has: ${columns.join(", ")}.`,
      );
    }
    const rows = new Map<string, readonly string[]>();
    for (const { fields, line } of lines) {
      if (fields?.length !== columns.length)
        throw new StanceGraphError(
          "invalid",
          `${file}:${line} has not ${columns.length} fields; mend it first.`,
        );
      rows.set(fields[at] as string, fields);
    }
    return { name, file, key, by, columns, rows };
  });
}

/** The names of columns, without the mark that some programs put before the first. */
export function headingOf(fields: readonly string[] | null): readonly string[] {
  return (fields ?? []).map((name) => name.replace(/^\uFEFF"?|"$/g, "").trim());
}

export function delimiterOf(file: string): string {
  return /\.tsv(\.gz)?$/i.test(file) ? "\t" : ",";
}
