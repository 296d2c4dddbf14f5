import { closeSync, openSync, readSync } from "node:fs";
import type { Author } from "../../domain/coder.ts";
import type { Instant } from "../../domain/edtf.ts";
import { importSources } from "../../ingest/import.ts";
import { fileSource, type Source, textSource } from "../../ingest/source.ts";
import { workbookSource } from "../../ingest/table/workbook.ts";
import { openStore } from "../../store/open.ts";
import { answer } from "./answer.ts";

export interface ImportTask {
  /** The database. */
  readonly path: string;
  /** The instant of the change. */
  readonly at: Instant;
  readonly inputs: readonly ImportInput[];
  readonly options: {
    readonly author: Author;
    readonly dryRun: boolean;
    readonly status: "PROPOSED" | "ACCEPTED";
    readonly align: boolean;
    readonly setAside: boolean;
    readonly format?: string;
  };
}

/** A file, or a text that came otherwise, under the name that reports show. */
export interface ImportInput {
  readonly name: string;
  readonly from: { readonly path: string } | { readonly text: string };
  /** The file that tells how it is read. */
  readonly mapping?: { readonly name: string; readonly path: string } | undefined;
}

await answer(async ({ path, at, inputs, options }: ImportTask, onProgress) => {
  const sources = await Promise.all(inputs.map(sourceOf));
  const store = openStore({ path, clock: () => new Date(at), cacheMegabytes: 32 });
  try {
    const total = bulkLines(inputs);
    return importSources(store, sources, { ...options, onProgress: (items) => onProgress(items, total) });
  } finally {
    store.close();
  }
});

async function sourceOf({ name, from, mapping }: ImportInput): Promise<Source> {
  const file = "text" in from ? textSource(name, from.text) : { ...fileSource(from.path), name };
  const source = /\.xlsx$/i.test(name) ? await workbookSource(file) : file;
  return mapping === undefined
    ? source
    : { ...source, mapping: { ...fileSource(mapping.path), name: mapping.name } };
}

/** How many lines the files have together, where each thing has its own; null for other formats. */
function bulkLines(inputs: readonly ImportInput[]): number | null {
  const paths = inputs.flatMap(({ from }) =>
    "path" in from && /\.(jsonl|ndjson)$/.test(from.path) ? [from.path] : [],
  );
  return paths.length < inputs.length ? null : paths.reduce((sum, path) => sum + linesIn(path), 0);
}

function linesIn(path: string): number {
  const chunk = Buffer.alloc(1024 * 1024);
  const file = openSync(path, "r");
  try {
    let lines = 0;
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      for (let at = chunk.indexOf(10); at >= 0 && at < size; at = chunk.indexOf(10, at + 1)) lines += 1;
    }
    return lines;
  } finally {
    closeSync(file);
  }
}
