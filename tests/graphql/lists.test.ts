import { describe, expect, it } from "vitest";
import { ask, watched, worldStore } from "./world.ts";

describe("lists", () => {
  it("find actors by what they are, by any name, and by what they did", async () => {
    const { data, errors } = await ask(
      worldStore(),
      `{
      kind: actors(where: {kind: {eq: PARTY}}, orderBy: {field: NAME, direction: DESC}) { totalCount nodes { name } }
      name: actors(search: "baghd") { nodes { name names { name type language } externalIds { scheme value } } }
      deed: actors(where: {stances: {some: {direction: {eq: SUPPORTS}, issue: {eq: "issue:withdrawal"}}}}) { nodes { id } }
      nothing: actors(where: {stances: {none: {}}, kind: {in: [MEDIA, PERSON]}}) { nodes { id } }
    }`,
    );
    expect(errors).toEqual([]);
    expect(data.kind).toEqual({ totalCount: 2, nodes: [{ name: "Peace Party" }, { name: "Order Party" }] });
    expect(data.name.nodes).toEqual([
      {
        name: "Government",
        names: expect.arrayContaining([
          { name: "Government", type: "OFFICIAL", language: "en" },
          { name: "Baghdad", type: "METONYM", language: "en" },
        ]),
        externalIds: [{ scheme: "wikidata", value: "Q100" }],
      },
    ]);
    expect(data.deed.nodes.map(({ id }: { id: string }) => id)).toEqual([
      "actor:government",
      "actor:militias",
      "actor:peace-party",
    ]);
    expect(data.nothing.nodes).toEqual([{ id: "actor:masoud-hama" }, { id: "actor:reuters" }]);
  });

  it("show stances whatever their status, with what was said when and by whom", async () => {
    const { data, errors } = await ask(
      worldStore(),
      `{
      stances(where: {holder: {eq: "actor:militias"}}) { totalCount nodes {
        holder { name } issue { label } direction intensity act holderCertainty codingLevel confidence addressee { name }
        facets { name value } conditions { kind } statedOn { edtf } publishedOn { edtf } effectiveOn { edtf earliest latest }
        validFrom { edtf } validUntil { edtf } coder { name kind version } status document { title } note externalId
        acceptedAt retractedAt supersededBy { id } reviews { status } audit { action }
      } }
      proposed: stances(where: {status: {eq: PROPOSED}}) { nodes { holder { name } status acceptedAt } }
      counted: stances(asOf: {validAt: "2024-04-01"}) { totalCount }
      said: stances(search: "troops leav") { nodes { holder { name } status } }
    }`,
    );
    expect(errors).toEqual([]);
    expect(data.stances).toEqual({
      totalCount: 1,
      nodes: [
        {
          holder: { name: "Militias" },
          issue: { label: "Withdrawal" },
          direction: "SUPPORTS",
          intensity: 2,
          act: "DEMANDED",
          holderCertainty: "CERTAIN",
          codingLevel: "TEXTUAL",
          confidence: 0.9,
          addressee: { name: "Government" },
          facets: [{ name: "pace", value: "immediate" }],
          conditions: [],
          statedOn: null,
          publishedOn: { edtf: "2024-03-08" },
          effectiveOn: { edtf: "2024-03-08", earliest: "2024-03-08", latest: "2024-03-08" },
          validFrom: null,
          validUntil: null,
          coder: { name: "Ada", kind: "PERSON", version: null },
          status: "ACCEPTED",
          document: { title: "Talks go on" },
          note: null,
          externalId: null,
          acceptedAt: "2025-01-01T00:02:00.000Z",
          retractedAt: null,
          supersededBy: null,
          reviews: [],
          audit: [],
        },
      ],
    });
    expect(data.proposed.nodes).toEqual([
      { holder: { name: "Peace Party" }, status: "PROPOSED", acceptedAt: null },
    ]);
    expect(data.counted.totalCount).toBe(3);
    expect(data.said.nodes).toHaveLength(2);
  });

  it("take whatever order they offer", async () => {
    const orders = {
      actors: ["NAME", "KIND", "RECORDED_AT"],
      issues: ["LABEL", "RECORDED_AT"],
      documents: ["PUBLISHED_ON", "TITLE", "RECORDED_AT"],
      stances: ["EFFECTIVE_ON", "RECORDED_AT", "INTENSITY", "HOLDER", "ISSUE", "CONFIDENCE"],
      relations: ["KIND", "RECORDED_AT"],
      events: ["HAPPENED_ON", "LABEL", "RECORDED_AT"],
    };
    const store = worldStore();
    for (const [list, fields] of Object.entries(orders)) {
      for (const field of fields) {
        const both = await ask(
          store,
          `{ up: ${list}(orderBy: {field: ${field}}) { nodes { id } } down: ${list}(orderBy: {field: ${field}, direction: DESC}) { nodes { id } } }`,
        );
        expect(both.errors).toEqual([]);
        expect(both.data.up.nodes).toEqual(both.data.down.nodes.toReversed());
      }
    }
  });

  it("compare dates by what they certainly are", async () => {
    const count = async (filter: string) =>
      (await ask(worldStore(), `{ documents(where: {publishedOn: ${filter}}) { totalCount } }`)).data
        .documents.totalCount;
    expect(await count('{gte: "2024-05"}')).toBe(1);
    expect(await count('{gt: "2024-05"}')).toBe(0);
    expect(await count('{lte: "2024"}')).toBe(2);
    expect(await count('{lt: "2024-05"}')).toBe(1);
    expect(await count('{eq: "2024-05"}')).toBe(1);
    expect(await count("{isNull: true}")).toBe(0);
  });

  it("show documents with their text only when asked for it", async () => {
    const { store, calls } = watched(worldStore());
    await ask(store, `{ documents { nodes { title } } }`);
    expect(calls).toEqual(["documents.page"]);
    const { data } = await ask(
      store,
      `{ document(by: {url: "https://example.org/march"}) { title text sha256 publisher language publishedOn { edtf } evidence { quote } stances { totalCount } } }`,
    );
    expect(data.document).toMatchObject({
      title: "Talks go on",
      text: expect.stringContaining("Masoud Hama"),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      publisher: "Reuters",
      language: "en",
      stances: { totalCount: 3 },
    });
    expect(data.document.evidence.map(({ quote }: { quote: string }) => quote)).toEqual([
      "Kurdish parties oppose a full withdrawal",
      "We need them here",
      "The militias demand an immediate withdrawal",
      "The government declined to comment",
    ]);
  });

  it("show issues with their facets, parts and stances", async () => {
    const { data } = await ask(
      worldStore(),
      `{ issues { nodes { label proposition pro contra facets { name values } parent { label } children { label } stances { totalCount } } } }`,
    );
    expect(data.issues.nodes).toEqual([
      expect.objectContaining({
        label: "Advisers",
        facets: [],
        parent: { label: "Withdrawal" },
        children: [],
        stances: { totalCount: 2 },
      }),
      expect.objectContaining({
        label: "Withdrawal",
        facets: [{ name: "pace", values: ["immediate", "phased"] }],
        parent: null,
        children: [{ label: "Advisers" }],
        stances: { totalCount: 6 },
      }),
    ]);
  });

  it("show ties and events with their evidence, and those of an actor", async () => {
    const { data } = await ask(
      worldStore(),
      `{
      relations(where: {kind: {eq: MEMBER_OF}, subject: {eq: "actor:order-party"}}) { nodes { subject { name } object { name } validFrom { earliest } evidence { quote } } }
      events(where: {participants: {some: {name: {eq: "Militias"}}}}) { totalCount nodes { label kind happenedOn { edtf } certainty participants { actor { name } role } evidence { quote } attribution { role } } }
      actor(by: {slug: "militias"}) { events { label } relations(kinds: [MEMBER_OF]) { object { name } validUntil { edtf } } parents { name } was: parents(at: "2021-06-01") { name } }
    }`,
    );
    expect(data.relations.nodes).toEqual([
      {
        subject: { name: "Order Party" },
        object: { name: "Framework" },
        validFrom: { earliest: "2020-01-01" },
        evidence: [{ quote: "The Order Party is against it" }],
      },
    ]);
    expect(data.events).toEqual({
      totalCount: 1,
      nodes: [
        {
          label: "Talks",
          kind: "NEGOTIATION",
          happenedOn: { edtf: "2024-03/2024-05" },
          certainty: "CERTAIN",
          participants: [
            { actor: { name: "Government" }, role: "party" },
            { actor: { name: "Militias" }, role: "object" },
          ],
          evidence: [{ quote: "The militias demand an immediate withdrawal" }],
          attribution: [],
        },
      ],
    });
    expect(data.actor).toEqual({
      events: [{ label: "Talks" }],
      relations: [{ object: { name: "Framework" }, validUntil: { edtf: "2023" } }],
      parents: [],
      was: [{ name: "Framework" }],
    });
  });
});
