import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Store } from "../../src/store/open.ts";
import { graph } from "../ingest/graph.ts";

/** Tables that grow with the graph, and the short names that statements give them. */
const large = ["actor", "issue", "document", "evidence", "stance", "relation", "event", "m", "t", "a", "r"];

const million = `
  analyze;
  update sqlite_stat1 set stat = '1000000' || substr(stat, instr(stat, ' ')) where instr(stat, ' ') > 0;
  analyze sqlite_schema;
`;

describe("a question that names ids", () => {
  const prepare = Database.prototype.prepare;
  const asked = new Map<string, Database.Database>();
  let store: Store;

  beforeAll(() => {
    vi.spyOn(Database.prototype, "prepare").mockImplementation(function (
      this: Database.Database,
      sql: string,
    ) {
      asked.set(sql, this);
      return prepare.call(this, sql);
    });
    store = analysed();
  });

  afterAll(() => vi.restoreAllMocks());

  /** A graph of which SQLite believes that its tables have a million rows each. */
  function analysed(): Store {
    const made = graph();
    for (const db of new Set(asked.values())) db.exec(million);
    return made;
  }

  /** The tables that the statements of some work go through from end to end. */
  function scannedBy(work: () => unknown, isOfInterest: (sql: string) => boolean = () => true) {
    asked.clear();
    work();
    const ofInterest = [...asked].filter(([sql]) => isOfInterest(sql));
    expect(ofInterest).not.toEqual([]);
    return ofInterest.flatMap(([sql, db]) => {
      const names = [...sql.matchAll(/[:@$](\w+)/g)].map(([, name]) => [name, null]);
      const steps = prepare.call(db, `explain query plan ${sql}`).all(Object.fromEntries(names)) as {
        detail: string;
      }[];
      const scanned = steps.map(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? "");
      return scanned.filter((name) => large.includes(name)).map((name) => `${name}: ${sql}`);
    });
  }

  it.each<[string, (store: Store) => unknown]>([
    ["the stances on an issue", ({ stances }) => stances.page({ where: { issue: { eq: "issue:tax" } } })],
    ["the stances of actors", ({ stances }) => stances.page({ where: { holder: { in: ["actor:miners"] } } })],
    ["how many they are", ({ stances }) => stances.count({ holder: { eq: "actor:miners" } })],
    ["actors by ids", ({ actors }) => actors.page({ where: { id: { in: ["actor:miners"] } } })],
    ["documents by an id", ({ documents }) => documents.page({ where: { id: { eq: "document:paper" } } })],
  ])("looks up %s", (_, work) => {
    expect(scannedBy(() => work(store))).toEqual([]);
  });

  it("looks up what is loaded for many at once", () => {
    const scans = scannedBy(analysed, (sql) => sql.includes("recursive") && sql.includes("json_each(:"));
    expect(scans).toEqual([]);
  });
});
