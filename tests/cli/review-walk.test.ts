import { PassThrough, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { coalStage } from "./coding.ts";
import { type Stage, stageOf } from "./stage.ts";

const down = "\u001b[B";
const enter = "\r";
const key = (times: number) => [...Array.from({ length: times }, () => down), enter];
const [accept, edit, reject, skip] = [key(0), key(1), key(2), key(3)];

/** A person at a terminal, who answers each question in turn when it is asked. */
function personWho(answers: readonly (readonly [asked: string, keys: readonly string[]])[]) {
  const input = new PassThrough();
  const left = [...answers];
  let said = "";
  let isTyping = false;
  const output = new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk);
      void answer();
      done();
    },
  });
  const answer = async (): Promise<void> => {
    const [next] = left;
    if (isTyping || next === undefined || !said.includes(next[0])) return;
    isTyping = true;
    left.shift();
    for (const each of next[1]) {
      await setTimeout(10);
      said = "";
      input.write(each);
    }
    // By then the next question is asked.
    await setTimeout(40);
    isTyping = false;
    await answer();
  };
  return { terminal: { input, output }, left };
}

async function proposalsOn(stage: Stage): Promise<readonly string[]> {
  const { stdout } = await stage.run("stances", "--jsonl", "--limit", "all");
  const ids = stdout
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: string }).id);
  await stage.run("review", "undo", ...ids);
  return ids;
}

async function reviewsOf(stage: Stage) {
  const { stdout } = await stage.run(
    "query",
    "{ stances(first: 50) { nodes { status direction reviews { status code reason } } } }",
  );
  const { data } = JSON.parse(stdout) as {
    data: { stances: { nodes: { status: string; direction: string; reviews: { code: string | null }[] }[] } };
  };
  return data.stances.nodes;
}

describe("review without a verb", () => {
  it("asks about each proposal, and does as a person says", async () => {
    const { terminal, left } = personWho([
      ["Does it stand?", accept],
      ["Does it stand?", reject],
      ["Why?", key(1)],
      ["More about it", [..."Not them.", enter]],
      ["Does it stand?", key(4)],
      ["Does it stand?", skip],
      ["Does it stand?", key(5)],
    ]);
    const stage = await coalStage({ terminal });
    const before = await proposalsOn(stage);
    expect(before.length).toBeGreaterThan(2);
    const { code, stderr } = await stage.run("review");
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(stderr).toContain(`1 of ${before.length} · `);
    expect(stderr).toMatch(/«[^»]+»/);
    expect(stderr).toContain(`1 stance accepted, 0 rejected, ${before.length - 1} left.`);
    const statuses = (await reviewsOf(stage)).map(({ status }) => status);
    expect(statuses.filter((status) => status === "ACCEPTED")).toHaveLength(1);
    const codes = (await reviewsOf(stage)).flatMap(({ reviews }) => reviews.map((review) => review.code));
    expect(codes.filter((each) => each !== null)).toEqual(["WRONG_HOLDER"]);
  });

  it("lets a person correct what is proposed, and accepts it so", async () => {
    const { terminal, left } = personWho([
      ["Does it stand?", edit],
      ["What is wrong?", key(0)],
      ["Which way?", key(2)],
      ["Does it stand?", key(5)],
    ]);
    const stage = await coalStage({ terminal });
    await proposalsOn(stage);
    const { code, stderr } = await stage.run("review");
    expect({ code, left, stderr }).toMatchObject({ code: 0, left: [] });
    const accepted = (await reviewsOf(stage)).filter(({ status }) => status === "ACCEPTED");
    expect(accepted.map(({ direction }) => direction)).toEqual(["AMBIVALENT"]);
  });

  it("says so when nothing awaits it, and where there is no terminal", async () => {
    const stage = await coalStage();
    expect(await stage.run("review")).toEqual({ code: 0, stdout: "", stderr: "Nothing awaits review.\n" });
    await proposalsOn(stage);
    const { code, stderr } = await stage.run("review");
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('asks at a terminal; elsewhere use "review list"'),
    ]);
    expect((await stage.run("review", "--help")).stdout).toContain("walk");
    expect((await stageOf().run("review", "sideways")).code).toBe(2);
  });
});
