import { describe, expect, it } from "vitest";
import { onlyKeyBy, projectedRow } from "../../../src/graphql/plan/projected-rows.ts";
import { narrow, narrowMany } from "../../../src/store/narrow.ts";
import type { Tie } from "../../../src/store/related.ts";
import { evidenceTable, issueTable, stanceTable } from "../../../src/store/tables.ts";
import type { RelationField } from "../../../src/store/where.ts";
import { seededStore } from "../../seed/seeded.ts";
import { worldStore } from "../world.ts";

const held = [
  "key",
  "id",
  "holder_id",
  "issue_id",
  "direction",
  "intensity",
  "status",
  "effective_edtf",
  "effective_earliest",
  "effective_latest",
];
const { tie } = stanceTable.fields.evidence as RelationField;

describe.each([
  ["the seed", seededStore],
  ["a small world", worldStore],
])("rows of stances from the projection of %s", (_, make) => {
  const store = make();
  const { projection } = store.projection.build();
  const keys = [...projection.columns.key.subarray(0, projection.columns.count)];

  it.each(held.concat("all"))("say of %s what the table says, or nothing", (name) => {
    const columns = name === "all" ? held : [name];
    const row = projectedRow(stanceTable, columns);
    const fromTable = store.narrow(narrow(stanceTable, "key", columns), keys);
    const rows = keys.map((key) => row?.(projection, key) ?? null);
    expect(fromTable.filter((_, index) => rows[index] !== null)).toEqual(
      rows.filter((each) => each !== null),
    );
    const plain = keys.filter((_, place) => projection.columns.plain[place] === 1);
    const told = columns.some((each) => each.startsWith("effective")) ? plain : keys;
    expect(rows.filter((each) => each !== null)).toHaveLength(told.length);
  });

  it("know the only quotes, and no others", () => {
    const only = onlyKeyBy(tie);
    const quotes = new Map<unknown, unknown[]>();
    const all = narrowMany(tie as Tie, evidenceTable, ["key"]);
    for (const [stance, quote] of store.narrow(all, keys))
      quotes.set(stance, [...(quotes.get(stance) ?? []), quote]);
    const expected = keys.map((key) => {
      const [first, ...others] = quotes.get(key) ?? [];
      return others.length === 0 ? (first ?? 0) : 0;
    });
    expect(keys.map((key) => only?.(projection, key))).toEqual(expected);
    expect(expected).not.toContain(undefined);
  });

  it("say nothing of stances that are not there, of other columns, other tables, other ties", () => {
    const unknown = Math.max(...keys) + 1;
    expect(projectedRow(stanceTable, ["id"])?.(projection, unknown)).toBeNull();
    expect(onlyKeyBy(tie)?.(projection, unknown)).toBe(0);
    expect(projectedRow(stanceTable, ["id", "note"])).toBeNull();
    expect(projectedRow(issueTable, ["id"])).toBeNull();
    expect(onlyKeyBy((stanceTable.fields.document as RelationField).tie)).toBeNull();
  });
});

it("stances with several quotes and stances dated to a day are among those tried", () => {
  const { columns } = seededStore().projection.build().projection;
  expect(columns.quote.subarray(0, columns.count)).toContain(0);
  expect(worldStore().projection.build().projection.columns.plain).toContain(1);
});
