import type { FoundDocument } from "../../ingest/documents/index.ts";

/** Which file is to be read; `name` is what its user called it. */
export interface Asked {
  readonly path: string;
  readonly name: string;
}

export type Told = { readonly documents: readonly FoundDocument[] } | { readonly trouble: string };
