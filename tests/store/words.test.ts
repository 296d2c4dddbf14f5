import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { type Word, wordIn, wordsIn } from "../../src/store/words.ts";

/** What FTS5 itself finds in texts, by their number. */
function readByFts5(texts: readonly string[]): readonly (readonly string[])[] {
  const db = new Database(":memory:");
  db.exec(`
    create virtual table t using fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
    create virtual table v using fts5vocab (t, 'instance');
  `);
  const add = db.prepare("insert into t (rowid, text) values (?, ?)");
  db.transaction(() => {
    for (const [at, text] of texts.entries()) add.run(at, text);
  })();
  const found: string[][] = texts.map(() => []);
  const rows = db.prepare("select doc, term from v order by doc, offset").raw().all() as [number, string][];
  for (const [doc, term] of rows) found[doc]?.push(term);
  db.close();
  return found;
}

describe("the words of a text", () => {
  it("are those that FTS5 finds, whatever known character is in it", () => {
    const texts = Array.from({ length: 0xffff }, (_, at) => String.fromCharCode(at + 1))
      .map((character) => `x${character}y ${character}`)
      .filter((text) => wordsIn(text) !== null);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.map((text) => wordsIn(text)?.map(({ word }) => word))).toEqual(readByFts5(texts));
  });

  it("come with their places", () => {
    const text = "L’État — “ŁÓDŹ” said: no!";
    const words = wordsIn(text) as readonly Word[];
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      "L",
      "État",
      "ŁÓDŹ",
      "said",
      "no",
    ]);
    expect(words.map(({ word }) => word)).toEqual(["l", "etat", "łodz", "said", "no"]);
  });

  it("are not told of what FTS5 may read in another way", () => {
    for (const text of ["العراق", "Ελλάδα", "µ", "e\u0301", "a\u0000b", "日本"])
      expect(wordsIn(text)).toBeNull();
  });

  it("are one or not", () => {
    expect(["Zoë", "two words", "?!", "Ирак"].map(wordIn)).toEqual(["zoe", null, null, null]);
  });
});
