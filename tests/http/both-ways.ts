import { Agent, request } from "node:http";
import { exampleQueries } from "../../src/http/examples.ts";

/** A request to /graphql, as it goes over the wire. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
}

/** All of a response but its date. */
export interface Told {
  readonly status: number | undefined;
  readonly headers: readonly string[];
  readonly body: string;
}

const agent = new Agent({ keepAlive: true });

export function askOver(port: number, { method, path, headers, body }: Asked): Promise<Told> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", method, path, headers, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode,
          headers: undated(incoming.rawHeaders),
          body: Buffer.concat(chunks).toString("latin1"),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function undated(raw: readonly string[]): readonly string[] {
  return raw.filter((_, index) => raw[index - (index % 2)]?.toLowerCase() !== "date");
}

export function headerOf({ headers }: Told, name: string): string | null {
  const at = headers.findIndex((each, index) => index % 2 === 0 && each.toLowerCase() === name);
  return at < 0 ? null : (headers[at + 1] ?? null);
}

/** What is asked: documents that are good, bad, and in between, with what goes with them. */
export const questions: readonly Readonly<Record<string, unknown>>[] = [
  ...exampleQueries.flatMap(({ query }) => (query.includes("subscription") ? [] : [{ query }])),
  { query: "{ __typename }" },
  { query: "{ __schema { queryType { name } } }" },
  ...[1, 3, 100].map((n) => ({
    query: "query Some($n: Int = 2, $s: String) { actors(first: $n, search: $s) { nodes { id name } } }",
    variables: { n },
  })),
  { query: "query Some($n: Int = 2) { actors(first: $n) { totalCount } }", variables: null },
  { query: "query Some($n: Int = 2) { actors(first: $n) { totalCount } }", variables: { n: "many" } },
  { query: "query Some($n: Int = 2) { actors(first: $n) { totalCount } }", variables: { n: 101 } },
  { query: "query A { dataset { title } } query B { dataset { revision } }", operationName: "A" },
  { query: "query A { dataset { title } } query B { dataset { revision } }", operationName: "B" },
  { query: "query A { dataset { title } } query B { dataset { revision } }", operationName: "C" },
  { query: "query A { dataset { title } } query B { dataset { revision } }" },
  { query: "query A { dataset { title } }", operationName: "" },
  { query: "query ($i: ID!) { node(id: $i) { id } }", variables: { i: "actor:nobody" } },
  { query: "query ($i: ID!) { node(id: $i) { id } }" },
  { query: `{ position(actor: { name: "nobody" }, issue: { name: "nothing" }) { since } }` },
  { query: `{ dataset { title } stance(id: "nonsense") { id } }` },
  { query: `{ dataset { title } }`, extensions: { any: 1 } },
  { query: `{ dataset { title } }`, extensions: [] },
  { query: `{ audit(first: 1) { who } }` },
  { query: "{ nope }" },
  { query: "{" },
  { query: "" },
  { query: 1 },
  { query: "{ documents(first: 100) { nodes { text } } }" },
  { query: `{ actor(by: { name: "é – 中" }) { name } }` },
  { query: `mutation { createActor(input: { name: "", kind: GROUP }) { __typename } }` },
  { query: "subscription { nope }" },
  {},
];
