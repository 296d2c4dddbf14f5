import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coalStage, coding } from "./coding.ts";
import { type Stage, seededStage, stageOf } from "./stage.ts";

const seed = "seed/us-iraq-talks/coding.yaml";
const jsonl = (text: string) =>
  text
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function writeIn(stage: Stage, name: string, text: string): string {
  writeFileSync(join(stage.cwd, name), text);
  return name;
}

describe("codebook check", () => {
  it("tells of the graph and of its file the same, and ends with 0 without an error", async () => {
    const stage = await seededStage();
    const ofGraph = await stage.run("codebook", "check", "--jsonl");
    const ofFile = await stage.run("codebook", "check", seed, "--jsonl");
    expect([ofGraph.code, ofFile.code]).toEqual([0, 0]);
    const bySeverity = Object.groupBy(jsonl(ofGraph.stdout), ({ severity }) => String(severity));
    expect(Object.entries(bySeverity).map(([name, some]) => [name, some?.length])).toEqual([
      ["WARNING", 1],
      ["ADVICE", 10],
    ]);
    expect(jsonl(ofFile.stdout)).toEqual(expect.arrayContaining(jsonl(ofGraph.stdout)));
    expect((await stage.run("codebook", "check")).stderr).toBe(
      "5 issues: 11 findings, 0 errors among them.\n",
    );
  });

  it("ends with 3 where something is an error, poles still to be written among them", async () => {
    const stage = stageOf();
    const issues =
      "stancegraph: 1\nissues:\n  - {id: tax, label: Tax, proposition: Should coal be taxed?, parent: None}\n";
    const { code, stdout, stderr } = await stage.run(
      "codebook",
      "check",
      writeIn(stage, "a.yaml", issues),
      "--csv",
    );
    expect([code, stderr]).toEqual([3, "1 issue: 6 findings, 4 errors among them.\n"]);
    expect(stdout.split("\r\n").slice(0, 5)).toEqual([
      "severity,issue,finding,remedy",
      'ERROR,issue:tax,"The proposition is a question: ""Should coal be taxed?""","Write what one can be for or against, as in: U.S. forces should leave Iraq."',
      "ERROR,issue:tax,pro is empty.,Say in pro what counts as support.",
      "ERROR,issue:tax,contra is empty.,Say in contra what counts as opposition.",
      'ERROR,issue:tax,"It is part of issue:none, which the codebook does not have.","Add issue:none, or name another parent."',
    ]);
  });

  it("tells issues on which two coders do not agree", async () => {
    const stage = await coalStage();
    const other = coding
      .replace("coder: {name: Ada}", "coder: {name: Ben}")
      .replace("direction: OPPOSES, intensity: -2", "direction: NEUTRAL")
      .replace("direction: SUPPORTS, quote: Owners", "direction: OPPOSES, quote: Owners");
    await stage.run("import", writeIn(stage, "ben.yaml", other));
    const { stdout } = await stage.run("codebook", "check", "--jsonl");
    expect(jsonl(stdout).filter(({ finding }) => /alpha/.test(String(finding)))).toMatchObject([
      {
        severity: "WARNING",
        issue: "issue:tax",
        finding: expect.stringMatching(/alpha is -?0\.\d{3}, by 3 units\.$/),
      },
    ]);
  });

  it.each([
    [
      "a.txt",
      "x",
      "a.txt is no coding file that has a codebook; its ending is one of .yaml, .yml, .json, .jsonl, .ndjson.",
    ],
    ["a.yaml", "issues: {", "problem"],
    [
      "a.yaml",
      "stancegraph: 1\nissues: [{label: Tax}]",
      "a.yaml:2 issues[0].proposition: This is missing; add it.",
    ],
  ])("refuses what it cannot read: %s with %s", async (name, text, message) => {
    const stage = stageOf();
    const { code, stderr } = await stage.run("codebook", "check", writeIn(stage, name, text));
    expect(code).toBe(3);
    expect(stderr).toContain(message);
    expect((await stage.run("codebook", "check", "none.yaml")).code).toBe(4);
  });
});

