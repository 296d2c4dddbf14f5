import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importFiles } from "../../src/ingest/import.ts";
import { openStore } from "../../src/store/open.ts";
import { author, clock } from "../ingest/graph.ts";

/** 200 in continuous integration; fewer by default, since each takes a second. */
const kills = Number(process.env.STANCEGRAPH_KILLS ?? 12);
const writer = fileURLToPath(new URL("crash-writer.ts", import.meta.url));

let folder = "";
let coding = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stancegraph-"));
  coding = join(folder, "coding.jsonl");
  writeFileSync(coding, lines(60).join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it(`survives ${kills} kills at random moments: nothing by half, nothing acknowledged lost`, {
  timeout: kills * 10_000,
}, async () => {
  const whole = openStore({ path: ":memory:", clock });
  importFiles(whole, [coding], { author });
  const { digest } = whole.verify();
  const untouched = await durationOf(join(folder, "untouched.db"));
  const outcomes = { before: 0, during: 0, after: 0 };

  for (let kill = 0; kill < kills; kill += 1) {
    const path = join(folder, `crash-${kill}.db`);
    // Spread evenly over the run, from the start of the process to a little past the import.
    const said = await killed(path, untouched * 1.2 * ((kill + Math.random()) / kills));
    const store = openStore({ path, clock, create: true });
    const found = store.verify();
    expect(found.faults).toEqual([]);
    const late = said.filter((line) => line.startsWith("actor:"));
    for (const id of late) expect(store.actors.get(id as `actor:${string}`)?.id).toBe(id);
    const stances = store.stances.count();
    expect([0, whole.stances.count()]).toContain(stances);
    if (said.includes("imported")) expect(stances).toBe(whole.stances.count());
    outcomes[late.length > 0 || said.includes("imported") ? "after" : stances > 0 ? "during" : "before"] += 1;
    if (late.length === 0) {
      const hadLate = store.actors.get("actor:late-0") !== null;
      importFiles(store, [coding], { author });
      if (!hadLate) expect(store.verify().digest).toBe(digest);
    }
    store.close();
  }
  console.info(
    `killed before the import was whole: ${outcomes.before}, whole but not yet said: ${outcomes.during}, after: ${outcomes.after}`,
  );
  expect(outcomes.before).toBeGreaterThan(0);
});

/** Runs the writer, kills it after some milliseconds, and gives the lines it had said. */
function killed(path: string, afterMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", writer, path, coding], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
    child.on("error", reject).on("close", () => {
      clearTimeout(timer);
      resolve(said.split("\n").slice(0, -1));
    });
  });
}

/** Milliseconds from the writer's start until it has said that the import is done. */
function durationOf(path: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", writer, path, coding], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.once("data", () => {
      child.kill("SIGKILL");
      resolve(performance.now() - start);
    });
    child.on("error", reject);
  });
}

/** A coding as JSON lines: documents of five stances each. */
function lines(documents: number): string[] {
  const issue = { id: "tax", label: "Tax", proposition: "Coal should be taxed.", pro: "p", contra: "c" };
  const actors = Array.from({ length: 10 }, (_, index) =>
    JSON.stringify({ actor: { name: `Actor ${index}`, kind: "PARTY" } }),
  );
  return [
    JSON.stringify({ issue }),
    ...actors,
    ...Array.from({ length: documents }, (_, number) => {
      const sentences = Array.from(
        { length: 5 },
        (_, index) => `Actor ${(number + index) % 10} welcomed tax ${number}-${index}.`,
      );
      const document = {
        id: `d${number}`,
        title: `Report ${number}`,
        text: sentences.join(" "),
        publishedOn: "2024-03-08",
      };
      const stances = sentences.map((quote, index) => ({
        stance: {
          holder: `Actor ${(number + index) % 10}`,
          issue: "tax",
          direction: "SUPPORTS",
          document: `d${number}`,
          quote,
        },
      }));
      return [{ document }, ...stances].map((line) => JSON.stringify(line)).join("\n");
    }),
  ];
}
