import type { Sqlite } from "./sqlite.ts";

/** More than any day and key together: 22 bits for the day, 30 for the key. */
const eldest = 2 ** 52 - 1;

/**
 * SQL for the age of an evidence, by which the search index calls it, from its number and the id of its document: the
 * smaller, the later the document was published at the latest and, within a day, the later the evidence was recorded.
 * Undated ones are the eldest. Its number is the key under which it was recorded.
 */
export function ageOf(number: string, document: string): string {
  return `(${eldest} - ((${number}) | (coalesce((
    select cast(julianday(d.published_latest) - 1721058.5 as integer) from document d where d.id = ${document}
  ), 0) << 30)))`;
}

/** SQL for the number of an evidence, as its age tells it: the key of one, and no other's number. */
export const numberByAge = `((${eldest} - evidence.age) & ${2 ** 30 - 1})`;

/** SQL for the age that an evidence should have, from the one that it has. */
export const ageByDocument = ageOf(numberByAge, "evidence.document_id");

/** The key of the evidence that was added last; 0 where there is none. */
export function lastQuote(db: Sqlite): () => number {
  const last = db.prepare("select coalesce(max(key), 0) from evidence").pluck();
  return () => last.get() as number;
}

/**
 * The full text index of quotes. FTS5 writes in order and in bulk many times faster than one by one on days that go up
 * and down; so what a change adds is indexed when its work is done.
 */
export function quoteIndex(db: Sqlite) {
  const lastKey = lastQuote(db);
  const add = db.prepare(`
    insert into evidence_text (rowid, quote)
    select age, quote from evidence where key > :key order by +age
  `);
  const merge = db.prepare("insert into evidence_text (evidence_text) values ('optimize')");
  return {
    /** Where a change begins: what is added from here on is not indexed yet. */
    mark: lastKey,
    /** Indexes what has been added since a mark. What is most of the index makes it one piece, in which words are found faster. */
    addSince(mark: number): void {
      const last = lastKey();
      if (last <= mark) return;
      add.run({ key: mark });
      if (last - mark > mark) merge.run();
    },
  };
}

/** Gives the evidence of a document its new numbers, once the document's date has been corrected. */
export function redatedQuotes(db: Sqlite) {
  const isIndexed = "exists (select 1 from evidence_text_docsize z where z.id = evidence.age)";
  const stale = db.prepare(`
    select key, age, quote, ${isIndexed} as is_indexed from evidence
    where document_id = :id and age <> ${ageByDocument}
  `);
  const remove = db.prepare(
    "insert into evidence_text (evidence_text, rowid, quote) values ('delete', :age, :quote)",
  );
  const renumber = db.prepare(`
    update evidence set age = ${ageByDocument} where key = :key
  `);
  const add = db.prepare(
    "insert into evidence_text (rowid, quote) select age, quote from evidence where key = :key",
  );
  return (id: string): void => {
    for (const row of stale.all({ id }) as Stale[]) {
      const { key, age, quote } = row;
      if (row.is_indexed) remove.run({ age, quote });
      renumber.run({ key });
      if (row.is_indexed) add.run({ key });
    }
  };
}

interface Stale {
  readonly key: number;
  readonly age: number;
  readonly quote: string;
  readonly is_indexed: 0 | 1;
}
