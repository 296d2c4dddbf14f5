import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { writeArticles } from "../bench/articles.ts";
import { root, type Stage, stageOf } from "./stage.ts";

const count = 1_000;

/** A graph's documents in the order in which they came, without the instants. */
function documentsOf({ cwd }: Stage): readonly unknown[] {
  const store = openStore({ path: join(cwd, "stancegraph.db"), clock: () => new Date() });
  try {
    return [...store.documents.texts()].map(({ id, text, group }) => {
      const { recordedAt: _, ...said } = store.documents.require(id);
      return { ...said, text, group };
    });
  } finally {
    store.close();
  }
}

async function emptyStage(): Promise<Stage> {
  const stage = stageOf();
  await stage.run("init");
  return stage;
}

function started({ cwd }: Stage): ChildProcess {
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), "ingest", "articles"], {
    cwd,
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function childrenOf(pid: number | undefined): readonly string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
}

it.runIf(existsSync("/proc/self/task"))(
  "an ingest that was killed and is done again ends as one that was not, and leaves no process behind",
  async () => {
    const [whole, killed] = [await emptyStage(), await emptyStage()];
    writeArticles(join(whole.cwd, "articles"), count);
    symlinkSync(join(whole.cwd, "articles"), join(killed.cwd, "articles"));
    expect((await whole.run("ingest", "articles")).code).toBe(0);

    const child = started(killed);
    await vi.waitFor(() => expect(documentsOf(killed).length).toBeGreaterThan(count / 4), 120_000);
    const reading = childrenOf(child.pid);
    expect(reading).toHaveLength(1);
    child.kill("SIGKILL");
    await once(child, "exit");
    const before = documentsOf(killed).length;
    expect(before).toBeLessThan(count);
    await vi.waitFor(() => expect(reading.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]), 10_000);

    const again = await killed.run("ingest", "articles");
    expect(again.stderr).toContain(`${count.toLocaleString("en")} documents read`);
    expect(again.stderr).toContain(`${before} there already.`);
    expect(documentsOf(killed)).toEqual(documentsOf(whole));
    expect(documentsOf(killed)).toHaveLength(count);
  },
  300_000,
);
