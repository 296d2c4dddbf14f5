import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coalStage } from "./coding.ts";
import type { Stage } from "./stage.ts";

const rowsOf = <T>(stdout: string): readonly T[] =>
  stdout
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

/** A second coder gets the texts alone, codes them, and hands in. */
async function codedTwice(): Promise<Stage> {
  const stage = await coalStage();
  expect(await stage.run("review", "hand-out", "ben.db", "--coder", "Ben")).toMatchObject({
    code: 0,
    stderr: "Made ben.db for Ben: 1 document, 3 actors, 2 issues, no stance.\n",
  });
  const [document] = rowsOf<{ id: string }>(
    (await stage.run("documents", "--db", "ben.db", "--jsonl")).stdout,
  );
  const stance = (over: object) => ({ document: document?.id, issue: "Coal tax", ...over });
  const coding = {
    stancegraph: 1,
    coder: { name: "Ben" },
    actors: [{ name: "Promised jobs office", kind: "AGENCY" }],
    stances: [
      stance({ holder: "Owners", direction: "AMBIVALENT", quote: "Owners reject it outright" }),
      stance({
        holder: "Owners",
        direction: "SUPPORTS",
        quote: "Owners had welcomed the tax",
        statedOn: "2024-01",
      }),
      stance({ holder: "Promised jobs office", direction: "NEUTRAL", quote: "once jobs are promised" }),
    ],
  };
  writeFileSync(join(stage.cwd, "ben.json"), JSON.stringify(coding));
  expect((await stage.run("import", "ben.json", "--db", "ben.db")).stderr).toContain("4 new");
  return stage;
}

describe("blind coding", () => {
  it("hands out the texts without anybody's stances", async () => {
    const stage = await coalStage();
    await stage.run("review", "hand-out", "ben.db", "--coder", "Ben");
    const { stdout } = await stage.run("export", "graph", "--db", "ben.db", "--format", "jsonl");
    expect(stdout).not.toMatch(/"stance"|"relation"|"event"/);
    expect(stdout).toContain('"name":"Ben"');
    expect(await stage.run("review", "hand-out", "ben.db", "--coder", "Ben")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("ben.db exists already"),
    });
    expect((await stage.run("review", "hand-out", "ann.db")).code).toBe(2);
    expect(
      (await stage.run("review", "hand-out", "ann.db", "--coder", "Ann", "--document", "none")).code,
    ).toBe(4);
    expect((await stage.run("stats", "--db", "ann.db")).code).not.toBe(0);
  });

  it("hands in proposals in the coder's name, with the actors that were added, once", async () => {
    const stage = await codedTwice();
    expect((await stage.run("review", "hand-in", "ben.db", "--dry-run")).stderr).toContain("A dry run");
    const { code, stderr } = await stage.run("review", "hand-in", "ben.db");
    expect([code, stderr]).toEqual([0, "3 stances handed in, 0 revised, 0 there already; 1 actor new.\n"]);
    const awaiting = rowsOf<{ coder: string }>((await stage.run("review", "list", "--jsonl")).stdout);
    expect(awaiting.map(({ coder }) => coder)).toEqual(["coder:ben", "coder:ben", "coder:ben"]);
    expect((await stage.run("review", "hand-in", "ben.db")).stderr).toContain(
      "0 stances handed in, 0 revised, 3 there",
    );
    expect((await stage.run("verify")).code).toBe(0);
  });

  it("shows where coders agree and where they do not, and decides between them", async () => {
    const stage = await codedTwice();
    await stage.run("review", "hand-in", "ben.db");
    const [agreement] = rowsOf<{ units: number; coders: number }>(
      (await stage.run("reliability", "--jsonl")).stdout,
    );
    expect(agreement).toMatchObject({ units: 2, coders: 2 });
    const conflicts = async () =>
      rowsOf<{ number: number; coder: string; direction: string; fields: string; id: string }>(
        (await stage.run("review", "conflicts", "--jsonl")).stdout,
      );
    const found = await conflicts();
    expect(found.map(({ number, coder, direction }) => [number, coder, direction]).sort()).toEqual([
      [1, "Ada", "OPPOSES"],
      [1, "Ben", "AMBIVALENT"],
    ]);
    expect(found[0]?.fields).toBe("DIRECTION INTENSITY");
    const [bens, adas] = ["Ben", "Ada"].map((name) => found.find(({ coder }) => coder === name)?.id ?? "");
    expect((await stage.run("review", "adjudicate", bens as string, "--dry-run")).stderr).toContain(
      "A dry run",
    );
    const { code, stderr } = await stage.run(
      "review",
      "adjudicate",
      bens as string,
      "--why",
      "Both at once.",
    );
    expect([code, stderr]).toEqual([0, `${bens} counts; 1 other reading turned down.\n`]);
    expect(await conflicts()).toEqual([]);
    const { stdout } = await stage.run(
      "query",
      `{ stance(id: "${adas}") { status reviews { code reason } } }`,
    );
    expect(JSON.parse(stdout).data.stance).toMatchObject({
      status: "SUPERSEDED",
      reviews: [{ code: "OVERRULED", reason: "Both at once." }],
    });
    expect(await stage.run("review", "adjudicate", bens as string)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("there is nothing to decide"),
    });
  });
});
