import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { coalStage, coding } from "./coding.ts";
import { type Stage, stageOf } from "./stage.ts";

async function counted(stage: Stage): Promise<Record<string, number>> {
  return JSON.parse((await stage.run("stats", "--json")).stdout) as Record<string, number>;
}

describe("import", () => {
  it("reports what it added by kind", async () => {
    const stage = stageOf();
    writeFileSync(join(stage.cwd, "coal.yaml"), coding);
    await stage.run("init");
    expect(await stage.run("import", "coal.yaml")).toEqual({
      code: 0,
      stdout: `kind      added  revised  present
dataset       0        1        0
coder         1        0        0
document      1        0        0
actor         3        0        0
issue         2        0        0
stance        4        0        0
`,
      stderr: "12 things read, 11 new, 1 revised.\n",
    });
  });

  it("adds nothing the second time", async () => {
    const stage = await coalStage();
    const { stdout } = await stage.run("import", "coal.yaml", "--jsonl");
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, number>);
    expect(rows.map(({ added, revised }) => [added, revised])).toEqual(rows.map(() => [0, 0]));
    expect(await counted(stage)).toMatchObject({ revision: 1, stances: 4 });
  });

  it("writes nothing when asked what would happen", async () => {
    const stage = stageOf();
    writeFileSync(join(stage.cwd, "coal.yaml"), coding);
    await stage.run("init");
    const { code, stderr } = await stage.run("import", "coal.yaml", "--dry-run");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "12 things read, 11 new, 1 revised. A dry run: nothing was written.\n",
    });
    expect(await counted(stage)).toMatchObject({ revision: 0, actors: 0 });
  });

  it("takes what it can with --rejects, and writes the rest into that file with the reasons", async () => {
    const stage = await coalStage();
    const lines = [
      { actor: { name: "Ministry", kind: "MINISTRY" } },
      { actor: { name: "Town", kind: "GROUP" } },
      { stance: { holder: "Ministry", issue: "Coal tax", direction: "SUPPORTS" } },
    ];
    writeFileSync(join(stage.cwd, "mixed.jsonl"), lines.map((each) => JSON.stringify(each)).join("\n"));
    const { code, stderr } = await stage.run("import", "mixed.jsonl", "--rejects", "rejects.jsonl");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "2 rejects written to rejects.jsonl.\n3 things read, 1 new, 0 revised.\n",
    });
    const rejects = readFileSync(join(stage.cwd, "rejects.jsonl"), "utf8").trim().split("\n");
    expect(rejects.map((each) => JSON.parse(each) as unknown)).toEqual([
      {
        file: "mixed.jsonl",
        line: 1,
        field: "actor.kind",
        message: expect.stringContaining("Write one of"),
        value: lines[0]?.actor,
      },
      {
        file: "mixed.jsonl",
        line: 3,
        field: "stance.holder",
        message: expect.stringContaining("Ministry has problems of its own in this coding"),
        value: lines[2]?.stance,
      },
    ]);
    expect(await counted(stage)).toMatchObject({ revision: 2, actors: 4, stances: 4 });
  });

  it("lists every problem as file:line field: what to do, and writes nothing", async () => {
    const stage = await coalStage();
    writeFileSync(
      join(stage.cwd, "bad.yaml"),
      `stancegraph: 1
actors:
  - {name: Ministry, kind: MINISTRY}
stances:
  - holder: Nobody
    issue: Coal tax
    direction: SUPPORTS
    intensity: -1
`,
    );
    const { code, stdout, stderr } = await stage.run("import", "bad.yaml");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    const [head, first, ...others] = stderr.trim().split("\n");
    expect(head).toMatch(/^stancegraph: \d problems found, nothing was written\.$/);
    expect(first).toMatch(/^bad\.yaml:3 actors\[0\]\.kind: Write one of: STATE, /);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((line) => /^bad\.yaml:\d+ stances\[0\]/.test(line))).toBe(true);
    expect(await counted(stage)).toMatchObject({ revision: 1, actors: 3 });
  });

  it("reads standard input", async () => {
    const stage = stageOf({ stdin: '{"actor": {"name": "Ministry", "kind": "AGENCY"}}\n' });
    await stage.run("init");
    const { code, stderr } = await stage.run("import", "-", "--format", "jsonl");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "1 thing read, 1 new, 0 revised.\n" });
  });

  it("keeps who imported it and why", async () => {
    const stage = stageOf();
    writeFileSync(join(stage.cwd, "coal.yaml"), coding);
    await stage.run("init");
    await stage.run("import", "coal.yaml", "--why", "first reading");
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock: () => new Date() });
    const [change] = store.dataset.audit(1);
    store.close();
    expect(change).toMatchObject({
      who: "ana",
      why: "first reading",
      action: "import",
      subject: "coal.yaml",
    });
  });

  it("shows a bar on a terminal and takes it away again", async () => {
    let now = Date.parse("2024-04-01T12:00:00Z");
    const clock = () => {
      now += 1000;
      return new Date(now);
    };
    const stage = stageOf({ hasTerminal: true, clock });
    const lines = Array.from({ length: 1200 }, (_, n) =>
      JSON.stringify({ actor: { name: `Actor ${n}`, kind: "PARTY" } }),
    );
    writeFileSync(join(stage.cwd, "many.jsonl"), `${lines.join("\n")}\n`);
    await stage.run("init");
    const { stderr } = await stage.run("import", "many.jsonl");
    expect(stderr).toContain("\rImporting ██████████░░░░░░░░░░░░░░ 500 of 1,200 things");
    expect(stderr.endsWith("\r\u001b[K1,200 things read, 1,200 new, 0 revised.\n")).toBe(true);
  });

  it("ends at once when interrupted", async () => {
    const stage = stageOf({ signal: AbortSignal.abort("SIGINT") });
    writeFileSync(join(stage.cwd, "coal.yaml"), coding);
    await stage.run("init");
    expect(await stage.run("import", "coal.yaml")).toEqual({
      code: 130,
      stdout: "",
      stderr: "stancegraph: Interrupted; nothing is half done, and doing it again is safe.\n",
    });
    expect(await counted(stage)).toMatchObject({ revision: 0 });
  });

  it("says which file is not there", async () => {
    const stage = await coalStage();
    const { code, stderr } = await stage.run("import", "missing.yaml");
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: `stancegraph: There is no file ${join(stage.cwd, "missing.yaml")}; check its name.\n`,
    });
  });
});

