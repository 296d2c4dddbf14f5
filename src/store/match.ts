import { StanceGraphError } from "../domain/error.ts";

const maxTokens = 16;

/**
 * What FTS5 is asked for by the words of a search: each must occur, the last one may be a beginning. Tokenised and
 * quoted, so that no word of the user's is read as syntax; composed, so that letters and their accents stay together.
 */
export function matchOf(query: string): string {
  const composed = query.normalize("NFC");
  const tokens = composed.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  if (tokens.length === 0) {
    throw new StanceGraphError("invalid", "The search holds no word; write at least one.", ["query"]);
  }
  if (tokens.length > maxTokens) {
    throw new StanceGraphError(
      "invalid",
      `A search takes at most ${maxTokens} words; it has ${tokens.length}.`,
      ["query"],
    );
  }
  return tokens.map((token) => `"${token}"`).join(" ") + (/[\p{L}\p{N}\p{M}]$/u.test(composed) ? "*" : "");
}
