import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { graph, importCoding } from "../ingest/graph.ts";
import { started } from "./running.ts";
import { bearer } from "./served.ts";

describe("subscriptions", () => {
  /** Listens to a stream of events. */
  async function listen(url: string, query: string, headers: Record<string, string> = {}) {
    const leaving = new AbortController();
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept: "text/event-stream", ...headers },
      signal: leaving.signal,
    });
    const events = response.body
      ?.pipeThrough(new TextDecoderStream())
      [Symbol.asyncIterator]() as AsyncIterator<string>;
    const until = async (pattern: RegExp): Promise<string> => {
      let text = "";
      for (let next = await events.next(); !next.done; next = await events.next()) {
        text += next.value;
        if (pattern.test(text)) return text;
      }
      return text;
    };
    return { response, until, leave: () => leaving.abort() };
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

  it("are not watched for once the listener is gone", async () => {
    const store = graph();
    const { url } = await started({ store, settings: { feedMs: 10 } });
    const looks = vi.spyOn(store.dataset, "revision");
    const { until, leave } = await listen(url, "subscription { datasetChanged { revision } }");
    await until(/:/);
    await sleep(100);
    expect(looks.mock.calls.length).toBeGreaterThan(3);
    leave();
    await sleep(50);
    const before = looks.mock.calls.length;
    await sleep(100);
    expect(looks.mock.calls.length).toBe(before);
  });

  it("are only so many at a time", async () => {
    const { url } = await started({ settings: { feedMs: 20, maxStreams: 1 } });
    const query = "subscription { datasetChanged { revision } }";
    const first = await listen(url, query);
    const second = await listen(url, query);
    expect([second.response.status, second.response.headers.get("retry-after")]).toEqual([503, "30"]);
    first.leave();
    await sleep(100);
    expect((await listen(url, query)).response.status).toBe(200);
  });

  it("end with the first news after their key was revoked", async () => {
    const store = graph();
    const authorization = bearer(store, "read");
    const { url } = await started({ store, settings: { feedMs: 20, readAccess: "key" } });
    const { until } = await listen(url, "subscription { datasetChanged { revision } }", { authorization });
    await until(/:/);
    store.keys.revoke("key:read", "2026-01-01T00:00:00.000Z");
    importCoding(store, { stancegraph: 1, actors: [{ name: "Newcomers", kind: "GROUP" }] });
    expect(await until(/never/)).not.toContain("revision");
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