describe("init", () => {
  it("makes an empty database in a folder that it makes", async () => {
    const stage = stageOf();
    const { code, stderr } = await stage.run("init", "talks");
    const path = join(stage.cwd, "talks", "stancegraph.db");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `Made ${path}: 0 actors, 0 issues, 0 documents and 0 stances.\n`,
    });
  });

  it("never writes over a database", async () => {
    const stage = await coalStage();
    const { code, stderr } = await stage.run("init", "--seed");
    expect(code).toBe(3);
    expect(stderr).toContain("exists already; name another with --db, or move it away.");
    expect(await counted(stage)).toMatchObject({ actors: 3 });
  });

  it("leaves nothing behind when the seed is refused", async () => {
    const stage = stageOf();
    mkdirSync(join(stage.cwd, "bad"));
    writeFileSync(join(stage.cwd, "bad", "coding.yaml"), "stancegraph: 1\nactors: [{name: X, kind: Y}]\n");
    expect((await stage.run("init", "--seed", "bad")).code).toBe(3);
    expect((await stage.run("init", "--seed", "nowhere")).code).toBe(4);
    expect((await stage.run("init", "--seed", "schema")).code).toBe(4);
    expect(readdirSync(stage.cwd).filter((file) => file.startsWith("stancegraph.db"))).toEqual([]);
  });

  it("makes a graph in a file without bytes", async () => {
    const stage = stageOf();
    writeFileSync(join(stage.cwd, "stancegraph.db"), "");
    expect((await stage.run("init")).code).toBe(0);
    expect(await counted(stage)).toMatchObject({ revision: 0, actors: 0 });
    expect((await stage.run("init")).code).toBe(3);
  });

  it("goes on with the seed of a graph that holds nothing yet, as one interrupted leaves it", async () => {
    const stage = stageOf();
    await stage.run("init");
    expect((await stage.run("init", "--seed")).code).toBe(0);
    expect(await counted(stage)).toMatchObject({ revision: 1 });
    const { code, stderr } = await stage.run("init", "--seed");
    expect(code).toBe(3);
    expect(stderr).toContain("exists already; name another with --db, or move it away.");
    expect(await counted(stage)).toMatchObject({ revision: 1 });
  });

  it("leaves the file that was there when the seed cannot be read", async () => {
    const stage = stageOf();
    await stage.run("init");
    expect((await stage.run("init", "--seed", "nowhere")).code).toBe(4);
    expect(await counted(stage)).toMatchObject({ revision: 0 });
  });
});
