import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/cli/exit.ts";
import { errorCodes, StanceGraphError } from "../../src/domain/error.ts";
import { coalStage } from "./coding.ts";
import { stageOf } from "./stage.ts";

const more = 'See "stancegraph --help" or "stancegraph <verb> --help".\n';

describe("a wrong command line", () => {
  it.each([
    [["postions"], "Unknown command 'postions'\n(Did you mean positions?)"],
    [["positions", "--matirx"], "Unknown option '--matirx'\n(Did you mean --matrix?)"],
    [
      ["positions", "--at", "2024-13-01"],
      '--at: "2024-13-01" is no date: write an existing day as YYYY-MM-DD, as in 2024-03-08.',
    ],
    [["positions", "--limit", "many"], '--limit: "many" is no whole number from 0 to 1000000000.'],
    [["positions", "--rule", "newest"], '--rule: "newest" is none of: LATEST, MODAL, WEIGHTED, ALL.'],
    [
      ["positions", "--where", "[1]"],
      `--where: "[1]" is no filter; write an object, as in '{direction: {eq: SUPPORTS}}'.`,
    ],
    [["positions", "--where", "{a: {"], '--where: "{a: {" is no filter: '],
    [["positions", "--matrix", "--where", "{}"], "--matrix takes --actor and --issue, not --where."],
    [["timeline"], "Missing required argument 'issue'"],
    [["stats", "extra"], "Too many arguments for 'stats'. Expected 0 arguments but got 1: extra."],
    [["keys", "create"], "--name: say whose key it is."],
    [
      ["keys", "create", "--name", "a", "--scope", "all"],
      '--scope: "all" is none of: read, propose, review, admin.',
    ],
    [["completion", "tcsh"], 'shell: "tcsh" is none of: bash, zsh, fish.'],
    [["query", "--variables", "[]"], '--variables: "[]" is no JSON object'],
    [
      ["positions", "--url", "localhost:4000"],
      '--url: "localhost:4000" is no address; write it whole, as in http://127.0.0.1:4000.',
    ],
    [["schema", "--write", "a", "--check", "b"], "Choose --write or --check."],
    [["actors", "--key", "sg_a"], "--key goes with --url only."],
    [["actors", "--url", "http://127.0.0.1:1", "--db", "a.db"], "Choose --db or --url, not both."],
    [
      ["query", "subscription { graphChanged { revision } }"],
      "A subscription is streamed over server-sent events",
    ],
    [["export", "--format", "csv"], 'graph cannot be exported as "csv"; choose one of: yaml (coding)'],
    [["export", "stances", "--out", "x.pdf"], 'stances cannot be exported as "pdf"; choose one of: csv'],
    [["export", "actors", "--at", "2024-01-01"], "--at and --known-at go with stances and positions only."],
  ])("%j ends with 2 and says what to do", async (args, message) => {
    const { code, stdout, stderr } = await (await coalStage()).run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`stancegraph: ${message}`);
    expect(stderr).toContain(more);
  });

  it("without a verb shows the help on standard error", async () => {
    const { code, stdout, stderr } = await stageOf().run();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: stancegraph <verb> [options]");
  });

  it("names the field of a filter that is not there", async () => {
    const { code, stderr } = await (await coalStage()).run("actors", "--where", "{knd: {eq: PARTY}}");
    expect(code).toBe(2);
    expect(stderr).toContain(
      'stancegraph: --where: Field "knd" is not defined by type "ActorWhere". Did you mean',
    );
  });
});

describe("what is not there", () => {
  it("is told with the remedy, for a database", async () => {
    const stage = stageOf();
    const { code, stderr } = await stage.run("positions");
    const path = join(stage.cwd, "stancegraph.db");
    expect(code).toBe(4);
    expect(stderr).toBe(
      `stancegraph: There is no database ${path}; make one with \`stancegraph init --db ${path}\`.\n`,
    );
  });

  it("is told of an actor and of an issue", async () => {
    const stage = await coalStage();
    expect(await stage.run("positions", "--actor", "nobody")).toEqual({
      code: 4,
      stdout: "",
      stderr: "stancegraph: There is no actor nobody; list the known ones with `stancegraph actors`.\n",
    });
    expect((await stage.run("timeline", "weather")).code).toBe(4);
    expect((await stage.run("compare", "miners", "nobody")).code).toBe(4);
  });
});

describe("a file that is no database of ours", () => {
  it("ends with 8", async () => {
    const stage = stageOf();
    writeFileSync(
      join(stage.cwd, "stancegraph.db"),
      "This is a text, and long enough to be looked at.".repeat(20),
    );
    const { code, stderr } = await stage.run("stats");
    expect(code).toBe(8);
    expect(stderr).toContain("is no SQLite database; name another with --db.");
  });
});

describe("a database with damaged pages", () => {
  it.each([[["stances"]], [["export", "stances"]], [["stats"]], [["verify"]]])(
    "makes %j end with 8, in plain words",
    async (args) => {
      const stage = await coalStage();
      const path = join(stage.cwd, "stancegraph.db");
      const bytes = readFileSync(path);
      bytes.fill(0xab, 4096);
      writeFileSync(path, bytes);
      const { code, stderr } = await stage.run(...args);
      expect(code).toBe(8);
      expect(stderr).toBe(`stancegraph: ${path} is damaged; restore a backup with "stancegraph restore".\n`);
    },
  );
});

describe("an exit code", () => {
  it("is given for every code of an error", () => {
    const codes = errorCodes.map((code) => [code, exitCodeOf(new StanceGraphError(code, ""))]);
    expect(Object.fromEntries(codes)).toEqual({
      invalid: 3,
      not_found: 4,
      conflict: 3,
      forbidden: 6,
      unavailable: 1,
      corrupt: 8,
    });
    expect(exitCodeOf(new Error("a bug"))).toBe(1);
  });
});

describe("a span that ends before it starts", () => {
  it.each([[["changes"]], [["timeline", "tax"]]])("is refused by %j", async (args) => {
    const span = ["--from", "2025-01-01", "--to", "2024-01-01"];
    const { code, stderr } = await (await coalStage()).run(...args, ...span);
    expect(code).toBe(3);
    expect(stderr).toMatch(/ends? \(2024-01-01\) before (it|they) starts? \(2025-01-01\); swap the two\./);
  });
});

describe("the variables of the environment", () => {
  it("may name a database and a key at once, whichever is used", async () => {
    const stage = await coalStage({ env: { STANCEGRAPH_DB: "stancegraph.db", STANCEGRAPH_KEY: "sg_a" } });
    expect((await stage.run("actors")).code).toBe(0);
    expect((await stage.run("actors", "--url", "http://127.0.0.1:1")).code).toBe(1);
  });

  it("speak where a flag does not", async () => {
    const stage = await coalStage({ env: { STANCEGRAPH_DB: "other.db" } });
    expect((await stage.run("stats", "--db", "stancegraph.db")).code).toBe(0);
    expect((await stage.run("stats")).code).toBe(4);
  });
});
