import type { Source } from "./source.ts";

/** A way to write the graph, or a table of it, as text. */
export interface ExportFormat {
  readonly name: string;
  readonly summary: string;
  readonly mediaType: string;
  /** File name ending, without the dot. */
  readonly extension: string;
  /** What it can write: tables by name, or `graph`, which is everything. */
  readonly writes: readonly string[];
  /** The text in pieces, so that no export has to fit in memory. UTF-8. */
  readonly write: (what: string, source: Source) => Iterable<string>;
}

/** A way to write stances as an archive of files. */
export interface ArchiveFormat extends Omit<ExportFormat, "write"> {
  /** Texts by their path in the archive. */
  readonly files: (source: Source) => Readonly<Record<string, string>>;
}

/** A way to write the whole graph as a database of another program: its rows by table, which the store makes a file of. */
export interface DatabaseFormat extends Omit<ExportFormat, "write"> {
  readonly rows: (source: Source) => DatabaseRows;
}

export type DatabaseRows = Readonly<
  Record<string, readonly Readonly<Record<string, string | number | null>>[]>
>;

export type AnyFormat = ExportFormat | DatabaseFormat | ArchiveFormat;

export function isDatabase(format: AnyFormat): format is DatabaseFormat {
  return "rows" in format;
}

/** Whether it writes bytes, not text for a terminal. */
export function isArchive(format: AnyFormat): format is ArchiveFormat {
  return "files" in format;
}
