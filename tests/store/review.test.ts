import { describe, expect, it } from "vitest";
import type { StanceId } from "../../src/domain/id.ts";
import {
  mergeActors,
  mergeIssues,
  reviewStance,
  reviseStance,
  unmergeActor,
  unmergeIssue,
  updateActor,
  updateIssue,
} from "../../src/ingest/edit.ts";
import { record } from "../../src/ingest/record.ts";
import type { Store } from "../../src/store/open.ts";
import { codingWith, emptyStore, graph, importCoding, stanceWith } from "../ingest/graph.ts";

const by = (who: string, why: string | null = null) => ({ author: { who, why } });

/** A store whose clock goes on by a minute at each change. */
function ticking(): Store & { readonly minute: (n: number) => string } {
  let minutes = 0;
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));
  const store = emptyStore(() => at(minutes++));
  minutes = 0;
  importCoding(store, codingWith({ stances: [] }));
  return { ...store, minute: (n) => at(n).toISOString() };
}

const proposed = (store: Store) =>
  record(
    store,
    { kind: "stance", item: { ...stanceWith({}), document: store.documents.page({}).items[0]?.id } },
    by("coder"),
  ).id as StanceId;

describe("review", () => {
  it("begins with a proposal, which does not count until it is accepted", () => {
    const store = ticking();
    const id = proposed(store);
    const counted = () => store.positions.observations({ asOf: { validAt: null, knownAt: null } }).length;
    expect([store.stances.require(id).status, counted()]).toEqual(["PROPOSED", 0]);
    reviewStance(store, id, "ACCEPTED", by("reviewer", "clear"));
    expect([store.stances.require(id).status, counted()]).toEqual(["ACCEPTED", 1]);
  });

  it("keeps coder and reviewer apart, with the reason", () => {
    const store = ticking();
    const id = proposed(store);
    reviewStance(store, id, "REJECTED", by("reviewer", "too vague"));
    expect(store.stances.reviewsOf(id)).toEqual([
      {
        stance: id,
        reviewer: "reviewer",
        status: "REJECTED",
        reason: "too vague",
        code: null,
        at: store.minute(2),
      },
    ]);
    expect(store.stances.require(id).coder).toBe("coder:unnamed");
  });

  it("refuses a move that makes no sense, saying which do", () => {
    const store = ticking();
    const id = proposed(store);
    expect(() => reviewStance(store, id, "RETRACTED", by("reviewer"))).toThrow(
      `${id} is PROPOSED and cannot become RETRACTED; it can become ACCEPTED or REJECTED or SUPERSEDED.`,
    );
  });

  it("leaves the gap of a retraction that was undone", () => {
    const store = ticking();
    const id = proposed(store);
    reviewStance(store, id, "ACCEPTED", by("r"));
    reviewStance(store, id, "RETRACTED", by("r"));
    reviewStance(store, id, "ACCEPTED", by("r"));
    const known = (minute: number) =>
      store.positions.observations({ asOf: { validAt: null, knownAt: store.minute(minute) } }).length;
    expect([1, 2, 3, 4].map(known)).toEqual([0, 1, 0, 1]);
  });

  it("lets a revision take the place of the old stance from then on", () => {
    const store = ticking();
    const id = proposed(store);
    reviewStance(store, id, "ACCEPTED", by("r"));
    const document = store.stances.require(id).document;
    const revised = reviseStance(
      store,
      id,
      { ...stanceWith({ intensity: 2 }), document },
      by("r", "stronger words"),
    );
    const old = store.stances.require(id);
    expect([old.status, old.supersededBy, old.retractedAt]).toEqual([
      "SUPERSEDED",
      revised.id,
      store.minute(3),
    ]);
    const known = (minute: number) =>
      store.positions.observations({ asOf: { validAt: null, knownAt: store.minute(minute) } })[0]?.intensity;
    expect([known(2), known(3)]).toEqual([1, 2]);
  });
});

describe("the audit", () => {
  it("has one row a change, with who and why", () => {
    const store = ticking();
    reviewStance(store, proposed(store), "ACCEPTED", by("reviewer", "clear"));
    expect(
      store.dataset.audit(10).map(({ revision, who, why, action }) => [revision, who, why, action]),
    ).toEqual([
      [3, "reviewer", "clear", "stance.accepted"],
      [2, "coder", null, "stance.record"],
      [1, "tester", null, "import"],
    ]);
  });

  it("has none of a dry run, which tells what would come of it", () => {
    const store = graph();
    const { digest } = store.verify();
    const actor = { name: "Traders", kind: "GROUP" };
    expect(record(store, { kind: "actor", item: actor }, { ...by("x"), dryRun: true })).toEqual({
      id: "actor:traders",
      outcome: "ADDED",
    });
    expect([store.verify().digest, store.dataset.revision()]).toEqual([digest, 1]);
  });

  it("has none of a change that fails", () => {
    const store = graph();
    expect(() => record(store, { kind: "actor", item: { name: "", kind: "GROUP" } }, by("x"))).toThrow(
      /This is empty/,
    );
    expect(store.dataset.audit(10)).toHaveLength(1);
  });
});

