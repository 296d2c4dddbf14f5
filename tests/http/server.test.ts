import { type IncomingMessage, request as ask } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type RunningServer, type ServerOptions, startServer } from "../../src/http/server.ts";
import { graph, importCoding } from "../ingest/graph.ts";

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function started(over: Partial<ServerOptions> = {}) {
  const lines: Record<string, unknown>[] = [];
  const server = await startServer({
    store: graph(),
    host: "127.0.0.1",
    port: 0,
    clock: () => new Date("2026-01-01T00:00:00Z"),
    version: "1.2.3",
    log: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
    ...over,
  });
  running.push(server);
  return { ...server, lines, port: Number(new URL(server.url).port) };
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

/** Sends bytes as they are and gathers what comes back until the other side closes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  socket.on("error", () => {});
  socket.write(bytes);
  await new Promise((resolve) => socket.once("close", resolve));
  return text;
}

describe("a running server", () => {
  it("answers at the address it tells", async () => {
    const { url } = await started();
    expect(await (await post(url, { query: "{ dataset { version revision } }" })).json()).toEqual({
      data: { dataset: { version: "1.2.3", revision: 1 } },
    });
  });

  it("says what to do when its port is taken", async () => {
    const { port } = await started();
    await expect(started({ port })).rejects.toMatchObject({
      code: "unavailable",
      message: `Port ${port} of 127.0.0.1 is taken by another program; end that one, or choose another with --port.`,
    });
  });

  it("says what to do when the address is not this machine's", async () => {
    await expect(started({ host: "192.0.2.1" })).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("--host") });
  });

  it("writes one line a request, under the caller's id or its own", async () => {
    const { url, lines } = await started({ newId: () => "made-here" });
    const given = await fetch(`${url}/healthz`, { headers: { "x-request-id": "from.caller-1" } });
    const insane = await fetch(`${url}/healthz`, { headers: { "x-request-id": 'a"b c' } });
    await post(url, { query: "query Size { dataset { revision } }", operationName: "Size" });
    await sleep(50);
    expect([given, insane].map(({ headers }) => headers.get("x-request-id"))).toEqual(["from.caller-1", "made-here"]);
    expect(lines.map(({ requestId, path, status, msg }) => [requestId, path, status, msg])).toEqual([
      ["from.caller-1", "/healthz", 200, "request"],
      ["made-here", "/healthz", 200, "request"],
      ["made-here", "/graphql", 200, "request"],
    ]);
    expect(lines[2]).toMatchObject({ level: "info", time: "2026-01-01T00:00:00.000Z", method: "POST", operation: "query", name: "Size" });
    expect(lines[2]?.["bytes"]).toBeGreaterThan(20);
  });

  it("answers HEAD with the headers of GET", async () => {
    const { url } = await started();
    const response = await fetch(`${url}/`, { method: "HEAD" });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([200, "text/html; charset=utf-8", ""]);
  });

  it.each(["GET * HTTP/1.1", "GET //evil HTTP/1.1", "GET http://evil/graphql HTTP/1.1", "OPTIONS * HTTP/1.1"])("refuses the odd address of “%s”", async (line) => {
    const { port } = await started();
    expect(await raw(port, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("refuses a Host header that is none", async () => {
    const { port } = await started();
    expect(await raw(port, "GET / HTTP/1.1\r\nHost: a b/\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("ends a connection whose request does not come", async () => {
    const { port } = await started({ settings: { headersMs: 200, requestMs: 300 } });
    const before = performance.now();
    expect(await raw(port, "POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ")).toMatch(/^HTTP\/1\.1 408 /);
    expect(await raw(port, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{")).toMatch(/ 408 |^$/);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe("a body", () => {
  const hundredMegabytes = 100_000_000;

  /** Sends as much as the server takes of a body; tells its answer and how much went. */
  async function upload(port: number, headers: Record<string, string | number>): Promise<{ status: number; text: string; sent: number }> {
    const outgoing = ask({ port, host: "127.0.0.1", path: "/graphql", method: "POST", headers: { "content-type": "application/json", ...headers } });
    const chunk = Buffer.alloc(64_000, " ");
    let answer: IncomingMessage | null = null;
    outgoing.on("response", (incoming) => (answer = incoming));
    outgoing.on("error", () => {});
    let sent = 0;
    while (sent < hundredMegabytes && answer === null && !outgoing.destroyed) {
      sent += chunk.length;
      if (!outgoing.write(chunk)) await Promise.race([new Promise((resolve) => outgoing.once("drain", resolve)), sleep(20)]);
    }
    for (let waited = 0; answer === null && waited < 100; waited += 1) await sleep(20);
    const incoming = answer as IncomingMessage | null;
    let text = "";
    if (incoming !== null) for await (const piece of incoming) text += String(piece);
    outgoing.destroy();
    return { status: incoming?.statusCode ?? 0, text, sent };
  }

  it("of 100 MB is refused by its announced length, unread", async () => {
    const { port } = await started();
    const { status, text, sent } = await upload(port, { "content-length": hundredMegabytes });
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: "BODY_TOO_LARGE" } }] });
    expect(sent).toBeLessThan(20_000_000);
  });

  it("of 100 MB without a length is refused at the limit", async () => {
    const { port, lines } = await started();
    const { status, text, sent } = await upload(port, { "transfer-encoding": "chunked" });
    expect(status).toBe(413);
    expect(text).toContain("256 kB are allowed");
    expect(sent).toBeLessThan(20_000_000);
    await sleep(1_200);
    expect(lines.map((line) => line["status"])).toEqual([413]);
  });

  it("of 256 kB is taken, and of a byte more refused", async () => {
    const { url } = await started();
    const start = '{"query":"{ dataset { revision } }","extensions":{"x":"';
    const body = (size: number) => `${start}${"x".repeat(size - start.length - 3)}"}}`;
    const send = (size: number) => fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: body(size) });
    expect((await send(256_000)).status).toBe(200);
    expect((await send(256_001)).status).toBe(413);
  });

  it.each([
    ["is no JSON", "{", "The body is not valid JSON"],
    ["is no object", "[]", "The body must be one JSON object"],
    ["has no query", "{}", "There is no “query”"],
    ["is not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "The body is not valid UTF-8"],
  ])("that %s is refused in plain words", async (_, body, message) => {
    const { url } = await started();
    const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining(message), extensions: { code: "BAD_REQUEST" } }] });
  });
});

