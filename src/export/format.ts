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
