import { describe, expect, it } from "vitest";
import { mergeActors, mergeIssues } from "../../src/ingest/edit.ts";
import type { Where } from "../../src/store/where.ts";
import { author, graph, stanceWith } from "../ingest/graph.ts";

/** The union of the miners was coded apart, and is then found to be the miners. */
function merged() {
  const issue = { proposition: "A tax.", pro: "Wants it.", contra: "Does not." };
  const store = graph({
    issues: [
      { id: "tax", label: "Tax", ...issue },
      { id: "levy", label: "Levy", ...issue },
      { id: "rate", label: "Rate", parent: "levy", ...issue },
    ],
    stances: [stanceWith({ holder: "actor:miners-union", issue: "levy", addressee: "Owners" })],
    relations: [{ subject: "actor:miners-union", kind: "OPPOSES", object: "Owners" }],
    events: [
      { label: "Strike", kind: "PROTEST", participants: [{ actor: "actor:miners-union", role: "party" }] },
    ],
  });
  mergeActors(store, "actor:miners-union", "actor:miners", { author });
  mergeIssues(store, "issue:levy", "issue:tax", { author });
  return store;
}

const store = merged();
const ids = ["actor:miners", "actor:miners-union", "miners", "miners-union"];

describe("a filter on something merged", () => {
  it.each(ids)("finds by %s what any of its ids would find", (id) => {
    const named: Where = { eq: id };
    expect(store.stances.count({ holder: named })).toBe(1);
    expect(store.stances.count({ holder: { in: [id] } })).toBe(1);
    expect(store.stances.count({ holder: { is: { id: named } } })).toBe(1);
    expect(store.stances.count({ NOT: { holder: named } })).toBe(0);
    expect(store.relations.count({ subject: named })).toBe(1);
    expect(store.relations.count({ subject: { in: [id] } })).toBe(1);
    expect(store.relations.count({ subject: { is: { id: named } } })).toBe(1);
    expect(store.events.count({ participants: { some: { id: named } } })).toBe(1);
    expect(store.events.count({ participants: { none: { id: named } } })).toBe(0);
    expect([...store.actors.all({ where: { id: named } })].map((each) => each.id)).toEqual(["actor:miners"]);
    expect(
      store.positions.observations({ actors: { id: named }, asOf: { validAt: null, knownAt: null } }),
    ).toHaveLength(1);
  });

  it("finds the actor that answers by the names, ties and events of those merged into it", () => {
    const found = (where: Where) => [...store.actors.all({ where })].map(({ id }) => id);
    expect(found({ names: { some: { name: { eq: "Miners' union" } } } })).toEqual(["actor:miners"]);
    expect(found({ relations: { some: { kind: { eq: "OPPOSES" } } } })).toEqual(["actor:miners"]);
    expect(found({ events: { some: { label: { eq: "Strike" } } } })).toEqual(["actor:miners"]);
    expect(found({ relations: { none: {} } })).not.toContain("actor:miners");
    expect(found({ SEARCH: "miners union" })).toEqual(["actor:miners"]);
  });

  it("finds the parts of an issue that another was merged into", () => {
    for (const eq of ["issue:tax", "issue:levy", "levy"]) {
      expect([...store.issues.all({ where: { parent: { eq } } })].map(({ id }) => id)).toEqual([
        "issue:rate",
      ]);
    }
    expect(store.search("levy", ["ISSUE"], { limit: 10 }).map(({ id }) => id)).toEqual(["issue:tax"]);
  });

  it("is found by a search for its names", () => {
    expect(store.search("miners union", ["ACTOR"], { limit: 10 }).map(({ id }) => id)).toEqual([
      "actor:miners",
    ]);
  });
});

describe("an id without its kind", () => {
  it("is read as one of the kind asked for", () => {
    const [document] = store.documents.page({}).items;
    expect(store.stances.count({ document: { eq: document?.id.slice("document:".length) } })).toBe(1);
    expect(store.documents.count({ id: { in: [document?.id.slice("document:".length)] } })).toBe(1);
    expect(store.stances.count({ issue: { eq: "tax" }, addressee: { eq: "owners" } })).toBe(1);
    expect(store.stances.count({ issue: { eq: "nothing" } })).toBe(0);
  });
});
