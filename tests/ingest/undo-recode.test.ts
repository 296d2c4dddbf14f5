import { describe, expect, it } from "vitest";
import type { StanceId } from "../../src/domain/id.ts";
import { mergeActors, reviewStance, unmergeActor } from "../../src/ingest/edit.ts";
import { recode } from "../../src/ingest/recode.ts";
import { undoRecode } from "../../src/ingest/undo-recode.ts";
import type { Store } from "../../src/store/open.ts";
import { written } from "../export/written.ts";
import { seededStore } from "../seed/seeded.ts";
import { author } from "./graph.ts";

const options = { author };
const seen = (store: Store) => [
  ...["coding", "coding-jsonl"].map((format) => written(store, "graph", format)),
  ...["csv", "json"].map((format) => written(store, "positions", format)),
];
const moved = () => {
  const store = seededStore();
  const before = seen(store);
  return { store, before, ...recode(store, { from: "us-withdrawal", to: "reassess-coalition" }, options) };
};

describe("undoing a recoding", () => {
  it("lets the seed be as it was, with the status that each stance had", () => {
    const { store, before, recodings, revision } = moved();
    expect(seen(store)).not.toEqual(before);
    const done = undoRecode(store, revision as number, options);
    expect(done).toMatchObject({ from: "issue:us-withdrawal", to: "issue:reassess-coalition", revision: 3 });
    expect(done.standing).toEqual(recodings.map(({ old }) => old));
    expect(seen(store)).toEqual(before);
    for (const { old, new: fresh } of recodings)
      expect(store.stances.require(fresh)).toMatchObject({ status: "SUPERSEDED", supersededBy: old });
    expect(store.dataset.audit(1)).toMatchObject([
      { action: "codebook.undo", subject: "issue:us-withdrawal" },
    ]);
    expect(store.verify().faults).toEqual([]);
  });

  it("writes nothing on a dry run", () => {
    const { store, revision } = moved();
    const after = seen(store);
    expect(undoRecode(store, revision as number, { ...options, dryRun: true }).revision).toBeNull();
    expect([seen(store), store.dataset.revision()]).toEqual([after, 2]);
  });

  it("refuses what is no recoding, what is not there, and what was undone already", () => {
    const { store } = moved();
    expect(() => undoRecode(store, 1, options)).toThrow("Revision 1 is no recoding (it was import)");
    expect(() => undoRecode(store, 7, options)).toThrow(
      "There is no change of revision 7; the graph is at revision 2.",
    );
    undoRecode(store, 2, options);
    expect(() => undoRecode(store, 2, options)).toThrow("Revision 2 was undone already, by revision 3");
    undoRecode(store, 3, options);
    expect(undoRecode(store, 2, options).revision).toBe(5);
  });

  it.each([
    ["new", "RETRACTED"],
    ["new", "PROPOSED"],
    ["old", "ACCEPTED"],
  ] as const)("refuses where the %s stance became %s since, and names it", (side, status) => {
    const { store, recodings } = moved();
    const id = recodings[0]?.[side] as StanceId;
    reviewStance(store, id, status, options);
    const before = seen(store);
    expect(() => undoRecode(store, 2, options)).toThrow(`something else was decided on`);
    expect(() => undoRecode(store, 2, options)).toThrow(id);
    expect([seen(store), store.dataset.revision()]).toEqual([before, 3]);
  });

  it("goes back step by step where stances went from issue to issue", () => {
    const { store, before } = moved();
    recode(store, { from: "reassess-coalition", to: "iraq-battleground" }, options);
    expect(() => undoRecode(store, 2, options)).toThrow("something else was decided on");
    undoRecode(store, 3, options);
    undoRecode(store, 2, options);
    expect(seen(store)).toEqual(before);
  });

  it("keeps whom a stance was coded of, though the actor was merged meanwhile", () => {
    const store = seededStore();
    mergeActors(store, "actor:kurdish-parties", "actor:sunni-parties", options);
    const { recodings } = recode(store, { from: "us-withdrawal", to: "reassess-coalition" }, options);
    unmergeActor(store, "actor:kurdish-parties", options);
    const holders = recodings.map(({ new: id }) => store.stances.require(id).holder);
    expect(holders).toContain("actor:kurdish-parties");
    expect(undoRecode(store, 3, options).standing).toHaveLength(recodings.length);
  });
});
