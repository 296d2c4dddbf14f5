import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "../../src/http/server.ts";
import { openStore } from "../../src/store/open.ts";
import { coalStage } from "./coding.ts";
import type { Stage } from "./stage.ts";

const clock = () => new Date("2024-04-01T12:00:00Z");

const ministry =
  'mutation { createActor(input: {name: "Ministry", kind: AGENCY}) { ... on UserError { message } } }';

describe("query", () => {
  it("writes the answer as JSON", async () => {
    expect(await (await coalStage()).run("query", "{ dataset { title } }")).toEqual({
      code: 0,
      stdout: '{\n  "data": {\n    "dataset": {\n      "title": "Coal"\n    }\n  }\n}\n',
      stderr: "",
    });
  });

  it("takes variables, and one operation of several", async () => {
    const document = "query A($id: ID!) { actor(by: {id: $id}) { name } } query B { dataset { title } }";
    const { stdout } = await (await coalStage()).run(
      "query",
      document,
      "--operation",
      "A",
      "--variables",
      '{"id": "actor:owners"}',
    );
    expect(JSON.parse(stdout)).toEqual({ data: { actor: { name: "Owners" } } });
  });

  it("reads the document from a file, or from standard input", async () => {
    const stage = await coalStage({ stdin: "{ dataset { revision } }" });
    writeFileSync(join(stage.cwd, "q.graphql"), "{ dataset { title } }");
    expect(JSON.parse((await stage.run("query", "--file", "q.graphql")).stdout)).toEqual({
      data: { dataset: { title: "Coal" } },
    });
    expect(JSON.parse((await stage.run("query")).stdout)).toEqual({ data: { dataset: { revision: 1 } } });
    expect((await stage.run("query", "--file", "missing.graphql")).code).toBe(4);
    expect((await stage.run("query", "{ x }", "--file", "q.graphql")).code).toBe(2);
  });

  it("only reads the database here, and says how to change it", async () => {
    const stage = await coalStage();
    expect(await stage.run("query", ministry)).toEqual({
      code: 6,
      stdout: "",
      stderr:
        "stancegraph: query only reads the database here; change it with `stancegraph import`, or ask a server with --url and a key of `stancegraph keys create`.\n",
    });
    expect((await stage.run("query", "--help")).stdout).toContain("The database here is only read");
    expect(JSON.parse((await stage.run("stats", "--json")).stdout)).toMatchObject({ actors: 3 });
  });

  it("runs the query of a document that has a mutation too", async () => {
    const document = `query A { dataset { title } } ${ministry.replace("mutation", "mutation B")}`;
    const stage = await coalStage();
    expect((await stage.run("query", document, "--operation", "A")).code).toBe(0);
    expect((await stage.run("query", document, "--operation", "B")).code).toBe(6);
  });

  it("ends with 3 when the document is wrong, and says why", async () => {
    const { code, stdout, stderr } = await (await coalStage()).run("query", "{ bogus }");
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [{ message: expect.stringContaining("bogus") as string }],
    });
    expect(stderr).toMatch(/^stancegraph: Cannot query field "bogus" on type "Query"\./);
  });

  it("ends with the code of what went wrong, and writes what there is", async () => {
    const { code, stdout } = await (await coalStage()).run(
      "query",
      '{ position(actor: {name: "nobody"}, issue: {slug: "tax"}) { direction } dataset { title } }',
    );
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      data: { position: null, dataset: { title: "Coal" } },
      errors: [{ path: ["position"] }],
    });
  });
});

/** Serves the stage's database for the time of the test. */
async function served(stage: Stage, readAccess: "open" | "key" = "open"): Promise<string> {
  const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock });
  const server = await startServer({
    store,
    host: "127.0.0.1",
    port: 0,
    settings: { readAccess },
    clock,
    log: { write: () => {} },
    version: "0",
  });
  onTestFinished(async () => {
    await server.close();
    store.close();
  });
  return server.url;
}

describe("--url", () => {
  it.each([
    [["positions"]],
    [["actors", "--csv"]],
    [["positions", "--matrix"]],
    [["timeline", "tax", "--actor", "owners"]],
    [["query", "{ dataset { title } }"]],
  ])("gives the same answer to %j as the database itself", async (args) => {
    const stage = await coalStage();
    const url = await served(stage);
    const remote = await stage.run(...args, "--url", url);
    expect(remote).toEqual(await stage.run(...args));
    expect(remote.code).toBe(0);
  });

  it("sends the key, and ends with 6 where one is needed", async () => {
    const stage = await coalStage();
    const { stdout } = await stage.run("keys", "create", "--name", "Ada", "--scope", "read");
    const url = await served(stage, "key");
    const refused = await stage.run("actors", "--url", url);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 6, stdout: "" });
    expect((await stage.run("actors", "--url", url, "--key", stdout.trim())).code).toBe(0);
  });

  it("changes the graph with a key, in the name of who has it", async () => {
    const stage = await coalStage();
    const { stdout: key } = await stage.run("keys", "create", "--name", "Ada", "--scope", "admin");
    const there = ["--url", await served(stage), "--key", key.trim()];
    expect(await stage.run("query", ministry, ...there)).toEqual({
      code: 0,
      stdout: '{\n  "data": {\n    "createActor": {}\n  }\n}\n',
      stderr: "",
    });
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock });
    expect(store.dataset.audit(1)).toMatchObject([{ who: "Ada (key:000102030405)" }]);
    store.close();
  });

  it.each([
    ["propose", ministry, 6, "createActor: createActor needs a key of scope"],
    [
      "admin",
      'mutation { updateActor(input: {id: "actor:nobody"}) { __typename } }',
      4,
      "updateActor: NotFoundError",
    ],
    [
      "admin",
      'mutation { gone: createActor(input: {name: "", kind: AGENCY}) { __typename } }',
      3,
      "gone: InvalidInputError",
    ],
  ])(
    "ends by the type of what a mutation is refused with, as %s",
    async (scope, document, expected, said) => {
      const stage = await coalStage();
      const { stdout: key } = await stage.run("keys", "create", "--name", "Ada", "--scope", scope);
      const there = ["--url", await served(stage), "--key", key.trim()];
      const { code, stderr } = await stage.run("query", document, ...there);
      expect(stderr).toContain(`stancegraph: ${said}`);
      expect(code).toBe(expected);
    },
  );

  it("ends with 2 for a filter that the server does not know", async () => {
    const stage = await coalStage();
    const { code, stderr } = await stage.run(
      "actors",
      "--where",
      "{knd: {eq: PARTY}}",
      "--url",
      await served(stage),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('Field "knd" is not defined');
  });

  it("says when a server cannot be reached, or answers something else", async () => {
    const stage = await coalStage();
    const server = createServer((_, response) => void response.writeHead(502).end("<h1>Bad gateway</h1>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await stage.run("actors", "--url", url)).toEqual({
      code: 1,
      stdout: "",
      stderr: `stancegraph: ${url}/graphql answered 502 without GraphQL: <h1>Bad gateway</h1>\n`,
    });
    await new Promise((resolve) => server.close(resolve));
    const { code, stderr } = await stage.run("actors", "--url", url);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `stancegraph: ${url}/graphql cannot be reached (ECONNREFUSED); is the server running?\n`,
    });
  });
});