describe("codebook show and diff", () => {
  it("show the codebook as a coding that is the same when it is compared and imported", async () => {
    const stage = await seededStage();
    const { stdout } = await stage.run("codebook", "show");
    expect(stdout).toMatch(/^# The codebook, version [0-9a-f]{12}\nstancegraph: 1\nissues:\n- id: issue:/);
    const file = writeIn(stage, "codebook.yaml", stdout);
    const version = /version (\w+)/.exec(stdout)?.[1];
    for (const args of [[file], [seed], [seed, file]]) {
      const { code, stdout: told, stderr } = await stage.run("codebook", "diff", ...args, "--jsonl");
      expect([code, told]).toEqual([0, ""]);
      expect(stderr).toContain(`is version ${version}: 0 differences.\n`);
    }
    expect((await stage.run("import", file)).stderr).toContain("5 things read, 0 new, 0 revised.");
    const { stdout: answer } = await stage.run("query", "{ dataset { codebookVersion } }");
    expect(answer).toContain(`"${version}"`);
  });

  it("tell what is added, removed and changed, with both sides", async () => {
    const stage = await coalStage();
    const { stdout } = await stage.run("codebook", "show");
    const edited = stdout
      .replace("Coal should be taxed.", "Coal must be taxed.")
      .replace("issue:closure", "issue:shutdown");
    const file = writeIn(stage, "codebook.yaml", edited);
    const told = await stage.run("codebook", "diff", "coal.yaml", file, "--jsonl");
    expect(told.code).toBe(0);
    const versions = { versionBefore: expect.any(String), versionAfter: expect.any(String) };
    const closure = { field: "proposition", before: "The mine should close.", after: null };
    expect(jsonl(told.stdout)).toEqual([
      { change: "REMOVED", issue: "issue:closure", ...closure, ...versions },
      {
        change: "ADDED",
        issue: "issue:shutdown",
        ...closure,
        before: null,
        after: closure.before,
        ...versions,
      },
      {
        ...{ change: "CHANGED", issue: "issue:tax", field: "proposition" },
        ...{ before: "Coal should be taxed.", after: "Coal must be taxed.", ...versions },
      },
    ]);
  });
});

describe("codebook suggest", () => {
  it("names examples of the seed, of one issue when asked", async () => {
    const stage = await seededStage();
    const rows = jsonl((await stage.run("codebook", "suggest", "--issue", "us-presence", "--jsonl")).stdout);
    expect(rows.map(({ issue, kind }) => [issue, kind])).toEqual([["issue:us-presence", "EXAMPLE"]]);
    expect(rows[0]?.suggestion).toMatch(/^OPPOSES: there is reluctance on both sides/);
    expect((await stage.run("codebook", "suggest", "--issue", "none")).code).toBe(4);
  });
});

describe("codebook recode and undo", () => {
  const recode = ["codebook", "recode", "--from", "us-withdrawal", "--to", "us-presence", "--reverse"];
  const immediate = ["--where", "{facets: {some: {value: {eq: immediate}}}}"];

  it("preview, write, and take back, so that the export is the same to the letter", async () => {
    const stage = await seededStage();
    const exported = async () => (await stage.run("export")).stdout;
    const positions = async () => (await stage.run("positions", "--csv", "--at", "2024-12-01")).stdout;
    const before = [await exported(), await positions()];
    const preview = await stage.run(...recode, ...immediate, "--dry-run", "--jsonl");
    expect(jsonl(preview.stdout)).toEqual([
      {
        ...{
          old: "stance:989c20f582472aae",
          new: "stance:6c0479bcfa7b9687",
          holder: "actor:shiite-armed-groups",
        },
        ...{ direction: "SUPPORTS", newDirection: "OPPOSES", lostFacets: { pace: "immediate" } },
        quote: "Shi'ite armed groups advocate for an immediate withdrawal of U.S. forces",
      },
    ]);
    expect(preview.stderr).toBe(
      "1 stance of issue:us-withdrawal would go to issue:us-presence. 1 stance lost facets that issue:us-presence does not define. A dry run: nothing was written.\n",
    );
    expect([await exported(), await positions()]).toEqual(before);
    const done = await stage.run(...recode, ...immediate, "--why", "They speak of the presence.", "--jsonl");
    expect(done.stdout).toBe(preview.stdout);
    expect(done.stderr).toContain(
      'revision 2. 1 stance lost facets that issue:us-presence does not define. Undo it with "codebook undo 2".',
    );
    expect(await exported()).not.toBe(before[0]);
    expect((await stage.run("codebook", "undo", "2", "--dry-run")).stderr).toContain(
      "1 stance would stand again",
    );
    expect(await stage.run("codebook", "undo", "2")).toEqual({
      ...{ code: 0, stdout: "", stderr: "1 stance stands again as before revision 2; this is revision 3.\n" },
    });
    expect([await exported(), await positions()]).toEqual(before);
    expect((await stage.run("verify")).code).toBe(0);
  });

  it.each([
    [
      ["codebook", "recode", "--from", "us-withdrawal"],
      2,
      "Name the old issue with --from, and the new one with --to.",
    ],
    [[...recode, "--where", "x"], 2, '--where: "x" is no filter'],
    [
      [...recode, "--where", "{nothing: {eq: 1}}"],
      3,
      'Filter at where.nothing: stance has no field "nothing"',
    ],
    [["codebook", "recode", "--from", "none", "--to", "us-presence"], 4, "There is no issue none."],
    [recode, 3, "reads the words of stance:487be3310b62d14a on issue:us-presence in another way."],
    [["codebook", "undo", "x"], 2, '"x" is no whole number'],
    [["codebook", "undo", "1"], 3, "Revision 1 is no recoding (it was import)"],
    [["codebook", "undo", "9"], 4, "There is no change of revision 9"],
  ])("refuse %j with %i", async (args, code, message) => {
    const stage = await seededStage();
    const before = readFileSync(join(stage.cwd, "stancegraph.db"));
    const told = await stage.run(...args);
    expect([told.code, told.stdout]).toEqual([code, ""]);
    expect(told.stderr).toContain(message);
    expect((await stage.run("query", "{ dataset { revision } }")).stdout).toContain('"revision": 1');
    expect(readFileSync(join(stage.cwd, "stancegraph.db")).length).toBe(before.length);
  });
});