describe("merging", () => {
  it("files an actor's stances under the other, and unmerging gives them back", () => {
    const store = graph();
    mergeActors(store, "actor:miners", "actor:owners", by("x"));
    const holders = () => store.stances.page({}).items.map(({ holder }) => holder);
    expect([holders(), store.actors.named("Colliers").id]).toEqual([["actor:owners"], "actor:owners"]);
    expect(store.actors.page({}).items.map(({ id }) => id)).not.toContain("actor:miners");
    unmergeActor(store, "actor:miners", by("x"));
    expect([holders(), store.actors.named("Colliers").id]).toEqual([["actor:miners"], "actor:miners"]);
  });

  it("can be undone in the middle of a chain of merges", () => {
    const store = graph();
    mergeActors(store, "actor:miners", "actor:owners", by("x"));
    mergeActors(store, "actor:owners", "actor:owners-union", by("x"));
    const holder = () => store.stances.page({}).items[0]?.holder;
    expect(holder()).toBe("actor:owners-union");
    unmergeActor(store, "actor:owners", by("x"));
    expect(holder()).toBe("actor:owners");
    unmergeActor(store, "actor:miners", by("x"));
    expect(holder()).toBe("actor:miners");
  });

  it("files what is recorded later under the other too, and gives that back as well", () => {
    const store = graph({ stances: [] });
    mergeActors(store, "actor:miners", "actor:owners", by("x"));
    importCoding(store, codingWith());
    expect(store.stances.page({}).items[0]?.holder).toBe("actor:owners");
    unmergeActor(store, "actor:miners", by("x"));
    expect(store.stances.page({}).items[0]?.holder).toBe("actor:miners");
  });

  it("is refused of an actor into itself, and undone only where it was done", () => {
    const store = graph();
    expect(() => mergeActors(store, "actor:miners", "actor:miners", by("x"))).toThrow(
      /cannot be merged into itself/,
    );
    expect(() => unmergeActor(store, "actor:miners", by("x"))).toThrow(/is not merged into another/);
  });

  it("works for issues too", () => {
    const store = graph();
    const levy = {
      label: "Levy",
      proposition: "Coal should bear a levy.",
      pro: "Wants it.",
      contra: "Does not.",
    };
    record(store, { kind: "issue", item: levy }, by("x"));
    mergeIssues(store, "issue:tax", "issue:levy", by("x"));
    const issue = () => store.stances.page({}).items[0]?.issue;
    expect([issue(), store.issues.named("tax").id]).toEqual(["issue:levy", "issue:levy"]);
    expect(() => unmergeIssue(store, "issue:levy", by("x"))).toThrow(/is not merged/);
    unmergeIssue(store, "issue:tax", by("x"));
    expect(issue()).toBe("issue:tax");
  });
});

describe("editing", () => {
  it("changes what it is given of an actor and leaves the rest", () => {
    const store = graph();
    const patch = {
      name: "Coal miners",
      addNames: [{ name: "Pitmen", type: "ALIAS" as const, language: "en" }],
      removeNames: ["Colliers"],
    };
    updateActor(store, "actor:miners", patch, by("x"));
    const actor = store.actors.require("actor:miners");
    expect([actor.name, actor.kind, actor.names.map(({ name }) => name)]).toEqual([
      "Coal miners",
      "GROUP",
      ["Miners", "M.U.", "Coal miners", "Pitmen"],
    ]);
    expect(store.search("pitm", ["ACTOR"], { limit: 5 }).map(({ id }) => id)).toEqual(["actor:miners"]);
    expect(store.search("colliers", ["ACTOR"], { limit: 5 })).toEqual([]);
  });

  it("keeps the name an actor is shown by", () => {
    expect(() => updateActor(graph(), "actor:miners", { removeNames: ["Miners"] }, by("x"))).toThrow(
      /is the name it is shown by/,
    );
  });

  it("changes the wording of an issue, and refuses a circle of parents", () => {
    const store = graph();
    record(
      store,
      { kind: "issue", item: { label: "Levy", proposition: "P", pro: "p", contra: "c", parent: "tax" } },
      by("x"),
    );
    updateIssue(
      store,
      "issue:tax",
      { label: "Coal tax", addFacets: [{ name: "size", values: ["big"] }] },
      by("x"),
    );
    expect(store.issues.named("Coal tax").facets.map(({ name }) => name)).toEqual(["pace", "size"]);
    expect(store.search("coal tax", ["ISSUE"], { limit: 5 }).map(({ id }) => id)).toEqual(["issue:tax"]);
    expect(() => updateIssue(store, "issue:tax", { parent: "issue:levy" }, by("x"))).toThrow(
      /that would be a circle/,
    );
  });
});
