import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/open.ts";
import type { Where } from "../../src/store/where.ts";
import { codingWith, graph, stanceWith } from "../ingest/graph.ts";

const many = graph({
  actors: Array.from({ length: 25 }, (_, index) => ({
    name: `Actor ${String(index % 5)}`,
    id: `a-${index}`,
    kind: index % 2 === 0 ? "PARTY" : "STATE",
  })),
  stances: [],
});

const mixed = graph({
  stances: [
    stanceWith({
      statedOn: "2023-05",
      confidence: 0.4,
      attribution: [{ role: "PUBLISHER", actor: "Owners", cue: "said" }],
    }),
    stanceWith({
      holder: "Owners",
      direction: "OPPOSES",
      intensity: -2,
      quote: "Owners oppose the tax",
      facets: { pace: "phased" },
    }),
    stanceWith({
      holder: "actor:owners-union",
      direction: "OPPOSES",
      quote: "oppose the tax",
      conditions: [{ kind: "UNLESS", text: "it is small" }],
    }),
  ],
  relations: [{ subject: "actor:owners-union", kind: "REPRESENTS", object: "Owners" }],
  events: [{ label: "Strike", kind: "PROTEST", participants: [{ actor: "Miners", role: "party" }] }],
});

const holders = (where: Where, store: Store = mixed) =>
  store.stances
    .page({ where, orderBy: [{ field: "HOLDER", descending: false }] })
    .items.map(({ holder }) => holder.slice(6));

describe("a filter", () => {
  it.each<[string, Where, string[]]>([
    ["eq", { direction: { eq: "SUPPORTS" } }, ["miners"]],
    ["in", { holder: { in: ["actor:miners", "actor:owners"] } }, ["miners", "owners"]],
    ["gt and lte", { intensity: { gt: -2, lte: 0 } }, ["owners-union"]],
    ["contains, whatever the case", { evidence: { some: { quote: { contains: "OWNERS" } } } }, ["owners"]],
    ["isNull", { confidence: { isNull: true } }, ["owners", "owners-union"]],
    ["not null", { confidence: { isNull: false } }, ["miners"]],
    ["is", { holder: { is: { kind: { eq: "ORGANIZATION" } } } }, ["owners-union"]],
    [
      "is, two deep",
      { holder: { is: { relations: { some: { object: { eq: "actor:owners" } } } } } },
      ["owners-union"],
    ],
    ["some", { conditions: { some: { kind: { eq: "UNLESS" } } } }, ["owners-union"]],
    ["none", { conditions: { none: {} } }, ["miners", "owners"]],
    ["some of facets", { facets: { some: { name: { eq: "pace" }, value: { eq: "phased" } } } }, ["owners"]],
    [
      "some of the chain",
      { attribution: { some: { actor: { eq: "actor:owners" }, cue: { contains: "said" } } } },
      ["miners"],
    ],
    ["through events", { holder: { is: { events: { some: { kind: { eq: "PROTEST" } } } } } }, ["miners"]],
    ["a date that certainly is after", { effectiveOn: { gte: "2024-03-01" } }, ["owners", "owners-union"]],
    ["a date that certainly is before", { effectiveOn: { lt: "2023-05-31" } }, []],
    ["a date as it is written", { statedOn: { eq: "2023-05" } }, ["miners"]],
    ["AND", { AND: [{ direction: { eq: "OPPOSES" } }, { intensity: { eq: -2 } }] }, ["owners"]],
    ["OR", { OR: [{ direction: { eq: "SUPPORTS" } }, { intensity: { eq: -2 } }] }, ["miners", "owners"]],
    ["NOT", { NOT: { direction: { eq: "SUPPORTS" } } }, ["owners", "owners-union"]],
    ["NOT of what is unknown", { NOT: { confidence: { gt: 0.3 } } }, ["owners", "owners-union"]],
    ["an empty OR", { OR: [] }, []],
    ["nothing", {}, ["miners", "owners", "owners-union"]],
  ])("by %s", (_, where, expected) => {
    expect(holders(where)).toEqual(expected);
    expect(mixed.stances.count(where)).toBe(expected.length);
  });

  it.each<[Where, string]>([
    [
      { directon: { eq: "SUPPORTS" } },
      'Filter at where.directon: stance has no field "directon"; it has: id, holder,',
    ],
    [{ direction: { eq: "SUPPORT" } }, '"SUPPORT" is none of: SUPPORTS, OPPOSES'],
    [{ direction: { gt: "SUPPORTS" } }, '"gt" does not go here; use eq, in.'],
    [{ holder: { some: {} } }, '"some" does not go here; use eq, in, isNull or is.'],
    [{ conditions: { eq: "x" } }, '"eq" does not go here; use some or none.'],
    [{ intensity: { eq: "1" } }, "Give a number here."],
    [{ note: { contains: 3 } }, "Give a text here."],
    [{ holder: { in: "x" } }, "Give a list here."],
    [{ direction: "SUPPORTS" }, "Give an object here, as in {eq: …}."],
    [{ holder: { in: Array.from({ length: 1001 }, () => "x") } }, '"in" takes at most 1000 values.'],
    [{ OR: Array.from({ length: 65 }, () => ({ note: { eq: "x" } })) }, "A filter takes at most 64 terms."],
    [{ constructor: { eq: "x" } }, 'stance has no field "constructor"'],
  ])("that makes no sense is refused: %j", (where, message) => {
    expect(() => mixed.stances.page({ where })).toThrow(message);
  });

  it("takes values as values, never as SQL", () => {
    expect(holders({ note: { eq: "x' or 1 = 1 --" } })).toEqual([]);
  });
});

