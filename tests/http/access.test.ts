import { describe, expect, it } from "vitest";
import { graph } from "../ingest/graph.ts";
import { bearer, errorOf, served } from "./served.ts";

const query = "{ dataset { revision } }";

describe("a key", () => {
  it("is not needed to read an open server", async () => {
    expect((await served({ store: graph() }).post(query)).status).toBe(200);
  });

  it("is needed to read a closed one, in whatever way", async () => {
    const { ask, post } = served({ store: graph(), settings: { readAccess: "key" } });
    const responses = [
      await post(query),
      await ask("/"),
      await ask("/export/stances.csv"),
      await ask("/metrics"),
    ];
    expect(responses.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(responses.map(({ headers }) => headers.get("www-authenticate"))).toEqual(
      Array(4).fill('Bearer realm="stancegraph"'),
    );
    expect(await errorOf(responses[0] as Response)).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("opens a closed server", async () => {
    const store = graph();
    const { ask, post } = served({ store, settings: { readAccess: "key" } });
    const headers = { authorization: bearer(store, "read") };
    const responses = [
      await post(query, { headers }),
      await ask("/", { headers }),
      await ask("/export/stances.csv", { headers }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("leaves health and the empty page of GraphiQL to everybody", async () => {
    const { ask } = served({ store: graph(), settings: { readAccess: "key" } });
    const headers = { accept: "text/html" };
    const responses = [await ask("/healthz"), await ask("/readyz"), await ask("/graphql", { headers })];
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it.each(["Bearer wrong", "Bearer ", "Basic YTpi", "Bearer a b", "secret-of-read"])(
    "like “%s” is refused even where none is needed",
    async (authorization) => {
      const store = graph();
      bearer(store, "read");
      const response = await served({ store }).post(query, { headers: { authorization } });
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([
        401,
        'Bearer realm="stancegraph", error="invalid_token"',
      ]);
    },
  );

  it("is refused once it is revoked", async () => {
    const store = graph();
    const headers = { authorization: bearer(store, "read") };
    store.keys.revoke("key:read", "2026-01-02T00:00:00.000Z");
    expect((await served({ store }).post(query, { headers })).status).toBe(401);
  });

  it("says who acts, for the audit and the log, and is itself in neither", async () => {
    const store = graph();
    const { post, log } = served({ store });
    const headers = { authorization: bearer(store, "admin") };
    await post(`mutation { createActor(input: { name: "Newcomers", kind: GROUP }) { __typename } }`, {
      headers,
    });
    expect(store.dataset.audit(1)[0]?.who).toBe("the admin key (key:admin)");
    expect(log.at(-1)).toMatchObject({ who: "the admin key (key:admin)", operation: "mutation" });
    expect(JSON.stringify(log)).not.toContain("secret-of-admin");
  });
});

describe("other sites", () => {
  it.each(["/graphql", "/export/stances.csv"])("may ask %s, without cookies", async (path) => {
    const headers = { origin: "https://example.org" };
    const response = await served({ store: graph() }).ask(
      `${path}?query={__typename}`.replace("csv?query={__typename}", "csv"),
      { headers },
    );
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("access-control-expose-headers")).toContain("ETag");
  });

  it("may ask before they send", async () => {
    const headers = {
      origin: "https://example.org",
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization, content-type",
    };
    const response = await served({ store: graph() }).ask("/graphql", { method: "OPTIONS", headers });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-methods")).toBe("GET, POST, HEAD, OPTIONS");
    expect(response.headers.get("access-control-allow-headers")).toContain("Authorization");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("can read refusals, too", async () => {
    const { ask } = served({ store: graph(), settings: { readAccess: "key" } });
    expect((await ask("/graphql?query={__typename}")).headers.get("access-control-allow-origin")).toBe("*");
  });

  it.each([["/"], ["/metrics"]])("may not read %s", async (path) => {
    const response = await served({ store: graph() }).ask(path, {
      headers: { origin: "https://example.org" },
    });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonx",
    null,
  ])("cannot post as %s, which browsers send unasked", async (type) => {
    const store = graph();
    const body = JSON.stringify({
      query: `mutation { createActor(input: { name: "X", kind: GROUP }) { __typename } }`,
    });
    const headers = { authorization: bearer(store, "admin"), ...(type !== null && { "content-type": type }) };
    const response = await served({ store }).ask("/graphql", {
      method: "POST",
      headers,
      body: new Blob([body]),
    });
    expect([response.status, (await errorOf(response)).code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    expect(store.dataset.revision()).toBe(1);
  });

  it("cannot change anything by GET", async () => {
    const store = graph();
    const mutation = encodeURIComponent(
      `mutation { createActor(input: { name: "X", kind: GROUP }) { __typename } }`,
    );
    const headers = { authorization: bearer(store, "admin") };
    const response = await served({ store }).ask(`/graphql?query=${mutation}`, { headers });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    expect(store.dataset.revision()).toBe(1);
  });
});
