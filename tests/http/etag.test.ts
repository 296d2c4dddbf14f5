import { describe, expect, it } from "vitest";
import { graph, importCoding } from "../ingest/graph.ts";
import { bearer, served } from "./served.ts";

const query = "{ dataset { revision } }";
const changed = { stancegraph: 1, actors: [{ name: "Newcomers", kind: "GROUP" }] };

async function tagOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).headers.get("etag") ?? "";
}

describe("an answer's tag", () => {
  it("saves the answer when nothing has changed", async () => {
    const { post } = served({ store: graph() });
    const etag = await tagOf(post(query));
    const again = await post(query, { headers: { "if-none-match": etag } });
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect(again.headers.get("vary")).toBe("Accept, Authorization, Accept-Encoding");
  });

  it("is the same for GET, and taken among others or when weak", async () => {
    const { ask } = served({ store: graph() });
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    const etag = await tagOf(ask(path));
    for (const given of [etag, `"x", ${etag}`, `W/${etag}`, "*"]) {
      expect((await ask(path, { headers: { "if-none-match": given } })).status).toBe(304);
    }
    expect((await ask(path, { headers: { "if-none-match": '"x"' } })).status).toBe(200);
  });

  it("changes with the graph, so that nobody keeps an old answer", async () => {
    const store = graph();
    const { post } = served({ store });
    const etag = await tagOf(post(query));
    importCoding(store, changed);
    const response = await post(query, { headers: { "if-none-match": etag } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { dataset: { revision: 2 } } });
  });

  it("differs by query, variables, operation, scope, media type and graph", async () => {
    const store = graph();
    const { post } = served({ store });
    const two = "query A { dataset { revision } } query B { dataset { title } }";
    const one = "query ($id: ID!) { stance(id: $id) { id } }";
    const tags = await Promise.all([
      tagOf(post(query)),
      tagOf(post(`${query} `)),
      tagOf(post(query, { headers: { accept: "application/json" } })),
      tagOf(post(query, { headers: { authorization: bearer(store, "admin") } })),
      tagOf(post(two, { operationName: "A" })),
      tagOf(post(two, { operationName: "B" })),
      tagOf(post(one, { variables: { id: "stance:a" } })),
      tagOf(post(one, { variables: { id: "stance:b" } })),
      tagOf(served({ store: graph() }).post(query)),
    ]);
    expect(tags.filter(Boolean).length).toBe(tags.length);
    expect(new Set(tags).size).toBe(tags.length);
  });

  it("lets anybody keep an open answer, and only the caller a keyed one", async () => {
    const store = graph();
    const { post } = served({ store });
    const keyed = await post(query, { headers: { authorization: bearer(store, "read") } });
    expect((await post(query)).headers.get("cache-control")).toBe("no-cache");
    expect(keyed.headers.get("cache-control")).toBe("private, no-cache");
  });

  it("is not on answers that failed in part", async () => {
    const { post } = served({ store: graph() });
    const response = await post(
      `{ dataset { revision } position(actor: { name: "nobody" }, issue: { id: "issue:tax" }) { since } }`,
    );
    expect([response.headers.get("etag"), response.headers.get("cache-control")]).toEqual([null, "no-store"]);
  });

  it("never answers a mutation, which is done each time", async () => {
    const store = graph();
    const { post } = served({ store });
    const headers = { authorization: bearer(store, "admin") };
    const mutation = `mutation { createActor(input: { name: "Newcomers", kind: GROUP }) { __typename } }`;
    const before = store.dataset.revision();
    const response = await post(mutation, { headers: { ...headers, "if-none-match": "*" } });
    expect([response.status, response.headers.get("etag")]).toEqual([200, null]);
    expect(store.dataset.revision()).toBe(before + 1);
  });
});
