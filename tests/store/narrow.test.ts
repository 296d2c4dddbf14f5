import { describe, expect, it } from "vitest";
import { narrow } from "../../src/store/narrow.ts";
import { documentTable, stanceTable } from "../../src/store/tables.ts";
import { seededStore } from "../seed/seeded.ts";

describe("rows read by their names", () => {
  const store = seededStore();
  const stances = store.stances.page({ first: 3 }).items.map(({ id }) => id as string);
  const byId = narrow(stanceTable, "id", ["direction"]);

  it("come in the order in which they are named, as often as they are, and without those that are not there", () => {
    const [a, b, c] = stances as [string, string, string];
    const names = [c, a, "stance:0000000000000000", b, a];
    expect(store.narrow(byId, names).map(([id]) => id)).toEqual([c, a, b, a]);
  });

  it("say what the table says", () => {
    const said = store.stances.byIds(stances as never).map(({ id, direction }) => [id, direction]);
    expect(new Map(store.narrow(byId, stances) as never)).toEqual(new Map(said as never));
    expect(store.narrow(byId, [])).toEqual([]);
  });

  it("are read from the brief where that holds all that is asked, by index else", () => {
    expect(narrow(documentTable, "id", ["title", "publisher"]).sql).toContain("indexed by document_in_brief");
    expect(narrow(documentTable, "id", ["title", "text"]).sql).not.toContain("indexed by");
  });
});
