import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { exportTables } from "../../src/export/tables/index.ts";
import { graph, stanceWith } from "../ingest/graph.ts";
import { seededStore } from "../seed/seeded.ts";
import { rowsOf, written } from "./written.ts";

const tables = exportTables.map(({ name }) => name);

describe("an exported table", () => {
  it.each(tables)("%s says what each column holds, each under a name of its own", (name) => {
    const columns = exportTables.find((table) => table.name === name)?.columns ?? [];
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
    expect(
      columns.filter(
        ({ name: column, summary }) => !/^[a-z][a-zA-Z0-9]*$/.test(column) || !/\.$/.test(summary),
      ),
    ).toEqual([]);
  });

  it.each(tables)("%s has the same rows in each format", (name) => {
    const store = seededStore();
    const rows = rowsOf(store, name);
    const lines = written(store, name, "jsonl").trimEnd().split("\n");
    const records = parse(written(store, name, "csv"), { columns: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThan(0);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
    expect(records).toEqual(rows.map(asText));
  });

  it("keeps its columns, in their order", () => {
    const columns = Object.fromEntries(
      exportTables.map((table) => [table.name, table.columns.map(({ name }) => name).join(" ")]),
    );
    expect(columns).toMatchSnapshot();
  });

  it("gives each stance with its quote, chain and dates", () => {
    const row = rowsOf(seededStore(), "stances").find(({ holder }) => holder === "actor:shiite-armed-groups");
    expect(row).toMatchObject({
      issue: "issue:us-withdrawal",
      direction: "SUPPORTS",
      facets: { pace: "immediate" },
      quote: expect.stringContaining("immediate withdrawal"),
      publishedOn: "2024-02/2024-11",
      publishedOnEarliest: "2024-02-01",
      publishedOnLatest: "2024-11-30",
    });
  });

  it("tells an anonymous source by its words", () => {
    const row = rowsOf(
      graph({
        stances: [
          stanceWith({
            attribution: [
              { role: "PUBLISHER", actor: "Owners" },
              {
                role: "SPEAKER",
                anonymous: { descriptor: "a senior miner", affiliation: "Miners" },
                mode: "INDIRECT",
              },
              { role: "HOLDER", actor: "Miners" },
            ],
          }),
        ],
      }),
      "stances",
    )[0];
    expect(row?.attribution).toBe("Owners ← a senior miner (Miners)");
    expect(row?.chain).toEqual([
      { role: "PUBLISHER", actor: "actor:owners" },
      {
        role: "SPEAKER",
        mode: "INDIRECT",
        anonymous: { descriptor: "a senior miner", affiliation: "actor:miners" },
      },
      { role: "HOLDER", actor: "actor:miners" },
    ]);
  });

  it("narrows positions by the grammar of the API", () => {
    const where = { direction: { eq: "OPPOSES" }, issue: { eq: "issue:us-withdrawal" } };
    const rows = rowsOf(seededStore(), "positions", { where });
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map(({ direction, issue }) => `${direction} ${issue}`))).toEqual(
      new Set(["OPPOSES issue:us-withdrawal"]),
    );
  });

  it("counts nothing that was said after the day asked for", () => {
    const store = seededStore();
    expect(rowsOf(store, "positions", { validAt: "2023-12-31" })).toEqual([]);
    expect(rowsOf(store, "stances", { validAt: "2023-12-31" })).toEqual([]);
    expect(rowsOf(store, "positions", { validAt: "2024-11-30" }).length).toBeGreaterThan(10);
  });
});

/** A row as CSV has it: empty for null, JSON for what has parts. */
function asText(row: Record<string, unknown>): Record<string, string> {
  const text = (value: unknown) => {
    if (value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)]));
}
