import type { Asked } from "./match.ts";
import type { Sqlite } from "./sqlite.ts";
import { prepared } from "./statements.ts";
import { wordIn, wordsIn } from "./words.ts";

/** So many of the newest quotes tell which words are frequent. */
const sampled = 128;

/** Words that more than half of the newest quotes have, each with the part of them that has it. */
export type FrequentWords = ReadonlyMap<string, number>;

/** They are looked for once a revision. */
export function frequentWordsOf(db: Sqlite, revision: () => number): () => FrequentWords {
  let known = { revision: Number.NaN, words: new Map<string, number>() };
  return () => {
    const now = revision();
    if (known.revision !== now) known = { revision: now, words: frequentIn(newestQuotes(db)) };
    return known.words;
  };
}

interface Rarer {
  readonly asked: Asked;
  /** The part of what has these words that has the frequent ones, too, if they have nothing to do with each other. */
  readonly share: number;
}

/** What is asked for without frequent words; null where none is, or nothing else. What may be a beginning stays. */
export function withoutFrequent({ words, isOpen }: Asked, frequent: FrequentWords): Rarer | null {
  const rarer: string[] = [];
  let share = 1;
  for (const [at, word] of words.entries()) {
    const mayBegin = isOpen && at === words.length - 1;
    const part = mayBegin ? undefined : frequent.get(wordIn(word) ?? "");
    if (part === undefined) rarer.push(word);
    else share *= part;
  }
  if (rarer.length === 0 || rarer.length === words.length) return null;
  return { asked: { words: rarer, isOpen }, share };
}

function newestQuotes(db: Sqlite): readonly string[] {
  return prepared(db, "select quote from evidence order by age limit ?").pluck().all(sampled) as string[];
}

function frequentIn(quotes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const quote of quotes) {
    for (const word of new Set(wordsIn(quote)?.map(({ word }) => word))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const shares = [...counts].map(([word, count]) => [word, count / quotes.length] as const);
  return new Map(shares.filter(([, share]) => share > 0.5));
}
