import { StanceGraphError } from "../domain/error.ts";

const maxWords = 16;

/** What a search asks for: each word must occur. */
export interface Asked {
  readonly words: readonly string[];
  /** Whether the last word may be the beginning of one. */
  readonly isOpen: boolean;
}

/** The words of a search, composed, so that letters and their accents stay together. */
export function askedIn(query: string): Asked {
  const composed = query.normalize("NFC");
  const words = composed.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  if (words.length === 0) {
    throw new StanceGraphError("invalid", "The search holds no word; write at least one.", ["query"]);
  }
  if (words.length > maxWords) {
    throw new StanceGraphError(
      "invalid",
      `A search takes at most ${maxWords} words; it has ${words.length}.`,
      ["query"],
    );
  }
  return { words, isOpen: /[\p{L}\p{N}\p{M}]$/u.test(composed) };
}

/** What FTS5 is asked for by words: each is quoted, so that none is read as syntax. */
export function matchOf({ words, isOpen }: Asked): string {
  return words.map((word) => `"${word}"`).join(" ") + (isOpen ? "*" : "");
}

/** SQL for one row of a search index. FTS5 overlooks a number that is bound as a float, as numbers are, and gives all. */
export const isOneRow = "rowid = cast(:rowid as integer)";
