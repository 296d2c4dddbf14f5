import { afterEach, describe, expect, it, vi } from "vitest";
import { StanceGraphError } from "../../src/domain/error.ts";
import { graph } from "../ingest/graph.ts";
import { errorOf, served } from "./served.ts";

afterEach(() => void vi.restoreAllMocks());

describe("what nobody foresaw", () => {
  it("is told as “Internal error” with the request's id, and logged with its stack", async () => {
    const store = graph();
    const { post, log } = served({ store });
    vi.spyOn(store.dataset, "counts").mockImplementation(() => {
      throw new TypeError("the secret inside");
    });
    const response = await post("{ dataset { counts { actors } } }");
    const text = await response.clone().text();
    expect([response.status, await errorOf(response)]).toEqual([
      500,
      { message: "Internal error", code: "INTERNAL", requestId: "id-1" },
    ]);
    expect(text).not.toContain("secret");
    expect(log[0]).toMatchObject({
      level: "error",
      requestId: "id-1",
      err: { message: "the secret inside", stack: expect.stringContaining("answers.test.ts") },
    });
  });

  it("is told so beside what could be answered", async () => {
    const store = graph();
    const { post } = served({ store });
    vi.spyOn(store.stances, "byIds").mockImplementation(() => {
      throw new TypeError("the secret inside");
    });
    const response = await post(`{ dataset { revision } stance(id: "stance:x") { id } }`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: { dataset: { revision: 1 }, stance: null },
      errors: [{ message: "Internal error" }],
    });
  });

  it("is told so outside of GraphQL, too", async () => {
    const store = graph();
    const { ask, log } = served({ store });
    vi.spyOn(store.dataset, "get").mockImplementation(() => {
      throw new TypeError("the secret inside");
    });
    const [page, download] = [
      await ask("/", { headers: { accept: "text/html" } }),
      await ask("/export/stances.csv"),
    ];
    expect([page.status, download.status]).toEqual([500, 500]);
    expect(await page.text()).toMatch(/Internal error.*id-1/s);
    expect(await errorOf(download)).toMatchObject({ message: "Internal error", requestId: "id-2" });
    expect(log.filter(({ err }) => err !== undefined)).toHaveLength(2);
  });
});

describe("what can be acted on", () => {
  it("keeps its sentence and its code", async () => {
    const response = await served().post(
      `{ position(actor: { name: "nobody" }, issue: { id: "issue:us-withdrawal" }) { since } }`,
    );
    expect(response.status).toBe(200);
    expect(await errorOf(response)).toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("No actor is named nobody."),
    });
  });

  it("is 503 when the store cannot be used", async () => {
    const store = graph();
    const { ask, post } = served({ store });
    const locked = () => {
      throw new StanceGraphError(
        "unavailable",
        "g.db is locked by another program; try again when it is done.",
      );
    };
    vi.spyOn(store.dataset, "get").mockImplementation(locked);
    vi.spyOn(store.dataset, "revision").mockImplementation(locked);
    const responses = [
      await post("{ dataset { revision } }"),
      await ask("/readyz"),
      await ask("/export/stances.csv"),
      await ask("/"),
    ];
    expect(responses.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    for (const response of responses)
      expect(await errorOf(response)).toMatchObject({
        code: "UNAVAILABLE",
        message: expect.stringContaining("is locked"),
      });
    expect((await ask("/healthz")).status).toBe(200);
  });
});

describe("an answer in a form that there is not", () => {
  it.each([
    ["{ __typename }", "image/png"],
    ["subscription { datasetChanged { revision } }", "application/json"],
  ])("to %s as %s is refused in plain words", async (query, accept) => {
    const response = await served().post(query, { headers: { accept } });
    expect([response.status, (await errorOf(response)).code]).toEqual([406, "NOT_ACCEPTABLE"]);
  });
});

describe("an address", () => {
  it.each([
    ["GET", "/nope", 404, "NOT_FOUND"],
    ["GET", "/graphql/x", 404, "NOT_FOUND"],
    ["DELETE", "/graphql", 405, "METHOD_NOT_ALLOWED"],
    ["PUT", "/", 405, "METHOD_NOT_ALLOWED"],
    ["POST", "/export/stances.csv", 405, "METHOD_NOT_ALLOWED"],
  ])("%s %s is answered %i", async (method, path, status, code) => {
    const response = await served().ask(path, { method });
    expect([response.status, (await errorOf(response)).code]).toEqual([status, code]);
    if (status === 405) expect(response.headers.get("allow")).toMatch(/GET.*HEAD, OPTIONS/);
  });

  it("that does not exist shows browsers a page", async () => {
    const response = await served().ask("/<script>alert(1)</script>", { headers: { accept: "text/html" } });
    const page = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([
      404,
      "text/html; charset=utf-8",
    ]);
    expect(page).not.toContain("<script>");
  });

  it.each(["/", "/graphql?query={__typename}", "/healthz", "/nope"])("%s guards its answer", async (path) => {
    const { headers } = await served().ask(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-request-id")).toBe("id-1");
  });
});

describe("metrics", () => {
  it("count requests by route, method and status, and time GraphQL by kind", async () => {
    const { ask, post } = served();
    await post("{ dataset { revision } }");
    await post("{ nope }", { headers: { accept: "application/graphql-response+json" } });
    await ask("/secret-path-1");
    await ask("/", { method: "PROPFIND" });
    const response = await ask("/metrics");
    const text = await response.text();
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    for (const line of [
      'stancegraph_http_requests_total{route="/graphql",method="POST",status="200"} 1',
      'stancegraph_http_requests_total{route="/graphql",method="POST",status="400"} 1',
      'stancegraph_http_requests_total{route="none",method="GET",status="404"} 1',
      'stancegraph_http_requests_total{route="/",method="other",status="405"} 1',
      'stancegraph_http_request_duration_seconds_count{route="/graphql",operation="query",status="200"} 1',
      "stancegraph_dataset_revision 1",
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).not.toContain("secret-path");
  });
});

describe("health", () => {
  it("says that the process lives and the store answers", async () => {
    const { ask } = served();
    expect(await (await ask("/healthz")).json()).toEqual({ status: "ok" });
    expect(await (await ask("/readyz")).json()).toEqual({ status: "ready", revision: 1 });
  });
});
