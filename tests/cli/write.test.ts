import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shells } from "../../src/cli/completion.ts";
import { verbs } from "../../src/cli/verbs/index.ts";
import { coalStage } from "./coding.ts";
import { stageOf } from "./stage.ts";

describe("export", () => {
  it("writes a table as CSV to standard output", async () => {
    const { code, stdout, stderr } = await (await coalStage()).run("export", "actors");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(
      stdout
        .split("\r\n")
        .slice(1, 4)
        .map((line) => line.split(",")[0]),
    ).toEqual(["actor:miners", "actor:owners", "actor:press"]);
  });

  it("takes the format from the file's ending, and the filter and the day as elsewhere", async () => {
    const stage = await coalStage();
    const { code, stdout } = await stage.run(
      "export",
      "positions",
      "--at",
      "2024-02-15",
      "--where",
      "{issue: {eq: issue:tax}}",
      "--out",
      "p.jsonl",
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const rows = readFileSync(join(stage.cwd, "p.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(rows).toMatchObject([{ actor: "actor:owners", direction: "SUPPORTS" }]);
  });

  it("writes the whole graph as a coding that gives the same graph", async () => {
    const [stage, copy] = [await coalStage(), stageOf()];
    const digest = async (of: typeof stage) =>
      (JSON.parse((await of.run("verify", "--json")).stdout) as { digest: string }).digest;
    await stage.run("export", "--out", join(copy.cwd, "again.yaml"));
    await copy.run("init");
    expect((await copy.run("import", "again.yaml")).code).toBe(0);
    expect(await digest(copy)).toBe(await digest(stage));
  });

  it("leaves the old file when it fails", async () => {
    const stage = await coalStage();
    writeFileSync(join(stage.cwd, "old.csv"), "old");
    expect(
      (await stage.run("export", "actors", "--where", "{bogus: {eq: 1}}", "--out", "old.csv")).code,
    ).toBe(3);
    expect(readFileSync(join(stage.cwd, "old.csv"), "utf8")).toBe("old");
    expect(existsSync(join(stage.cwd, "old.csv.part"))).toBe(false);
    expect(await stage.run("export", "actors", "--out", "nowhere/a.csv")).toEqual({
      code: 4,
      stdout: "",
      stderr: `stancegraph: There is no folder ${join(stage.cwd, "nowhere")}; check the name, or make it.\n`,
    });
  });
});

describe("schema", () => {
  it("writes what it compares", async () => {
    const stage = stageOf();
    await stage.run("schema", "--write", "s.graphql");
    expect(await stage.run("schema", "--check", "s.graphql")).toEqual({ code: 0, stdout: "", stderr: "" });
    writeFileSync(join(stage.cwd, "s.graphql"), "type Query { old: Int }");
    const { code, stderr } = await stage.run("schema", "--check", "s.graphql");
    expect({ code, stderr }).toEqual({
      code: 8,
      stderr:
        "s.graphql is not the schema that is served; write it anew with `stancegraph schema --write s.graphql`.\n",
    });
  });

  it("prints the JSON Schema that is published", async () => {
    const { stdout } = await stageOf().run("schema", "--json-schema");
    expect(stdout).toBe(readFileSync(new URL("../../schema/coding.schema.json", import.meta.url), "utf8"));
  });
});

describe("completion", () => {
  it.each(shells)("for %s knows every verb and its flags", async (shell) => {
    const { code, stdout } = await stageOf().run("completion", shell);
    expect(code).toBe(0);
    for (const { name } of verbs) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
    expect(stdout).toMatch(/known-at/);
    expect(stdout).toMatch(/WEIGHTED/);
  });

  it.each([
    ["stancegraph posi", "positions"],
    ["stancegraph keys ", "create list revoke"],
    ["stancegraph keys create --sc", "--scope"],
    ["stancegraph positions --rule ", "LATEST MODAL WEIGHTED ALL"],
    ["stancegraph completion ", "bash zsh fish"],
    ["stancegraph export eve", "events"],
  ])("in bash completes %j", async (line, expected) => {
    const { stdout } = await stageOf().run("completion", "bash");
    const script = `${stdout}\nCOMP_WORDS=(${line}${line.endsWith(" ") ? ' ""' : ""}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _stancegraph; echo "\${COMPREPLY[*]}"`;
    expect(execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim()).toMatch(
      new RegExp(`^${expected}( --|$)`),
    );
  });
});
