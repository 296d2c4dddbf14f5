/** A word of a text as FTS5 reads it. */
export interface Word {
  /** Lower-case, without accents. */
  readonly word: string;
  /** Where it lies: UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Characters of which we know what FTS5 takes them for: Latin letters of Europe and their punctuation. */
const known = /^[\t\n\r -\u00b4\u00b6-\u017e\u2010-\u205e\u20ac]*$/;
const ascii = /^[\t\n\r -~]*$/;
const accents = /\p{M}+/gu;

/**
 * The words of a text as FTS5's tokenizer `unicode61 remove_diacritics 2` reads them; null where the text has a
 * character that it might take for another thing than we do.
 */
export function wordsIn(text: string): readonly Word[] | null {
  if (!known.test(text)) return null;
  const fold = ascii.test(text) ? lowered : folded;
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [found] = match;
    words.push({ word: fold(found), start: match.index, end: match.index + found.length });
  }
  return words;
}

/** The one word that a text is; null where it is none, several, or not known. */
export function wordIn(text: string): string | null {
  const words = wordsIn(text);
  return words?.length === 1 ? (words[0] as Word).word : null;
}

function lowered(word: string): string {
  return word.toLowerCase();
}

function folded(word: string): string {
  return word.normalize("NFD").replace(accents, "").toLowerCase();
}
