import type { DocumentNode } from "graphql";
import { documentCache } from "./document-cache.ts";
import { type Persisted, persisted } from "./persisted.ts";

/** What the full path has learned about requests that it answered, so that the short one need not judge for itself. */
export interface Known {
  /** Documents that are valid and within the limits, by their text. */
  readonly documents: ReturnType<typeof documentCache<DocumentNode>>;
  /** The media type of a query's answer, by what was accepted, in its very letters. */
  readonly mediaTypes: ReturnType<typeof documentCache<string>>;
  readonly persisted: Persisted;
}

export function nothingKnown(): Known {
  return { documents: documentCache(), mediaTypes: documentCache(100, 500), persisted: persisted() };
}
