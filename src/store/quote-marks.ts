import type { Asked } from "./match.ts";
import type { Highlight, Marked } from "./search-hit.ts";
import { wordIn, wordsIn } from "./words.ts";

/** A quote with its matches marked, by its text and its number in the search index; null where it does not match. */
type Marking = (quote: string, age: number) => Marked | null;

/** Marks the words asked for where quotes' letters are known, and by FTS5, which reads the quote once more, elsewhere. */
export function quoteMarks(asked: Asked, byIndex: (age: number) => Marked | null): Marking {
  const sought = soughtIn(asked);
  if (sought === null) return (_quote, age) => byIndex(age);
  return (quote, age) => {
    const words = wordsIn(quote);
    if (words === null) return byIndex(age);
    const highlights: Highlight[] = [];
    const missing = new Set(sought.whole);
    let isBegun = sought.begun === null;
    for (const { word, start, end } of words) {
      const isWhole = sought.whole.has(word);
      const isBeginning = sought.begun !== null && word.startsWith(sought.begun);
      if (isWhole || isBeginning) highlights.push({ start, end });
      if (isWhole) missing.delete(word);
      isBegun ||= isBeginning;
    }
    return missing.size === 0 && isBegun ? { snippet: quote, highlights } : null;
  };
}

interface Sought {
  readonly whole: ReadonlySet<string>;
  readonly begun: string | null;
}

/** The words asked for as FTS5 reads them; null where only it knows how it does. */
function soughtIn({ words, isOpen }: Asked): Sought | null {
  const read = words.map(wordIn);
  if (read.includes(null)) return null;
  const begun = isOpen ? (read.pop() as string) : null;
  return { whole: new Set(read as string[]), begun };
}
