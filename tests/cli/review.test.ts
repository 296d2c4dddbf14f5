import { describe, expect, it } from "vitest";
import { coalStage } from "./coding.ts";
import type { Stage } from "./stage.ts";

async function idsOf(stage: Stage, status: string): Promise<readonly string[]> {
  const { stdout } = await stage.run("stances", "--where", `{status: {eq: ${status}}}`, "--jsonl");
  return stdout
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);
}

describe("review", () => {
  it("lists what awaits it, and decides with the reason, which can be taken back", async () => {
    const stage = await coalStage();
    const [first = "", second = ""] = await idsOf(stage, "ACCEPTED");
    expect((await stage.run("review", "list", "--jsonl")).stdout).toBe("");
    expect(await stage.run("review", "undo", first, second)).toMatchObject({
      code: 0,
      stderr: "2 stances awaiting review again.\n",
    });
    const listed = (await stage.run("review", "list", "--jsonl")).stdout.trim().split("\n");
    expect(listed.map((line) => (JSON.parse(line) as { id: string }).id).sort()).toEqual(
      [first, second].sort(),
    );
    expect((await stage.run("review", "accept", first)).stderr).toBe("1 stance accepted.\n");
    expect((await stage.run("review", "reject", second, "--why", "Not the miners.")).code).toBe(0);
    expect(await idsOf(stage, "REJECTED")).toEqual([second]);
    const { stdout } = await stage.run("query", `{ stance(id: "${second}") { reviews { status reason } } }`);
    expect(stdout).toContain("Not the miners.");
  });

  it("changes nothing where one of several cannot be changed", async () => {
    const stage = await coalStage();
    const [first = "", second = ""] = await idsOf(stage, "ACCEPTED");
    await stage.run("review", "undo", first);
    const { code, stderr } = await stage.run("review", "reject", first, second);
    expect(code).not.toBe(0);
    expect(stderr).toContain(`${second} is ACCEPTED and cannot become REJECTED`);
    expect(await idsOf(stage, "PROPOSED")).toEqual([first]);
    expect((await stage.run("review", "accept", "stance:none")).stderr).toContain("stance:none");
  });

  it("narrows its list as stances does", async () => {
    const stage = await coalStage();
    const all = await idsOf(stage, "ACCEPTED");
    await stage.run("review", "undo", ...all);
    const { stdout } = await stage.run("review", "list", "--where", "{direction: {eq: OPPOSES}}", "--jsonl");
    const directions = stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { direction: string }).direction);
    expect(new Set(directions)).toEqual(new Set(["OPPOSES"]));
    expect(directions.length).toBeLessThan(all.length);
  });
});
