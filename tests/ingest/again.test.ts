import { describe, expect, it } from "vitest";
import type { StanceId } from "../../src/domain/id.ts";
import {
  mergeActors,
  mergeIssues,
  reviewStance,
  reviseStance,
  updateActor,
  updateIssue,
} from "../../src/ingest/edit.ts";
import { author, codingWith, emptyStore, graph, importCoding, stanceWith, text } from "./graph.ts";

const part = (sections: Record<string, unknown>) => ({ stancegraph: 1, ...sections });
const options = { author };

describe("saying a thing again", () => {
  it("keeps what the second mention leaves out", () => {
    const store = emptyStore();
    importCoding(
      store,
      part({
        dataset: { title: "T", licence: "MIT" },
        actors: [{ name: "Alpha", kind: "STATE", description: "The first." }],
        issues: [
          { id: "whole", label: "Whole", proposition: "P", pro: "p", contra: "c" },
          { id: "part", label: "Part", proposition: "P", pro: "p", contra: "c", parent: "whole" },
        ],
      }),
    );
    const again = importCoding(
      store,
      part({
        dataset: { title: "T" },
        actors: [{ name: "Alpha", kind: "STATE" }],
        issues: [{ id: "part", label: "Part", proposition: "P", pro: "p", contra: "c" }],
      }),
    );
    expect(again.revised).toEqual({});
    expect(store.actors.require("actor:alpha").description).toBe("The first.");
    expect(store.issues.named("part").parent).toBe("issue:whole");
    expect(store.dataset.get().licence).toBe("MIT");
  });

  it("corrects what is said of a document, and its stances follow its date", () => {
    const store = graph();
    const [paper] = codingWith().documents as object[];
    expect(
      importCoding(store, codingWith({ documents: [{ ...paper, publishedOn: "2020-01-01" }] })).revised,
    ).toEqual({
      document: 1,
    });
    const [observation] = store.positions.observations({ asOf: { validAt: "2020-01-01", knownAt: null } });
    expect(observation?.effective?.edtf).toBe("2020-01-01");
    expect(store.verify().faults).toEqual([]);
  });

  it("tells events of one label apart by their dates, and corrects one that has an id", () => {
    const store = emptyStore();
    const ceasefire = { label: "Ceasefire", kind: "CEASEFIRE" };
    const events = [
      { ...ceasefire, happenedOn: "2014" },
      { ...ceasefire, happenedOn: "2020" },
    ];
    expect(importCoding(store, part({ events })).added).toEqual({ event: 2 });
    importCoding(store, part({ events: [{ id: "talks", label: "Talks", kind: "NEGOTIATION" }] }));
    const corrected = [{ id: "talks", label: "Talks", kind: "NEGOTIATION", happenedOn: "2024-01" }];
    expect(importCoding(store, part({ events: corrected })).revised).toEqual({ event: 1 });
    expect(store.events.get("event:talks")?.happenedOn?.edtf).toBe("2024-01");
    expect(importCoding(store, part({ events: corrected })).present).toEqual({ event: 1 });
  });

  it("goes back to an earlier reading when the coding does", () => {
    const store = graph();
    importCoding(store, codingWith({ stances: [stanceWith({ intensity: 2 })] }));
    expect(importCoding(store, codingWith()).revised).toEqual({ stance: 1 });
    const statuses = store.stances
      .page({})
      .items.map(({ intensity, status }) => [intensity, status])
      .sort();
    expect(statuses).toEqual([
      [1, "ACCEPTED"],
      [2, "SUPERSEDED"],
    ]);
  });

  it("does not put aside what a reviewer put in its place", () => {
    const store = graph();
    const [stance] = store.stances.page({}).items;
    const item = { ...stanceWith({ intensity: 2 }), document: stance?.document, coder: stance?.coder };
    reviseStance(store, stance?.id as StanceId, item, { author: { who: "reviewer", why: "stronger words" } });
    expect(importCoding(store, codingWith()).revised).toEqual({});
    expect(store.stances.require(stance?.id as StanceId).status).toBe("SUPERSEDED");
  });

  it("lets a correction go that is taken back, also where it quotes other words", () => {
    const store = graph();
    const [stance] = store.stances.page({}).items;
    const item = stanceWith({ direction: "OPPOSES", quote: "Owners oppose the tax" });
    const revised = reviseStance(
      store,
      stance?.id as StanceId,
      { ...item, document: stance?.document },
      options,
    );
    reviewStance(store, stance?.id as StanceId, "ACCEPTED", options);
    expect(store.stances.require(revised.id as StanceId).status).toBe("SUPERSEDED");
    expect(store.positions.observations({ asOf: { validAt: null, knownAt: null } })).toHaveLength(1);
  });
});

