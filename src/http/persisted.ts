import { createHash } from "node:crypto";
import { documentCache } from "./document-cache.ts";
import { asGraphQL } from "./refusal.ts";

/**
 * Documents by the SHA-256 of their text, as Apollo's automatic persisted queries have it: a client sends the hash alone,
 * and when it is not known here, once more with the text.
 */
export interface Persisted {
  /** The text that is meant; undefined when there is neither text nor hash. */
  readonly textOf: (query: unknown, extensions: unknown) => unknown;
}

const maxLength = 10_000;

export function persisted(): Persisted {
  const texts = documentCache<string>();
  return {
    textOf(query, extensions) {
      const hash = hashIn(extensions);
      if (hash === null) return query;
      if (typeof query !== "string" || query === "") return texts.get(hash) ?? notFound();
      if (createHash("sha256").update(query).digest("hex") !== hash) throw mismatch();
      if (query.length <= maxLength) texts.set(hash, query);
      return query;
    },
  };
}

function hashIn(extensions: unknown): string | null {
  const { persistedQuery } = (extensions ?? {}) as { readonly persistedQuery?: unknown };
  const { version, sha256Hash } = (persistedQuery ?? {}) as Readonly<Record<string, unknown>>;
  return version === 1 && typeof sha256Hash === "string" ? sha256Hash.toLowerCase() : null;
}

/** In the words and with the status that clients know: they then send the text. */
function notFound(): never {
  throw asGraphQL({ status: 200, code: "PERSISTED_QUERY_NOT_FOUND", message: "PersistedQueryNotFound" });
}

function mismatch() {
  const message =
    "The “sha256Hash” is not that of the “query”; send the SHA-256 of its text, in hexadecimal.";
  return asGraphQL({ status: 400, code: "BAD_REQUEST", message });
}
