import type { DatabaseFormat } from "../export/format.ts";
import { dnaFile } from "../store/dna-file.ts";
import type { Store } from "../store/open.ts";
import { sourceOf } from "./source.ts";

/** The bytes of the graph as a database of another program. It is made whole in memory. */
export function databaseFile(store: Store, format: DatabaseFormat): Uint8Array {
  return dnaFile(format.rows(sourceOf(store)));
}
