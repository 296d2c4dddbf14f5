import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseEdtf } from "../../src/domain/edtf.ts";
import { arrangeQuotes } from "../../src/store/arrange.ts";
import { inBulk } from "../../src/store/bulk.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import type { Sqlite } from "../../src/store/sqlite.ts";
import { author, clock, codingWith, importCoding } from "../ingest/graph.ts";

const issues = ["tax", "mines", "strike"];
const days = ["2024-03-08", "2021-01-01", null, "2024-03-08", "2023-05", "2022-12-31"];
const quoteOf = (document: string, issue: string) => `owners of ${document} speak of the ${issue}`;

/** In each document a quote on every issue, one of them by two, and what is said of a tie and of a strike. */
function coding(letter: string): Record<string, unknown> {
  const papers = days.map((publishedOn, at) => ({ id: `${letter}${at}`, publishedOn }));
  const stances = papers.flatMap(({ id }) =>
    issues.flatMap((issue) =>
      ["Miners", "Owners"].map((holder) => ({
        holder,
        issue,
        document: id,
        direction: "OPPOSES",
        quote: quoteOf(id, issue),
      })),
    ),
  );
  const [first = { id: "" }] = papers;
  const said = { document: first.id, quote: `A tie of ${first.id}` };
  return codingWith({
    documents: papers.map(({ id, publishedOn }) => ({
      id,
      title: `Report ${id}`,
      text: `${issues.map((issue) => quoteOf(id, issue)).join("; ")}. A tie of ${id}. A walkout of ${id}.`,
      ...(publishedOn !== null && { publishedOn }),
    })),
    issues: issues.map((id) => ({
      id,
      label: id,
      proposition: `The ${id}.`,
      pro: "Wants it.",
      contra: "Does not.",
    })),
    stances: stances.toReversed(),
    relations: [{ subject: "actor:owners-union", kind: "REPRESENTS", object: "Owners", ...said }],
    events: [
      { label: `Walkout ${letter}`, kind: "PROTEST", document: first.id, quote: `A walkout of ${first.id}` },
    ],
  });
}

/** A graph in a file, and ways to look at it. */
function graphOf(letters: string) {
  const folder = mkdtempSync(join(tmpdir(), "stancegraph-arrange-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "graph.db");
  const stored = <T>(work: (store: Store) => T): T => {
    const store = openStore({ path, clock, create: true });
    try {
      return work(store);
    } finally {
      store.close();
    }
  };
  const raw = <T>(work: (db: Sqlite) => T): T => {
    const db = new Database(path);
    try {
      return db.transaction(() => work(db))();
    } finally {
      db.close();
    }
  };
  for (const letter of letters) stored((store) => importCoding(store, coding(letter)));
  return { path, stored, raw };
}

/** All that leads to quotes, without their keys. */
const told = (store: Store) => ({
  stances: [...store.stances.all()],
  relations: [...store.relations.all()],
  events: [...store.events.all()],
  quotes: [...store.documents.all()].flatMap(({ id }) => store.documents.evidenceOf(id)),
  newest: store.search("owners", ["EVIDENCE"], { limit: 100, order: "NEWEST" }),
  faults: store.verify().faults,
});

/** The issue and day of each quote of a stance, in the order of the keys. */
const order = (db: Sqlite, mark = 0) =>
  db
    .prepare(
      `select distinct e.key, s.issue_id || ' ' || coalesce(s.effective_latest, '') from evidence e
       join stance_evidence q on q.evidence_key = e.key join stance s on s.key = q.stance_key where e.key > ? order by e.key`,
    )
    .raw()
    .all(mark)
    .map((row) => (row as [number, string])[1]);

const schema = (db: Sqlite) => db.prepare("select name, sql from sqlite_schema order by name").all();
const keys = (db: Sqlite) => db.prepare("select key from evidence order by key").pluck().all();

describe("arranging quotes", () => {
  it("puts them in the order of issues and days, and changes nothing else", () => {
    const { stored, raw } = graphOf("a");
    const before = stored(told);
    const [wasOrder, wasSchema, wasKeys] = raw((db) => [order(db), schema(db), keys(db)]);
    expect(before.faults).toEqual([]);
    expect(wasOrder).not.toEqual(wasOrder.toSorted());
    raw((db) => arrangeQuotes(db, 0));
    raw((db) => {
      expect(order(db)).toEqual(wasOrder.toSorted());
      expect([schema(db), keys(db)]).toEqual([wasSchema, wasKeys]);
      expect([db.pragma("foreign_key_check"), db.pragma("integrity_check", { simple: true })]).toEqual([
        [],
        "ok",
      ]);
    });
    expect(stored(told)).toEqual(before);
  });

  it("leaves those before the mark where they are", () => {
    const { stored, raw } = graphOf("ab");
    const before = stored(told);
    const wasOrder = raw((db) => order(db));
    const mark = raw((db) => keys(db).length) / 2;
    raw((db) => arrangeQuotes(db, mark));
    raw((db) => {
      const after = order(db, mark);
      expect(after).toEqual(after.toSorted());
      expect(order(db)).toEqual([...wasOrder.slice(0, -after.length), ...after]);
      expect(wasOrder.slice(-after.length)).not.toEqual(after);
    });
    expect(stored(told)).toEqual(before);
  });

  it("lets more be added, and dates be corrected", () => {
    const [arranged, other] = [graphOf("a"), graphOf("a")];
    arranged.raw((db) => arrangeQuotes(db, 0));
    for (const { stored } of [arranged, other]) {
      stored((store) => {
        importCoding(store, coding("b"));
        redate(store);
      });
    }
    expect(arranged.stored(told)).toEqual(other.stored(told));
    expect(arranged.stored(told).faults).toEqual([]);
  });
});

/** Says that a report is of another day. */
function redate(store: Store): void {
  const [report] = [...store.documents.all({ where: { title: { eq: "Report a1" } } })];
  const publishedOn = parseEdtf("2030");
  store.change({ author, action: "test" }, () =>
    store.documents.change({ ...(report as NonNullable<typeof report>), publishedOn }),
  );
}

describe("a bulk", () => {
  /** The rows of a graph without any stance, given those of another one. */
  function filled(arrangedFrom: number): readonly string[] {
    const [empty, full] = [graphOf(""), graphOf("a")];
    empty.stored(() => {});
    const db = new Database(empty.path);
    try {
      db.prepare("attach ? as other").run(full.path);
      inBulk(
        db,
        arrangedFrom,
      )(() => {
        for (const table of [
          "coder",
          "actor",
          "issue",
          "document",
          "evidence",
          "stance",
          "stance_evidence",
        ]) {
          const columns = db.prepare("select name from pragma_table_info(?)").pluck().all(table).join(", ");
          db.exec(`insert into main.${table} (${columns}) select ${columns} from other.${table}`);
        }
      });
      return order(db);
    } finally {
      db.close();
    }
  }

  it("is arranged when it brings many quotes", () => {
    const arranged = filled(20);
    expect(arranged).toEqual(arranged.toSorted());
    expect(filled(21)).not.toEqual(arranged);
  });
});