describe("one coding", () => {
  const problems = (coding: unknown) => {
    try {
      importCoding(emptyStore(), coding);
    } catch (error) {
      return (error as { problems: { field: string; message: string }[] }).problems.map(
        ({ field, message }) => [field, message],
      );
    }
    return [];
  };

  it("may not describe one thing twice, and differently", () => {
    const actors = [
      { name: "Owners", kind: "GROUP" },
      { name: "Owners", kind: "PARTY" },
    ];
    expect(problems(part({ actors }))).toEqual([
      ["actors[1]", "actor:owners is described twice, and differently; keep one, or give one another id."],
    ]);
  });

  it("has all that is wrong with one stance told at once", () => {
    const stances = [
      stanceWith({
        holder: "Nobody here",
        issue: "levy",
        direction: "OPPOSES",
        intensity: 2,
        quote: "no such words",
      }),
    ];
    expect(problems(codingWith({ stances })).map(([field]) => field)).toEqual([
      "stances[0].holder",
      "stances[0].issue",
      "stances[0].intensity",
      "stances[0].quote",
    ]);
  });

  it("does not have things told to be missing that have problems of their own", () => {
    const issues = [{ id: "tax", label: "Tax", pro: "p", contra: "c" }];
    expect(problems(codingWith({ issues }))).toEqual([
      ["issues[0].proposition", "This is missing; add it."],
      ["stances[0].issue", "tax has problems of its own in this coding; mend those first."],
    ]);
  });

  it("may name a document by its title, and an issue before the one it is part of", () => {
    const store = emptyStore();
    const documents = [
      { title: "One", text },
      { title: "Two", text: "Other words." },
    ];
    const issue = (id: string, parent?: string) => ({
      id,
      label: id,
      proposition: "P",
      pro: "p",
      contra: "c",
      parent,
    });
    const issues = [issue("c", "b"), issue("b", "tax"), issue("tax")];
    importCoding(store, codingWith({ documents, issues, stances: [stanceWith({ document: "One" })] }));
    expect(store.issues.named("c").parent).toBe("issue:b");
    expect(store.stances.count()).toBe(1);
  });

  it("may not have issues that are part of each other", () => {
    const issue = (id: string, parent: string) => ({
      id,
      label: id,
      proposition: "P",
      pro: "p",
      contra: "c",
      parent,
    });
    const store = emptyStore();
    importCoding(store, part({ issues: [{ ...issue("a", "a"), parent: undefined }, issue("b", "a")] }));
    expect(() => importCoding(store, part({ issues: [issue("a", "b")] }))).toThrow(/that would be a circle/);
    expect(() => mergeIssues(store, "issue:a", "issue:b", options)).toThrow(/that would be a circle/);
  });

  it("keeps names of other scripts apart", () => {
    const store = emptyStore();
    importCoding(
      store,
      part({
        actors: [
          { name: "حزب 17", kind: "PARTY" },
          { name: "东京 17", kind: "PARTY" },
        ],
      }),
    );
    expect(store.actors.count()).toBe(2);
    expect(store.actors.named("东京 17").name).toBe("东京 17");
  });

  it("is refused in plain words when YAML refers to an anchor that is not there", () => {
    expect(() => importCoding(emptyStore(), "stancegraph: 1\nactors: [*none]\n", "c.yaml")).toThrow(
      /Unresolved alias.*none/,
    );
  });
});

describe("an edit", () => {
  it("is checked by the coding format", () => {
    const store = graph();
    expect(() => updateActor(store, "actor:miners", { name: "" }, options)).toThrow("This is empty");
    expect(() =>
      updateActor(
        store,
        "actor:miners",
        { addNames: [{ name: "\ud800", type: "ALIAS", language: "en" }] },
        options,
      ),
    ).toThrow(/half a character/);
    expect(() =>
      updateIssue(store, "issue:tax", { addFacets: [{ name: "Bad Name!", values: [""] }] }, options),
    ).toThrow(/wrong shape|empty/);
  });

  it("that changes nothing makes no revision", () => {
    const store = graph();
    updateActor(store, "actor:miners", { name: "Miners" }, options);
    updateIssue(store, "issue:tax", { label: "Tax" }, options);
    expect(store.dataset.revision()).toBe(1);
  });

  it("does not merge what is merged already", () => {
    const store = graph();
    mergeActors(store, "actor:miners", "actor:owners", options);
    expect(() => mergeActors(store, "actor:miners", "actor:owners-union", options)).toThrow(
      "actor:miners is merged into actor:owners; merge that, or unmerge actor:miners first.",
    );
  });
});
