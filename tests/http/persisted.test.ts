import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { graph } from "../ingest/graph.ts";
import { type Asked, askOver } from "./both-ways.ts";
import { started } from "./running.ts";

const query = "{ dataset { revision } }";
const answer = { data: { dataset: { revision: 1 } } };
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(query) } };

async function server(settings = {}) {
  const { port } = await started({ store: graph(), settings });
  return async (question: unknown, method: "GET" | "POST" = "POST") => {
    const pairs = Object.entries(question as object).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const asked: Asked =
      method === "GET"
        ? { method, path: `/graphql?${new URLSearchParams(pairs)}`, headers: {}, body: null }
        : {
            method,
            path: "/graphql",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(question),
          };
    const { status, body } = await askOver(port, asked);
    return { status, answer: JSON.parse(body) as unknown };
  };
}

describe.each([[true], [false]])("a document sent by its hash (short way: %s)", (shortWay) => {
  it("is asked for once, then known, by GET, too", async () => {
    const ask = await server({ shortWay });
    const unknown = { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } };
    expect(await ask({ extensions })).toEqual({ status: 200, answer: { errors: [unknown] } });
    expect(await ask({ query, extensions })).toEqual({ status: 200, answer });
    for (let time = 0; time < 3; time += 1)
      expect(await ask({ extensions })).toEqual({ status: 200, answer });
    for (let time = 0; time < 3; time += 1)
      expect(await ask({ extensions }, "GET")).toEqual({ status: 200, answer });
  });

  it("is not taken under the hash of another", async () => {
    const ask = await server({ shortWay });
    const other = { query: "{ dataset { title } }", extensions };
    await ask({ query });
    await ask({ query: other.query });
    for (let time = 0; time < 3; time += 1)
      expect(await ask(other)).toMatchObject({
        status: 400,
        answer: { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
      });
    expect(await ask({ extensions })).toMatchObject({ answer: { errors: [{}] } });
  });
});