describe("a page", () => {
  it("walks a list forwards without gap or overlap, whatever the order", () => {
    for (const descending of [false, true]) {
      const orderBy = [
        { field: "NAME", descending },
        { field: "KIND", descending: !descending },
      ];
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = many.actors.page({ first: 4, after, orderBy });
        seen.push(...page.items.map(({ id }) => id));
        expect(page.hasPreviousPage).toBe(after !== null);
        after = page.hasNextPage ? page.cursorAt(page.items.length - 1) : null;
      } while (after !== null);
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
      expect(seen).toEqual(many.actors.page({ first: 25, orderBy }).items.map(({ id }) => id));
    }
  });

  it("walks backwards over the same items in the same order", () => {
    const all = many.actors.page({ first: 25 });
    const before = all.cursorAt(10);
    const page = many.actors.page({ last: 3, before });
    expect(page.items).toEqual(all.items.slice(7, 10));
    expect([page.hasPreviousPage, page.hasNextPage]).toEqual([true, true]);
    expect(many.actors.page({ last: 5 }).items).toEqual(all.items.slice(20));
  });

  it("holds twenty by default and a hundred at most", () => {
    expect(many.actors.page({}).items).toHaveLength(20);
    expect(() => many.actors.page({ first: 101 })).toThrow(
      "A page holds 0 to 100 items; 101 were asked for.",
    );
    expect(() => many.actors.page({ first: -1 })).toThrow(/0 to 100/);
  });

  it("refuses contradictory requests and cursors that are not its own", () => {
    expect(() => many.actors.page({ first: 1, last: 1 })).toThrow("Ask for first or last, not both.");
    expect(() => many.actors.page({ last: 1, after: "x" })).toThrow(
      "Use after with first, and before with last.",
    );
    expect(() => many.actors.page({ after: "x" })).toThrow(/This is no cursor of this list/);
    expect(() => many.actors.page({ orderBy: [{ field: "SIZE", descending: true }] })).toThrow(
      /No order "SIZE"; choose one of: NAME/,
    );
  });

  it("goes through the whole list in batches of flat size", () => {
    expect([...many.actors.all()]).toHaveLength(25);
    expect([...mixed.stances.all({ asOf: { validAt: "2023-12-31", knownAt: null } })]).toHaveLength(1);
  });
});

describe("every list", () => {
  it.each(["actors", "issues", "documents", "relations", "events", "stances"] as const)(
    "%s can be paged, counted and walked",
    (name) => {
      const list = mixed[name];
      const page = list.page({ first: 1 });
      expect(page.items).toHaveLength(1);
      expect([...list.all()]).toHaveLength(list.count());
      const [item] = page.items;
      expect(list.get(item?.id as never)).toEqual(item);
      expect(list.count({ id: { eq: item?.id } })).toBe(1);
    },
  );

  it("groups what it counts", () => {
    expect(mixed.counts({ groupBy: ["DIRECTION", "YEAR"] })).toEqual([
      { values: ["OPPOSES", "2024"], stances: 2, actors: 2, documents: 1 },
      { values: ["SUPPORTS", "2023"], stances: 1, actors: 1, documents: 1 },
    ]);
    expect(() => mixed.counts({ groupBy: [] })).toThrow("Group by one to four things.");
  });

  it("knows what an actor took part in and is tied to", () => {
    const events = mixed.events.of(["actor:miners"]).get("actor:miners");
    expect(events?.map(({ label }) => label)).toEqual(["Strike"]);
    const ties = mixed.relations.of(["actor:owners", "actor:miners"]);
    expect(ties.get("actor:owners")?.map(({ subject, kind }) => [subject, kind])).toEqual([
      ["actor:owners-union", "REPRESENTS"],
    ]);
    expect(ties.get("actor:miners")).toEqual([]);
  });

  it("finds documents by hash and by address", () => {
    const [document] = mixed.documents.page({}).items;
    expect(mixed.documents.by({ sha256: document?.sha256 ?? "" })?.id).toBe(document?.id);
    expect(mixed.documents.by({ url: "https://example.org/none" })).toBeNull();
    expect(mixed.documents.text(document?.id ?? "document:x")).toBe(
      (codingWith().documents as { text: string }[])[0]?.text,
    );
  });
});

describe("an order", () => {
  it("names each field once", () => {
    const twice = Array.from({ length: 3000 }, () => ({ field: "NAME", descending: false }));
    expect(() => mixed.actors.page({ orderBy: twice })).toThrow(
      'The order "NAME" is given twice; leave one out.',
    );
  });
});
