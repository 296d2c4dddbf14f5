import { evidenceOf } from "./documents.ts";
import { frequentWordsOf, withoutFrequent } from "./frequent-words.ts";
import { type Asked, isOneRow, matchOf } from "./match.ts";
import { quoteMarks } from "./quote-marks.ts";
import type { Row } from "./rows.ts";
import { close, Hit, open, type SearchHit, unmarked } from "./search-hit.ts";
import { spelling } from "./spelt.ts";
import type { Sqlite } from "./sqlite.ts";
import { prepared } from "./statements.ts";

const best = `
  select e.*, t.rank from evidence_text t join evidence e on e.age = t.rowid
  where evidence_text match :match
  order by t.rank, e.id limit :limit`;

/** By the day of publication. No sort: the index itself has quotes in this order. */
const newest = `
  select e.* from evidence_text t join evidence e on e.age = t.rowid
  where evidence_text match :match
  order by t.rowid limit :limit`;

/** One quote, if it matches, as FTS5 marks it. */
const marked = `
  select highlight(evidence_text, 0, '${open}', '${close}') from evidence_text
  where evidence_text match :match and ${isOneRow}`;

/** How well one quote matches. Its words are weighed by all their hits, so this is asked only of who wants to know. */
const rank = `select rank from evidence_text where evidence_text match :match and ${isOneRow}`;

/** So many times as many quotes are tried as should hold enough with the frequent words, and this times what is asked for at most. */
const margin = 1.2;
const maxTries = 8;

/** Search in quotes. */
export function quoteSearch(db: Sqlite, revision: () => number) {
  const spelt = spelling(db, revision);
  const frequentWords = frequentWordsOf(db, revision);

  /**
   * The newest that have the rarer words, and of these those that have the frequent ones, too: to look for a word that is
   * in most quotes reads most of the index. Null where there is no such word, or too many are tried in vain.
   */
  function newestByRarer(asked: Asked, limit: number): readonly SearchHit[] | null {
    const rarer = withoutFrequent(asked, frequentWords());
    if (rarer === null) return null;
    const tries = Math.ceil(limit * Math.min(maxTries, margin / rarer.share));
    const rows = prepared(db, newest).all({ match: spelt(matchOf(rarer.asked)), limit: tries }) as Row[];
    const hits = hitsOf(rows, asked, limit);
    return hits.length === limit || rows.length < tries ? hits : null;
  }

  /** So many as have all that is asked for. */
  function hitsOf(rows: readonly Row[], asked: Asked, limit: number): readonly SearchHit[] {
    const match = matchOf(asked);
    const mark = quoteMarks(asked, (age) => {
      const text = prepared(db, marked).pluck().get({ match, rowid: age }) as string | undefined;
      return text === undefined ? null : unmarked(text);
    });
    const rankOf = ({ age, rank: known }: Row) =>
      Number(known ?? prepared(db, rank).pluck().get({ match, rowid: age }));
    const hits: SearchHit[] = [];
    for (const row of rows) {
      if (hits.length === limit) break;
      const found = mark(row.quote as string, row.age as number);
      if (found !== null) hits.push(new Hit("EVIDENCE", evidenceOf(row), found, () => rankOf(row)));
    }
    return hits;
  }

  return {
    /** Those that match best. */
    best: (asked: Asked, limit: number): readonly SearchHit[] =>
      hitsOf(prepared(db, best).all({ match: matchOf(asked), limit }) as Row[], asked, limit),
    /** The newest that match. */
    newest(asked: Asked, limit: number): readonly SearchHit[] {
      const known = newestByRarer(asked, limit);
      if (known !== null) return known;
      const rows = prepared(db, newest).all({ match: spelt(matchOf(asked)), limit }) as Row[];
      return hitsOf(rows, asked, limit);
    },
  };
}
