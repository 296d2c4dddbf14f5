import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Highlight } from "../../src/store/search-hit.ts";
import { graph, stanceWith } from "../ingest/graph.ts";

const vocabulary = [
  "the",
  "talks",
  "talk",
  "État",
  "etat",
  "troops",
  "2024",
  "العراق",
  "Ελλάδα",
  "µ",
  "e\u0301gal",
];
const separators = [" ", " — ", ", ", "’", " \u0007"];
const anyWord = fc.constantFrom(...vocabulary);
const anyQuote = fc
  .array(fc.tuple(anyWord, fc.constantFrom(...separators)), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(""));
/** Most begin with a word that is frequent for it. */
const anyQuotes = fc.array(
  fc.tuple(fc.boolean(), fc.boolean(), anyQuote).map(([a, b, quote]) => (a || b ? `the ${quote}` : quote)),
  { minLength: 1, maxLength: 60 },
);
const anyQuery = fc
  .tuple(
    fc.array(anyWord, { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 7 }),
    fc.constantFrom("", " "),
  )
  .map(([words, letters, end]) => words.with(-1, (words.at(-1) as string).slice(0, letters)).join(" ") + end);

type Told = readonly [snippet: string, highlights: readonly Highlight[]];

/** Quotes with their places as FTS5 alone finds and marks them, the last ones first. */
function byFts5(quotes: readonly string[], query: string, limit: number): readonly Told[] {
  const db = new Database(":memory:");
  db.exec("create virtual table t using fts5 (quote, tokenize = 'unicode61 remove_diacritics 2')");
  const add = db.prepare("insert into t values (?)");
  for (const quote of quotes) add.run(quote);
  const words = query.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const match = words.map((word) => `"${word}"`).join(" ") + (query.endsWith(" ") ? "" : "*");
  const rows = db
    .prepare("select quote, highlight(t, 0, '{', '}') from t where t match ? order by rowid desc limit ?")
    .raw()
    .all(match, limit) as [string, string][];
  db.close();
  return rows.map(([quote, marked]) => [quote, placesIn(marked)]);
}

function placesIn(marked: string): readonly Highlight[] {
  return [...marked.matchAll(/\{[^}]*\}/g)].map(({ 0: found, index }, at) => {
    const start = index - 2 * at;
    return { start, end: start + found.length - 2 };
  });
}

describe("search in quotes", () => {
  it("finds and marks what FTS5 alone does, the newest first and by relevance", () => {
    fc.assert(
      fc.property(
        anyQuotes,
        fc.array(anyQuery, { minLength: 8, maxLength: 8 }),
        fc.constantFrom(3, 60),
        (said, queries, limit) => {
          const quotes = said.map((quote, at) => `${quote}${100 + at}`);
          const store = graph({
            documents: [{ id: "paper", title: "Paper", text: quotes.join("\n"), publishedOn: "2024-03-08" }],
            stances: quotes.map((quote, at) => stanceWith({ quote, externalId: String(at) })),
          });
          for (const query of queries) {
            const told = (order: "NEWEST" | "RELEVANCE", most: number) =>
              store
                .search(query, ["EVIDENCE"], { limit: most, order })
                .map(({ snippet, highlights }): Told => [snippet, highlights]);
            const scores = (order: "NEWEST" | "RELEVANCE") =>
              Object.fromEntries(
                store.search(query, ["EVIDENCE"], { limit: 60, order }).map(({ id, score }) => [id, score]),
              );
            expect(told("NEWEST", limit), query).toEqual(byFts5(quotes, query, limit));
            expect(new Set(told("RELEVANCE", 60)), query).toEqual(new Set(byFts5(quotes, query, 60)));
            expect(scores("NEWEST"), query).toEqual(scores("RELEVANCE"));
          }
          store.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
