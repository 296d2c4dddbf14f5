import { arrangeQuotes } from "./arrange.ts";
import { lastQuote } from "./quote-index.ts";
import type { Sqlite } from "./sqlite.ts";

/** While stances are added, those that lie in the same document are looked up. */
const needed = "stance_by_document";

/** Fewer quotes are soon all held in memory by those who read them: where they lie in the file matters little. */
const manyQuotes = 250_000;

/**
 * Runs a part of a change that adds many stances to a graph that has none: their indexes are built at its end, by sorting,
 * instead of being kept in order at each, and many quotes are arranged. Where there are stances already it just runs.
 */
export function inBulk(db: Sqlite, arrangedFrom = manyQuotes): <T>(work: () => T) => T {
  const any = db.prepare("select 1 from stance limit 1");
  const lastKey = lastQuote(db);
  const indexes = db.prepare(`
    select name, sql from sqlite_schema
    where type = 'index' and tbl_name in ('stance', 'stance_evidence') and sql is not null and name <> '${needed}' order by rowid
  `);
  return (work) => {
    if (any.get() !== undefined) return work();
    const mark = lastKey();
    const dropped = indexes.all() as { readonly name: string; readonly sql: string }[];
    for (const { name } of dropped) db.exec(`drop index ${name}`);
    const result = work();
    if (lastKey() - mark >= arrangedFrom) arrangeQuotes(db, mark);
    for (const { sql } of dropped) db.exec(sql);
    return result;
  };
}
