import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/store/open.ts";
import { clock, codingWith, graph, importCoding } from "../ingest/graph.ts";
import { seededStore } from "../seed/seeded.ts";
import { type Asked, askOver, headerOf, questions } from "./both-ways.ts";
import { started } from "./running.ts";
import { bearer } from "./served.ts";

async function both(store: Store, settings = {}) {
  const over = { store, newId: () => "the-id" };
  const short = await started({ ...over, settings });
  const full = await started({ ...over, settings: { ...settings, shortWay: false } });
  /** Asks on both ways and gives the answer, which must be the same. */
  const ask = async (asked: Asked) => {
    const [told, expected] = await Promise.all([askOver(short.port, asked), askOver(full.port, asked)]);
    expect({ asked, told }).toEqual({ asked, told: expected });
    return told;
  };
  return { short, full, ask };
}

const accepts = [
  null,
  "*/*",
  "application/json",
  "application/graphql-response+json",
  "application/graphql-response+json, application/json;q=0.9, */*;q=0.1",
  "application/json; charset=utf-8",
  "application/*",
  "application/json;charset=latin1",
  "text/html,application/xhtml+xml,*/*",
  "text/event-stream",
  "multipart/mixed",
  "image/png",
];

const types = ["application/json", "application/json; charset=utf-8", "Application/JSON"];

interface Shape {
  readonly method: string;
  readonly accept: string | null;
  readonly type: string;
  readonly authorization: string | null;
  readonly spoilt: "not" | "cut" | "bytes" | "path";
}

function askedOf(question: unknown, { method, accept, type, authorization, spoilt }: Shape): Asked {
  const headers = { ...(accept !== null && { accept }), ...(authorization !== null && { authorization }) };
  const path = spoilt === "path" ? "/graphql/" : "/graphql";
  if (method !== "POST") {
    const pairs = Object.entries(question as object).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return { method, path: `${path}?${new URLSearchParams(pairs)}`, headers, body: null };
  }
  const text = JSON.stringify(question);
  const body = Buffer.from(spoilt === "cut" ? text.slice(1) : text);
  if (spoilt === "bytes") body[body.length - 3] = 0xff;
  const length = { "content-type": type, "content-length": String(body.length) };
  return { method, path, headers: { ...headers, ...length }, body };
}

const plain: Shape = {
  method: "POST",
  accept: null,
  type: "application/json",
  authorization: null,
  spoilt: "not",
};

describe("the short way", () => {
  it("tells what the full way tells, to the byte, in the log and in the metrics, too", async () => {
    const store = seededStore();
    const { short, full, ask } = await both(store);
    const keys = [null, null, bearer(store, "read"), bearer(store, "admin")];
    const shape = fc.record({
      method: fc.constantFrom("POST", "POST", "POST", "GET", "HEAD"),
      accept: fc.constantFrom(...accepts.slice(0, 4), ...accepts),
      type: fc.constantFrom(...types),
      authorization: fc.constantFrom(...keys),
      spoilt: fc.constantFrom("not", "not", "not", "not", "not", "not", "cut", "bytes", "path"),
    } as const);
    const tag = fc.constantFrom("current", "current", "weak", "among", "other", "*");
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...questions), shape, tag, async (question, given, tags) => {
        const asked = askedOf(question, given);
        const first = await ask(asked);
        const again = await ask(asked);
        expect(again.status).toBe(first.status);
        const etag = headerOf(again, "etag") ?? '"none"';
        const sent = { current: etag, weak: `W/${etag}`, among: `"a", ${etag}`, other: '"a"', "*": "*" }[
          tags
        ];
        await ask({ ...asked, headers: { ...asked.headers, "if-none-match": sent } });
      }),
      { numRuns: 100, seed: 7 },
    );
    const untimed = (lines: typeof short.lines) => lines.map(({ milliseconds: _, ...line }) => line);
    await expect.poll(() => short.lines.length === full.lines.length).toBe(true);
    expect(untimed(short.lines)).toEqual(untimed(full.lines));
    const counts = async (url: string) =>
      (await (await fetch(`${url}/metrics`)).text())
        .split("\n")
        .filter((line) => /^stancegraph_.*(total|count)/.test(line))
        .sort();
    expect(await counts(short.url)).toEqual(await counts(full.url));
  }, 60_000);

  it("refuses what the full way refuses, unread", async () => {
    const { ask } = await both(graph());
    const question = { query: "{ dataset { title } }" };
    await ask(askedOf(question, plain));
    const refused = [
      { ...plain, type: "text/plain" },
      { ...plain, type: "application/graphql" },
      { ...plain, authorization: "Bearer unknown" },
      { ...plain, authorization: "Basic x" },
      { ...plain, method: "PUT" },
    ].map((shape) => askedOf(question, shape));
    const large = { ...question, extensions: { x: "x".repeat(300_000) } };
    const told = await Promise.all([...refused, askedOf(large, plain)].map(ask));
    expect(told.map(({ status }) => status)).toEqual([415, 415, 401, 401, 405, 413]);
  });

  it("needs a key where the full way does", async () => {
    const store = graph();
    const { ask } = await both(store, { readAccess: "key" });
    const with_ = (authorization: string | null) =>
      askedOf({ query: "{ dataset { title } }" }, { ...plain, authorization });
    const key = bearer(store, "read");
    for (const each of [key, key, key]) expect((await ask(with_(each))).status).toBe(200);
    expect((await ask(with_(null))).status).toBe(401);
    store.keys.revoke("key:read", "2026-01-02T00:00:00.000Z");
    expect((await ask(with_(key))).status).toBe(401);
  });
});

describe("an answer that is kept", () => {
  const question = { query: "{ dataset { revision counts { actors } } }" };

  it("is not computed again", async () => {
    const store = graph();
    const { port } = await started({ store });
    let counted = 0;
    const counts = store.dataset.counts;
    Object.assign(store.dataset, {
      counts: () => {
        counted += 1;
        return counts();
      },
    });
    for (let time = 0; time < 5; time += 1) await askOver(port, askedOf(question, plain));
    // On the full way, on the short one until it is asked again or takes long, and no more.
    expect([2, 3]).toContain(counted);
  });

  it("is forgotten when the graph changes, whoever changes it", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "stancegraph-")), "graph.db");
    const store = openStore({ path, clock, create: true });
    const other = openStore({ path, clock });
    importCoding(other, codingWith());
    const { port } = await started({ store });
    const ask = async () => JSON.parse((await askOver(port, askedOf(question, plain))).body) as unknown;
    const answer = (revision: number, actors: number) => ({
      data: { dataset: { revision, counts: { actors } } },
    });
    for (let time = 0; time < 3; time += 1) expect(await ask()).toEqual(answer(1, 4));
    importCoding(other, { stancegraph: 1, actors: [{ name: "Newcomers", kind: "GROUP" }] });
    for (let time = 0; time < 3; time += 1) expect(await ask()).toEqual(answer(2, 5));
    importCoding(store, { stancegraph: 1, actors: [{ name: "Latecomers", kind: "GROUP" }] });
    expect(await ask()).toEqual(answer(3, 6));
    other.close();
  });
});
