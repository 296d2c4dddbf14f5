import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore, type Store } from "../../src/store/open.ts";

const author = { who: "tests", why: null };
const words = ["tax", "mine", "strike", "vote", "coal"];

/** Documents of days that go up and down, two of one day and one of none, each with a quote. */
const days = ["2024-03-08", "2021-01-01", null, "2024-03-08", "2023-05", "2022-12-31"];

function coding(from = 0): object {
  return {
    stancegraph: 1,
    coder: { name: "Ada" },
    documents: days.map((publishedOn, index) => ({
      id: `d${index + from}`,
      title: `Report ${index + from}`,
      text: `Owners reject the coal ${words[index % words.length]} ${index + from}. More is said.`,
      ...(publishedOn !== null && { publishedOn }),
    })),
    actors: [{ name: "Owners", kind: "GROUP" }],
    issues: [
      { label: "Coal tax", proposition: "Coal should be taxed.", pro: "Wants it.", contra: "Does not." },
    ],
    stances: days.map((_, index) => ({
      holder: "Owners",
      issue: "Coal tax",
      document: `d${index + from}`,
      direction: "OPPOSES",
      quote: `Owners reject the coal ${words[index % words.length]} ${index + from}`,
    })),
  };
}

function store(): Store {
  return openStore({ path: ":memory:", clock: () => new Date("2025-01-01T00:00:00Z") });
}

function add(to: Store, given: object): void {
  importSources(to, [textSource("coding.json", JSON.stringify(given))], { author, format: "json" });
}

const newest = (from: Store, query = "coal", limit = 20) =>
  from
    .search(query, ["EVIDENCE"], { limit, order: "NEWEST" })
    .map(({ snippet }) => snippet.replace(/\D+/g, ""));

describe("quotes, the newest first", () => {
  it("come by the day of their document, those recorded last first within one, undated ones last", () => {
    const some = store();
    add(some, coding());
    expect(newest(some)).toEqual(["3", "0", "4", "5", "1", "2"]);
    expect(newest(some, "coal", 2)).toEqual(["3", "0"]);
    expect(newest(some, "tax")).toEqual(["0", "5"]);
    some.close();
  });

  it("stand among those recorded before", () => {
    const some = store();
    add(some, coding());
    add(some, coding(6));
    expect(newest(some)).toEqual(["9", "6", "3", "0", "10", "4", "11", "5", "7", "1", "8", "2"]);
    expect(some.verify().faults).toEqual([]);
    some.close();
  });

  it("follow a corrected date", () => {
    const some = store();
    add(some, coding());
    some.change({ author, action: "test" }, () => {
      const [first] = [...some.documents.all({ where: { title: { eq: "Report 1" } } })];
      some.documents.change({
        ...(first as NonNullable<typeof first>),
        publishedOn: { edtf: "2030", earliest: "2030-01-01", latest: "2030-12-31" },
      });
    });
    expect(newest(some)).toEqual(["1", "3", "0", "4", "5", "2"]);
    expect(some.verify().faults).toEqual([]);
    some.close();
  });

  it("are told with the places that match, as by relevance", () => {
    const some = store();
    add(some, coding());
    const sorted = (hits: readonly { readonly id: string }[]) =>
      hits.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(some.search("coal ta", ["EVIDENCE"], { limit: 20, order: "NEWEST" }))).toEqual(
      sorted(some.search("coal ta", ["EVIDENCE"], { limit: 20 })),
    );
    some.close();
  });

  it("are not looked for among actors, who have no day", () => {
    const some = store();
    expect(() => some.search("coal", ["ACTOR"], { limit: 1, order: "NEWEST" })).toThrow(
      "ACTOR hits have no day; search DOCUMENT and EVIDENCE newest first, or order by RELEVANCE.",
    );
    some.close();
  });
});

describe("a database of the first version", () => {
  it("is brought up to date with its quotes in the index", () => {
    const db = new Database(":memory:");
    db.exec(readFileSync(new URL("../../schema/migrations/0001-graph.sql", import.meta.url), "utf8"));
    const at = "2025-01-01T00:00:00.000Z";
    db.exec(`
      insert into document (id, title, text, sha256, language, independence_group, recorded_at, published_edtf, published_earliest, published_latest)
      values ('document:a', 'A', 'coal', '${"0".repeat(64)}', 'en', 'document:a', '${at}', '2024', '2024-01-01', '2024-12-31'),
        ('document:b', 'B', 'coal', '${"0".repeat(64)}', 'en', 'document:b', '${at}', '2025', '2025-01-01', '2025-12-31');
      insert into evidence (document_id, start, end, quote, prefix, suffix, sha256)
      values ('document:b', 0, 4, 'coal', '', '', '${"0".repeat(64)}'), ('document:a', 0, 4, 'coal', '', '', '${"0".repeat(64)}');
    `);
    for (const file of ["0002-projection.sql", "0003-newest-quotes.sql", "0007-quotes-by-age.sql"]) {
      db.exec(readFileSync(new URL(`../../schema/migrations/${file}`, import.meta.url), "utf8"));
    }
    const found = db
      .prepare(
        "select e.document_id from evidence_text t join evidence e on e.age = t.rowid where evidence_text match 'coal' order by t.rowid",
      )
      .pluck()
      .all();
    expect(found).toEqual(["document:b", "document:a"]);
    db.prepare("insert into evidence_text (evidence_text, rank) values ('integrity-check', 1)").run();
    db.close();
  });
});
