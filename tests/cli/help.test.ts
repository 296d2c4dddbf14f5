import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isGroup, type Verb, type VerbEntry } from "../../src/cli/verb.ts";
import { verbs } from "../../src/cli/verbs/index.ts";
import { pdfOf } from "../ingest/documents/made.ts";
import { chatServer } from "../ingest/extract/chat-server.ts";
import { seededStage, stageOf, wordsOf } from "./stage.ts";

interface Named {
  readonly path: readonly string[];
  readonly summary: string;
  readonly verb: Verb;
}

async function verbsIn(
  entries: readonly VerbEntry[],
  before: readonly string[] = [],
): Promise<readonly Named[]> {
  const found = entries.map(async ({ name, summary, load }) => {
    const [body, path] = [await load(), [...before, name]];
    return isGroup(body) ? verbsIn(body.verbs, path) : [{ path, summary, verb: body }];
  });
  return (await Promise.all(found)).flat();
}

const all = await verbsIn(verbs);
const examples = all.flatMap(({ path, verb }) =>
  verb.examples.map(([line]) => [line, path.join(" ")] as const),
);

describe("the help", () => {
  it("lists every verb with its summary", async () => {
    const { code, stdout, stderr } = await stageOf().run("--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const { name, summary } of verbs)
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, "m"));
  });

  it.each(all.map(({ path }) => [path.join(" "), path]))("of %s shows examples of it", async (name, path) => {
    const { code, stdout } = await stageOf().run(...path, "--help");
    expect(code).toBe(0);
    expect(stdout).toContain(`Examples:\n  $ stancegraph ${name}`);
  });

  it("is also what `help <verb>` shows", async () => {
    const stage = stageOf();
    expect(await stage.run("help", "keys", "create")).toEqual(await stage.run("keys", "create", "--help"));
  });

  it.each([["verify"], ["stats"]])("of %s says that JSON is one object, which it is", async (name) => {
    const stage = await seededStage();
    expect((await stage.run(name, "--help")).stdout).toContain("Write one JSON object.");
    expect((await stage.run(name, "--json")).stdout).toMatch(/^\{/);
  });

  it("tells nothing that is wider than a page", () => {
    const notes = all.flatMap(({ verb }) => (verb.notes ?? "").split("\n"));
    expect(notes.filter((line) => line.length > 140)).toEqual([]);
  });
});

/** What must be there before an example can be run. */
const before: Readonly<Record<string, readonly string[]>> = {
  "codebook undo": ["codebook", "recode", "--from", "us-withdrawal", "--to", "reassess-coalition"],
  "keys revoke": ["keys", "create", "--name", "ana"],
  restore: ["backup", "stancegraph-2024-03-08.db"],
  "review accept": ["review", "undo", "stance:ea8065b64462a0ef"],
  "review reject": ["review", "undo", "stance:ea8065b64462a0ef"],
  "review adjudicate": ["import", "ben.json"],
  "review hand-in": ["review", "hand-out", "ben.db", "--coder", "Ben"],
};

/** Tests that run at once cannot share the ports that examples name. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  serve: ["--port", "0"],
  doctor: ["--port", "65530"],
};

/** The files that the examples of `ingest` name. */
function documentsIn(folder: string): void {
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "articles/one.txt"), "A title\n\nA text.");
  writeFileSync(join(folder, "report.pdf"), pdfOf("The committee reports."));
  const entry = "<item><title>News</title><description>Something was said.</description></item>";
  writeFileSync(
    join(folder, "feed.xml"),
    `<rss version="2.0"><channel><title>Agency</title><link>https://example.org</link><description>d</description>${entry}</channel></rss>`,
  );
}

/** Another coder's reading of words that the seed has. */
function secondCodingIn(folder: string): void {
  const stance = {
    holder: "actor:us-government",
    issue: "issue:us-withdrawal",
    direction: "NEUTRAL",
    document: "document:6d066288d130",
    quote: "does not necessarily view the talks as indicative of a complete withdrawal",
  };
  const coding = { stancegraph: 1, coder: { name: "Ben" }, stances: [stance] };
  writeFileSync(join(folder, "ben.json"), JSON.stringify(coding));
}

describe("each example of the help", () => {
  it.each(examples)("runs: %s", async (line, name) => {
    const random = (bytes: number) => Buffer.from("0a1b2c3d4e5f".repeat(6), "hex").subarray(0, bytes);
    const options = { random, ...(name === "serve" && { signal: AbortSignal.abort("SIGTERM") }) };
    const stage = name === "init" ? stageOf(options) : await seededStage(options);
    if (name === "review adjudicate") secondCodingIn(stage.cwd);
    const earlier = before[name];
    if (earlier !== undefined) await stage.run(...earlier);
    if (name === "ingest") documentsIn(stage.cwd);
    const server = name === "extract" ? ["--base-url", (await chatServer(() => '{"stances": []}')).url] : [];
    const [program, ...args] = wordsOf(line);
    expect(program).toBe("stancegraph");
    const { code, stdout, stderr } = await stage.run(...args, ...(elsewhere[name] ?? []), ...server);
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    if (name === "export" && !args.includes("--out")) expect(stdout).not.toBe("");
  });
});

describe("the filter that the help of a verb shows", () => {
  const shown = all.flatMap(({ path, verb }) => {
    const filter = /'(\{.*\})'/.exec(verb.flags.where?.summary ?? "")?.[1];
    return filter === undefined ? [] : [[path.join(" "), filter] as const];
  });

  const asked: Readonly<Record<string, readonly string[]>> = {
    export: ["stances"],
    "codebook recode": ["--from", "us-withdrawal", "--to", "reassess-coalition"],
  };

  it.each(shown)("of %s works: %s", async (name, filter) => {
    const args = [...name.split(" "), ...(asked[name] ?? [])];
    expect(await (await seededStage()).run(...args, "--where", filter)).toMatchObject({ code: 0 });
  });
});
