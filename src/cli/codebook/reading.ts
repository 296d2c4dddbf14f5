import { type CodedCodebook, codebookIn } from "../../ingest/codebook.ts";
import { fileSource } from "../../ingest/source.ts";
import type { Store } from "../../store/open.ts";
import { inPlainWords, openForReading } from "../database.ts";
import type { Effects } from "../effects.ts";
import { pathOf } from "../flags.ts";

/** Opens the database to read it, and closes it afterwards, come what may. */
export async function withReading<T>(
  db: string,
  effects: Effects,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  const store = openForReading(db, effects);
  try {
    return await work(store);
  } catch (error) {
    throw inPlainWords(error, store.path);
  } finally {
    store.close();
  }
}

/** The codebook of coding files; a file is told by the name that the user gave it. */
export function codebookOfFiles(files: readonly string[], effects: Effects): CodedCodebook {
  return codebookIn(files.map((name) => ({ ...fileSource(pathOf(effects, name)), name })));
}
