import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Behaviour, type ChatRequest, chatServer, isVerifying } from "../ingest/extract/chat-server.ts";
import { answerOf, told } from "../ingest/extract/extracting.ts";
import { seededStage } from "./stage.ts";

/** Finds in the seed's article what is there, and more; in other texts nothing. */
const finding = (request: ChatRequest) =>
  !isVerifying(request) && !request.messages[1]?.content.includes("armed groups advocate")
    ? answerOf(request, [])
    : answerOf(request, [
        told(request),
        told(request, { quote: "They want every last soldier gone by spring" }),
      ]);

/** A stage and a server, and how `extract` is called there. */
async function stage(script: (request: ChatRequest, nth: number) => Behaviour = finding) {
  const server = await chatServer(script);
  const { cwd, run } = await seededStage({
    env: { STANCEGRAPH_MODEL: "tested", STANCEGRAPH_MODEL_KEY: "k" },
  });
  const extract = (...args: readonly string[]) => run("extract", "--base-url", server.url, ...args);
  return { cwd, run, extract, ...server };
}

describe("extract", () => {
  it("proposes stances, tells what it took, and writes what was refused", async () => {
    const { cwd, run, extract, keys } = await stage();
    const { code, stdout, stderr } = await extract("--jsonl", "--rejects", "refused.jsonl", "--price", "1,2");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "PROPOSED",
      holder: "Shi'ite armed groups (Iraq)",
      issue: "issue:us-withdrawal",
      direction: "SUPPORTS",
      quote: "Shi'ite armed groups advocate for an immediate withdrawal of U.S. forces",
    });
    expect(stderr).toMatch(/^1 reject written to refused.jsonl.$/m);
    expect(stderr).toMatch(/^2 requests, [\d,]+ tokens asked and [\d,]+ answered, 0\.\d{4} in cost\.$/m);
    expect(stderr).toMatch(/^1 document read: 1 stance proposed, .* 1 refused\.$/m);
    expect(JSON.parse(readFileSync(join(cwd, "refused.jsonl"), "utf8"))).toMatchObject({
      document: expect.stringMatching(/^document:/),
      message: "The quote is not in the text; it is invented.",
      value: { quote: "They want every last soldier gone by spring" },
    });
    expect(new Set(keys)).toEqual(new Set(["Bearer k"]));
    const listed = await run("review", "list", "--jsonl");
    expect(JSON.parse(listed.stdout)).toMatchObject({ coder: "coder:model-tested", status: "PROPOSED" });
  });

  it("reads a document once by the same version and codebook, unless it is to do so again", async () => {
    const { extract, requests } = await stage();
    await extract();
    const { stderr } = await extract();
    expect(stderr).toContain("0 documents read");
    expect(requests).toHaveLength(2);
    expect((await extract("--again")).stderr).toContain("1 awaiting review already");
    // The answers are kept beside the database.
    expect(requests).toHaveLength(2);
    expect((await extract("--issue", "us-withdrawal")).stderr).toContain("1 document read");
  });

  it("asks nothing of a server that is gone where answers are kept", async () => {
    const { run, extract } = await stage();
    await extract("--answers", "kept.jsonl", "--dry-run");
    const { code, stdout, stderr } = await run("extract", "--replay", "--answers", "kept.jsonl", "--jsonl");
    expect({ code, outcome: JSON.parse(stdout).outcome }).toEqual({ code: 0, outcome: "PROPOSED" });
    expect(stderr).toContain("0 requests");
  });

  it("writes nothing in a dry run", async () => {
    const { run, extract } = await stage();
    expect((await extract("--dry-run")).stderr).toMatch(/1 stance proposed.*A dry run: nothing was written/);
    expect((await run("review", "list", "--jsonl")).stdout).toBe("");
  });

  it.each([
    ["no model", ["--model", ""], /Name the model/],
    ["an address that is none", ["--base-url", "localhost:11434"], /no address/],
    ["a document that is not there", ["document:none"], /There is no document:none/],
    ["an address nothing is from", ["https://example.org/x"], /No document is from/],
    ["a price that is none", ["--price", "cheap"], /--price/],
    ["a cost without prices", ["--max-cost", "1"], /--max-cost goes with --price/],
  ])("refuses %s", async (_what, args, message) => {
    const { code, stderr } = await (await stage()).extract(...args);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(message);
  });

  it("keeps what was found when the server goes away, and says how to go on", async () => {
    const texts = {
      "a.txt": "Reuters reports that Iraq votes on Monday.",
      "b.txt": "Washington says that Iraq decides on its own.",
    };
    const { cwd, run, extract } = await stage((request, nth) =>
      nth > 2 ? { status: 401, error: { message: "key expired" } } : finding(request),
    );
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(cwd, name), text);
    await run("ingest", ...Object.keys(texts));
    const { code, stderr } = await extract("--parallel", "1");
    expect(code).toBe(3);
    expect(stderr).toContain("refuses the key: 401 key expired. Set STANCEGRAPH_MODEL_KEY");
    expect(stderr).toContain("1 more were not read; doing it again goes on where it ended.");
    expect(stderr).toMatch(/^1 document read: 1 stance proposed/m);
    const again = await run("extract", "--base-url", (await chatServer(finding)).url);
    expect(again.stderr).toMatch(/^2 documents read/m);
  });
});