describe("subscriptions", () => {
  /** Listens to a stream of events. */
  async function listen(url: string, query: string) {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: "text/event-stream" } });
    const events = response.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]() as AsyncIterator<string>;
    const until = async (pattern: RegExp): Promise<string> => {
      let text = "";
      for (let next = await events.next(); !next.done; next = await events.next()) {
        text += next.value;
        if (pattern.test(text)) return text;
      }
      return text;
    };
    return { response, until };
  }

  it("tell of changes over server-sent events", async () => {
    const store = graph();
    const { url } = await started({ store, settings: { feedMs: 20 } });
    const { response, until } = await listen(url, "subscription { datasetChanged { revision } }");
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    await until(/:/);
    importCoding(store, { stancegraph: 1, actors: [{ name: "Newcomers", kind: "GROUP" }] });
    expect(await until(/datasetChanged.*\n/)).toContain('data: {"data":{"datasetChanged":{"revision":2}}}');
  });

  it("end when the server closes, and do not keep it from closing", async () => {
    const { url, close } = await started({ settings: { feedMs: 20 } });
    const { until } = await listen(url, "subscription { datasetChanged { revision } }");
    await until(/:/);
    const rest = until(/never/);
    const before = performance.now();
    await close();
    expect(await rest).not.toContain("errors");
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe("closing", () => {
  it("answers what is under way, takes nothing new, and is done", async () => {
    const { url, port, close } = await started();
    const body = JSON.stringify({ query: "{ dataset { revision } }" });
    const socket: Socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`);
    await sleep(100);
    const closed = close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    socket.write(body);
    await Promise.all([closed, new Promise((resolve) => socket.once("close", resolve))]);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/connection: close/i);
    expect(text).toContain('"revision":1');
  });

  it("does not wait for connections that ask nothing", async () => {
    const { url, close } = await started();
    await (await fetch(`${url}/healthz`)).text();
    const before = performance.now();
    await close();
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it("cuts what takes longer than allowed", async () => {
    const { port, close } = await started({ settings: { closeMs: 200 } });
    const pending = raw(port, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{");
    await sleep(100);
    const before = performance.now();
    await close();
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(await pending).toBe("");
  });
});
