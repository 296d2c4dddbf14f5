import type { Sqlite } from "./sqlite.ts";

/** Up to so many words with one beginning are looked for one by one. */
const maxWords = 64;
/** Beginnings whose words are remembered. */
const maxKnown = 1_000;
/** Words that every tokenizer leaves as they are. */
const plain = /^[a-z0-9]+$/;
/** Shorter beginnings are in the index, as words are. */
const endsInBeginning = /^(?<before>.*)"(?<beginning>[A-Za-z0-9]{4,})"\*$/u;

/**
 * A match of quotes with the words that its last one begins, where they are few: FTS5 gathers all hits of a beginning
 * that is not in its index before it gives the first, those of whole words it reads only as far as it must. Finds the
 * same; its ranks differ.
 */
export function spelling(db: Sqlite, revision: () => number): (match: string) => string {
  let known = { revision: Number.NaN, words: new Map<string, readonly string[]>() };
  let reading: ((beginning: string) => readonly string[]) | null = null;

  function wordsWith(beginning: string): readonly string[] {
    const now = revision();
    if (known.revision !== now || known.words.size >= maxKnown) known = { revision: now, words: new Map() };
    reading ??= readWords(db);
    const words = known.words.get(beginning) ?? reading(beginning);
    known.words.set(beginning, words);
    return words;
  }

  return (match) => {
    const { before = "", beginning } = endsInBeginning.exec(match)?.groups ?? {};
    if (beginning === undefined) return match;
    const words = wordsWith(beginning.toLowerCase());
    if (words.length === 0 || words.length > maxWords || !words.every((word) => plain.test(word)))
      return match;
    const either = words.map((word) => `"${word}"`).join(" OR ");
    return before === "" ? either : `${before} AND (${either})`;
  };
}

/** The words in quotes with a beginning, one more than is asked for at most. */
function readWords(db: Sqlite): (beginning: string) => readonly string[] {
  db.exec("create virtual table if not exists temp.quote_word using fts5vocab(main, evidence_text, 'row')");
  const words = db
    .prepare("select term from temp.quote_word where term >= :from and term < :until limit :limit")
    .pluck();
  return (beginning) =>
    words.all({ from: beginning, until: `${beginning}\u{10ffff}`, limit: maxWords + 1 }) as string[];
}
