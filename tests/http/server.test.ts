import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { graph } from "../ingest/graph.ts";
import { post, raw, started } from "./running.ts";

describe("a running server", () => {
  it("answers at the address it tells", async () => {
    const { url } = await started();
    expect(await (await post(url, { query: "{ dataset { version revision } }" })).json()).toEqual({
      data: { dataset: { version: "1.2.3", revision: 1 } },
    });
  });

  it("tells when the stances are held in memory", async () => {
    const store = graph();
    await new Promise<void>((resolve) => void started({ store, onProjected: resolve }));
    expect(store.projection.current()).not.toBeNull();
  });

  it("says what to do when its port is taken", async () => {
    const { port } = await started();
    await expect(started({ port })).rejects.toMatchObject({
      code: "unavailable",
      message: `Port ${port} of 127.0.0.1 is taken by another program; end that one, or choose another with --port.`,
    });
  });

  it("says what to do when the address is not this machine's", async () => {
    await expect(started({ host: "192.0.2.1" })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("--host"),
    });
  });

  it("writes one line a request, under the caller's id or its own", async () => {
    const { url, lines } = await started({ newId: () => "made-here" });
    const given = await fetch(`${url}/healthz`, { headers: { "x-request-id": "from.caller-1" } });
    const insane = await fetch(`${url}/healthz`, { headers: { "x-request-id": 'a"b c' } });
    await post(url, { query: "query Size { dataset { revision } }", operationName: "Size" });
    await sleep(50);
    expect([given, insane].map(({ headers }) => headers.get("x-request-id"))).toEqual([
      "from.caller-1",
      "made-here",
    ]);
    expect(lines.map(({ requestId, path, status, msg }) => [requestId, path, status, msg])).toEqual([
      ["from.caller-1", "/healthz", 200, "request"],
      ["made-here", "/healthz", 200, "request"],
      ["made-here", "/graphql", 200, "request"],
    ]);
    expect(lines[2]).toMatchObject({
      level: "info",
      time: "2026-01-01T00:00:00.000Z",
      method: "POST",
      operation: "query",
      name: "Size",
    });
    expect(lines[2]?.bytes).toBeGreaterThan(20);
  });

  it("answers HEAD with the headers of GET", async () => {
    const { url } = await started();
    const response = await fetch(`${url}/`, { method: "HEAD" });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "",
    ]);
  });

  it.each([
    "GET * HTTP/1.1",
    "GET //evil HTTP/1.1",
    "GET http://evil/graphql HTTP/1.1",
    "OPTIONS * HTTP/1.1",
  ])("refuses the odd address of “%s”", async (line) => {
    const { port } = await started();
    expect(await raw(port, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("refuses a Host header that is none", async () => {
    const { port } = await started();
    expect(await raw(port, "GET / HTTP/1.1\r\nHost: a b/\r\nConnection: close\r\n\r\n")).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  it.each([
    ["TRACE / HTTP/1.1\r\nHost: x", 405],
    ["GET / HTTP/1.1\r\nHost: a:b@x", 400],
  ])("refuses “%s” and goes on", async (head, status) => {
    const { port, url } = await started();
    expect(await raw(port, `${head}\r\nConnection: close\r\n\r\n`)).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status} `),
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("goes on when something unforeseen is thrown before there is a request", async () => {
    const { url, lines } = await started({
      newId: () => {
        throw new Error("No more ids.");
      },
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(500);
    expect(lines[0]).toMatchObject({ msg: "unexpected error", err: { message: "No more ids." } });
    expect((await fetch(`${url}/healthz`, { headers: { "x-request-id": "given" } })).status).toBe(200);
  });

  it("ends a connection whose request does not come", async () => {
    const { port } = await started({ settings: { headersMs: 200, requestMs: 300 } });
    const before = performance.now();
    expect(await raw(port, "POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ")).toMatch(/^HTTP\/1\.1 408 /);
    expect(
      await raw(
        port,
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{",
      ),
    ).toMatch(/ 408 |^$/);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
