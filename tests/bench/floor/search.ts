import type Database from "better-sqlite3";
import type { FloorAnswer, FloorQuery } from "./answer.ts";

interface Row {
  readonly id: string;
  readonly quote: string;
  readonly document: string;
  readonly title: string;
}

/** The newest quotes with some words: all that match, sorted by day. */
export const search: FloorQuery = (db) =>
  searching(
    db,
    `select t.rowid as key from quote_text t cross join evidence q on q.key = t.rowid
     where quote_text match :match order by q.day desc, q.key desc limit 20`,
  );

/** The same where the text index's own numbers are in the order of days, so that it is read from its end. */
export const searchInOrder: FloorQuery = (db) =>
  searching(
    db,
    "select rowid as key from quote_text where quote_text match :match order by rowid desc limit 20",
  );

function searching(db: Database.Database, newest: string): FloorAnswer {
  const found = db.prepare(`
    select e.id, e.quote, d.id as document, d.title
    from (${newest}) n cross join evidence e on e.key = n.key cross join document d on d.key = e.document
    order by n.key desc
  `);
  return ({ q }: { readonly q: string }) => {
    const words = q.toLowerCase().split(" ");
    const match = `${words.map((word) => `"${word}"`).join(" ")}*`;
    const shown = shownBy(words);
    return { search: { nodes: (found.all({ match }) as Row[]).map(shown) } };
  };
}

/** Finds the words anew, the last one as a beginning: cheaper than to have the text index mark them. */
function shownBy(words: readonly string[]) {
  const whole = new Set(words);
  const start = words.at(-1) ?? "";
  return ({ id, quote, document, title }: Row) => {
    const highlights: { start: number; end: number }[] = [];
    for (const { 0: token, index } of quote.matchAll(/[a-z0-9]+/gi)) {
      const word = token.toLowerCase();
      if (whole.has(word) || word.startsWith(start))
        highlights.push({ start: index, end: index + token.length });
    }
    return { snippet: quote, highlights, node: { id, document: { id: document, title } } };
  };
}
