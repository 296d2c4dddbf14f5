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

  it("changes the graph, in the name of who runs it", async () => {
    const stage = await coalStage();
    const document = 'mutation { createActor(input: {name: "Ministry", kind: AGENCY}) { __typename } }';
    const { code, stdout } = await stage.run("query", document);
    expect({ code, stdout }).toMatchObject({ code: 0 });
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock });
    expect(store.dataset.audit(1)).toMatchObject([{ who: "ana" }]);
    store.close();
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
