import { isDatabase } from "../../src/export/format.ts";
import { formatFor } from "../../src/export/index.ts";
import { piecesOf } from "../../src/http/pieces.ts";
import type { SourceOptions } from "../../src/http/source.ts";
import type { Store } from "../../src/store/open.ts";

/** A thing of a store, written in a format. */
export function written(store: Store, what: string, format: string, options: SourceOptions = {}): string {
  const found = formatFor(what, format);
  if (isDatabase(found)) throw new Error(`${format} is no text.`);
  return [...piecesOf(store, what, found, options)].join("");
}

/** An export as rows by column name. */
export function rowsOf(
  store: Store,
  what: string,
  options: SourceOptions = {},
): readonly Record<string, unknown>[] {
  return JSON.parse(written(store, what, "json", options)) as Record<string, unknown>[];
}
