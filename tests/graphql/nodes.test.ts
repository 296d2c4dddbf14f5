import { describe, expect, it } from "vitest";
import { mergeActors } from "../../src/ingest/edit.ts";
import { ask, watched, worldStore } from "./world.ts";

describe("node", () => {
  it("gives anything by its plain id", async () => {
    const store = worldStore();
    const { data: ids } = await ask(
      store,
      `{
      stances(first: 1) { nodes { id evidence { id } document { id } coder { id } } }
      relations(first: 1) { nodes { id } }
      events(first: 1) { nodes { id } }
    }`,
    );
    const [stance] = ids.stances.nodes;
    const asked = [
      "actor:government",
      "issue:withdrawal",
      stance.document.id,
      stance.evidence[0].id,
      stance.id,
      ids.relations.nodes[0].id,
      ids.events.nodes[0].id,
      stance.coder.id,
    ];
    const { data, errors } = await ask(store, "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", {
      variables: { ids: asked },
    });
    expect(errors).toEqual([]);
    expect(data.nodes).toEqual(
      ["Actor", "Issue", "Document", "Evidence", "Stance", "Relation", "Event", "Coder"].map(
        (__typename, index) => ({ id: asked[index], __typename }),
      ),
    );
    for (const id of asked) {
      expect(
        (await ask(store, "query ($id: ID!) { node(id: $id) { id } }", { variables: { id } })).data.node,
      ).toEqual({ id });
    }
  });

  it("is null for an id of nothing, and for what is nobody's business", async () => {
    const { data, errors } = await ask(
      worldStore(),
      `{ nodes(ids: ["actor:nobody", "nonsense", "key:1", "stance:0"]) { id } node(id: "issue:none") { id } stance(id: "stance:0") { id } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ nodes: [null, null, null, null], node: null, stance: null });
  });

  it("answers for a merged actor by what it was merged into", async () => {
    const store = worldStore();
    mergeActors(store, "actor:mercury-2", "actor:mercury-1", { author: { who: "Ada", why: null } });
    const { data } = await ask(
      store,
      `{
      node(id: "actor:mercury-2") { id }
      actor(by: {name: "Mercury"}) { id mergedFrom { id name } audit { action } }
      list: actors(where: {name: {eq: "Mercury"}}) { nodes { id } }
    }`,
    );
    expect(data).toEqual({
      node: { id: "actor:mercury-1" },
      actor: { id: "actor:mercury-1", mergedFrom: [{ id: "actor:mercury-2", name: "Mercury" }], audit: [] },
      list: { nodes: [{ id: "actor:mercury-1" }] },
    });
  });

  it("reads many of a kind with one statement", async () => {
    const { store, calls } = watched(worldStore());
    await ask(store, `{ nodes(ids: ["actor:government", "actor:militias", "actor:reuters"]) { id } }`);
    expect(calls).toEqual(["dataset.revision", "actors.byIds"]);
  });

  it("takes a hundred ids at most", async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `actor:${index}`);
    const { errors } = await ask(worldStore(), "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      variables: { ids },
    });
    expect(errors).toEqual(["INVALID At most 100 ids at once; 101 were given."]);
  });
});

describe("one thing", () => {
  it("is found by each of its keys", async () => {
    const store = worldStore();
    const { data: known } = await ask(
      store,
      `{ document(by: {url: "https://example.org/march"}) { id sha256 } }`,
    );
    const { id, sha256 } = known.document;
    const { data, errors } = await ask(
      store,
      `{
      a: actor(by: {id: "actor:government"}) { id } b: actor(by: {slug: "government"}) { id }
      c: actor(by: {wikidata: "Q100"}) { id } d: actor(by: {name: "the BAGHDAD"}) { id }
      e: issue(by: {id: "issue:advisers"}) { id } f: issue(by: {slug: "advisers"}) { id } g: issue(by: {label: "ADVISERS"}) { id }
      h: document(by: {id: "${id}"}) { id } i: document(by: {slug: "${id.slice(9)}"}) { id } j: document(by: {sha256: "${sha256}"}) { id }
    }`,
    );
    expect(errors).toEqual([]);
    expect(Object.values(data).map((each) => (each as { id: string }).id)).toEqual([
      ...Array(4).fill("actor:government"),
      ...Array(3).fill("issue:advisers"),
      ...Array(3).fill(id),
    ]);
  });

  it("is null when there is none, but an error when there are two", async () => {
    const { data, errors } = await ask(
      worldStore(),
      `{
      a: actor(by: {name: "Nobody"}) { id } b: actor(by: {wikidata: "Q1"}) { id }
      c: issue(by: {label: "Nothing"}) { id } d: document(by: {url: "https://example.org/none"}) { id } e: document(by: {sha256: "00"}) { id }
    }`,
    );
    expect({ data, errors }).toEqual({ data: { a: null, b: null, c: null, d: null, e: null }, errors: [] });
    expect((await ask(worldStore(), '{ actor(by: {name: "Mercury"}) { id } }')).errors).toEqual([
      expect.stringMatching(/^INVALID "Mercury" is ambiguous/),
    ]);
  });

  it("takes exactly one key", async () => {
    expect((await ask(worldStore(), '{ actor(by: {slug: "a", name: "b"}) { id } }')).errors).toHaveLength(1);
    expect((await ask(worldStore(), "{ actor(by: {}) { id } }")).errors).toHaveLength(1);
  });
});
