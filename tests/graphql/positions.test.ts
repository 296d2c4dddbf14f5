import { graphqlSync } from "graphql";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import { reviewStance } from "../../src/ingest/edit.ts";
import { ask, watched, worldStore } from "./world.ts";
import { texts } from "./world-coding.ts";

const wholeQuestion = `{
  positions(where: { issue: { eq: "issue:withdrawal" } }) {
    nodes {
      actor { name } direction intensity conditions { kind text } since explanation
      stances { nodes {
        evidence { quote start end document { title } }
        attribution { role actor { name } anonymous { descriptor } cue mode }
      } }
    }
  }
}`;

describe("positions", () => {
  it("answers who holds which position, since when, according to whom, in which words, in one request", async () => {
    const { data, errors } = await ask(worldStore(), wholeQuestion);
    expect(errors).toEqual([]);
    const [government] = data.positions.nodes;
    expect(government).toEqual({
      actor: { name: "Government" },
      direction: "SUPPORTS",
      intensity: 1,
      conditions: [{ kind: "ONLY_AFTER", text: "a new security deal" }],
      since: "2024-05",
      explanation: expect.stringMatching(/^Government: in favour of .* only after a new security deal/),
      stances: {
        nodes: [
          {
            evidence: [
              {
                quote: "The government now supports a phased withdrawal",
                start: 0,
                end: 47,
                document: { title: "A turn" },
              },
            ],
            attribution: [],
          },
          {
            evidence: [
              {
                quote: "The government declined to comment",
                start: 143,
                end: 177,
                document: { title: "Talks go on" },
              },
            ],
            attribution: [],
          },
        ],
      },
    });
    expect(data.positions.nodes.map((each: { actor: { name: string } }) => each.actor.name)).toEqual([
      "Government",
      "Order Party",
      "Peace Party",
      "Kurdish parties",
      "Militias",
    ]);
  });

  it("reads a page with a handful of statements, however long it is", async () => {
    const { store, calls } = watched(worldStore());
    await ask(store, wholeQuestion);
    // Whether the stances are held in memory is no statement.
    expect(calls.filter((call) => call !== "projection.current").sort()).toEqual([
      "actors.byIds",
      "actors.byIds",
      "dataset.revision",
      "dataset.revision",
      "dataset.revision",
      "documents.byIds",
      "documents.evidenceByIds",
      "issues.byIds",
      "positions.observations",
      "stances.byIds",
    ]);
  });

  it("needs no waiting: what it reads is at hand", () => {
    const contextValue = contextOf({ store: worldStore(), who: "Grace", scope: "read" });
    const { data } = graphqlSync({ schema, source: wholeQuestion, contextValue });
    expect(data).toHaveProperty("positions.nodes.length", 5);
  });

  it("computes a list once while the graph stays the same, and anew when it changes", async () => {
    const { store, calls } = watched(worldStore());
    const page = (first: number) =>
      ask(store, `{ positions(first: ${first}) { totalCount nodes { actor { name } } } }`);
    const reads = () => calls.filter((call) => call === "positions.observations").length;
    await page(1);
    await page(2);
    expect(reads()).toBe(1);
    const { id } = store.stances.page({ where: { status: { eq: "PROPOSED" } } }).items[0] ?? {
      id: "stance:none",
    };
    reviewStance(store, id, "ACCEPTED", { author: { who: "Grace", why: null } });
    expect((await page(1)).data.positions.totalCount).toBe(7);
    expect(reads()).toBe(2);
  });

  it("gives quotes that stand at their place in the text", async () => {
    const { data } = await ask(
      worldStore(),
      `{ position(actor: {name: "kurdish parties"}, issue: {slug: "withdrawal"}) { stances { nodes { evidence { quote start end } } } } }`,
    );
    const [evidence] = data.position.stances.nodes;
    for (const { quote, start, end } of evidence.evidence) expect(texts.march.slice(start, end)).toBe(quote);
  });

  it("answers as of a day, and as known at an instant", async () => {
    const store = worldStore();
    const of = (asOf: string) =>
      `position(actor: {slug: "government"}, issue: {slug: "withdrawal"}, asOf: ${asOf}) { direction asOf knownAt }`;
    const { data } = await ask(
      store,
      `{
      march: ${of('{validAt: "2024-04-01"}')}
      may: ${of('{validAt: "2024-05-31"}')}
      before: ${of('{validAt: "2024-01-01"}')}
      unknown: ${of('{knownAt: "2024-12-31T00:00:00Z"}')}
    }`,
    );
    expect(data).toEqual({
      march: { direction: "DECLINED_TO_COMMENT", asOf: "2024-04-01", knownAt: null },
      may: { direction: "SUPPORTS", asOf: "2024-05-31", knownAt: null },
      before: null,
      unknown: null,
    });
  });

  it("weighs each stance by the rule asked for", async () => {
    const { data } = await ask(
      worldStore(),
      `{
      position(actor: {slug: "government"}, issue: {slug: "withdrawal"}, rule: {name: ALL}) {
        rule { name windowDays halfLifeDays } score stanceCount sourceCount
        stances { totalCount edges { weight node { direction } } }
      }
    }`,
    );
    expect(data.position).toEqual({
      rule: { name: "ALL", windowDays: 365, halfLifeDays: 180 },
      score: 0.25,
      stanceCount: 2,
      sourceCount: 2,
      stances: {
        totalCount: 2,
        edges: [
          { weight: 0.5, node: { direction: "SUPPORTS" } },
          { weight: 0.5, node: { direction: "DECLINED_TO_COMMENT" } },
        ],
      },
    });
  });

  it("keeps the members' view apart from a silent organisation's own", async () => {
    const { data } = await ask(
      worldStore(),
      `{
      position(actor: {slug: "framework"}, issue: {slug: "withdrawal"}) { direction }
      actor(by: {slug: "framework"}) {
        membersView(issue: {slug: "withdrawal"}) { score coverage cohesion members withPosition supporting opposing other }
        earlier: membersView(issue: {slug: "withdrawal"}, asOf: {validAt: "2022-01-01"}) { members }
        members { name }
        once: members(at: "2022-01-01") { name }
      }
    }`,
    );
    expect(data).toEqual({
      position: null,
      actor: {
        membersView: {
          score: 0,
          coverage: 1,
          cohesion: 0.25,
          members: 2,
          withPosition: 2,
          supporting: 1,
          opposing: 1,
          other: 0,
        },
        earlier: null,
        members: [{ name: "Order Party" }, { name: "Peace Party" }],
        once: [{ name: "Militias" }, { name: "Order Party" }, { name: "Peace Party" }],
      },
    });
  });

  it("says that an actor is unknown, and that a name is of two actors", async () => {
    const of = (actor: string) => `{ position(actor: ${actor}, issue: {slug: "withdrawal"}) { direction } }`;
    const store = worldStore();
    expect((await ask(store, of('{name: "Nobody"}'))).errors).toEqual([
      expect.stringMatching(/^NOT_FOUND No actor is named Nobody\./),
    ]);
    expect((await ask(store, of('{name: "Mercury"}'))).errors).toEqual([
      'INVALID "Mercury" is ambiguous: it names actor:mercury-1 and actor:mercury-2. Use one of these ids.',
    ]);
    expect((await ask(store, of('{wikidata: "Q1"}'))).errors).toEqual([
      expect.stringMatching(/^NOT_FOUND No actor has the Wikidata id Q1/),
    ]);
  });

  it("refuses a rule with a window that is none", async () => {
    const { errors } = await ask(worldStore(), `{ positions(rule: {windowDays: 0}) { totalCount } }`);
    expect(errors).toEqual(["INVALID windowDays is 1 to 36500 days; 0 were given."]);
  });
});
