import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeArticles } from "./articles.ts";
import { cpuOf, rssOf } from "./children.ts";

/**
 * How fast articles are ingested by the built program, and whether its memory stays flat: `npm run bench:ingest`, with
 * their number after `--` where it is not 10,000. CPU and memory are those of the program and of the process that
 * reads for it; the second run finds all of them there.
 */
const count = Number(process.argv[2] ?? 10_000);
const pace = 50;
const quarters = 4;
const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a run had taken at some moment, in seconds and bytes. */
interface Sample {
  readonly at: number;
  readonly main: Taken;
  readonly reading: Taken;
}

interface Taken {
  readonly cpu: number;
  readonly rss: number;
}

const none: Taken = { cpu: 0, rss: 0 };

/** Looks at the program and the process that reads, until it ends. */
async function ingested(
  cwd: string,
): Promise<{ readonly samples: readonly Sample[]; readonly said: string }> {
  const start = performance.now();
  const child = spawn(process.execPath, [program, "ingest", "articles", "--jsonl"], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said += data.toString();
  });
  const samples: Sample[] = [];
  const watch = setInterval(() => {
    const main = takenBy(child.pid);
    const before = samples.at(-1)?.reading ?? none;
    const reading = takenBy(childOf(child.pid));
    // Once it has ended, what it had used counts on.
    samples.push({
      at: (performance.now() - start) / 1_000,
      main,
      reading: reading.cpu >= before.cpu ? reading : { ...before, rss: 0 },
    });
  }, pace);
  const [code] = (await once(child, "close")) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(said);
  return { samples, said: said.trim().split("\n").at(-1) ?? "" };
}

function takenBy(pid: number | undefined): Taken {
  try {
    return pid === undefined ? none : { cpu: cpuOf(pid), rss: rssOf(pid) };
  } catch {
    return none;
  }
}

function childOf(pid: number | undefined): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ")[0]) || undefined;
  } catch {
    return undefined;
  }
}

function tell(name: string, { samples, said }: Awaited<ReturnType<typeof ingested>>): void {
  const seconds = samples.at(-1)?.at ?? 0;
  const cpu = (of: "main" | "reading") => Math.max(...samples.map((each) => each[of].cpu));
  const [main, reading] = [cpu("main"), cpu("reading")];
  console.log(`${name}: ${said}`);
  console.log(`  ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} documents/s`);
  const share = (part: number) => `${((100 * part) / seconds).toFixed(0)} % of the time`;
  console.log(
    `  CPU: reading ${reading.toFixed(1)} s (${share(reading)}), program ${main.toFixed(1)} s (${share(main)})`,
  );
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    const within = samples.filter(
      ({ at }) => at > ((quarter - 1) / quarters) * seconds && at <= (quarter / quarters) * seconds,
    );
    const peak = (of: "main" | "reading") =>
      `${Math.round(Math.max(...within.map((each) => each[of].rss)) / 1e6)} MB`;
    console.log(`  up to ${quarter * 25} %: at most ${peak("main")} program, ${peak("reading")} reading`);
  }
}

const cwd = mkdtempSync(join(tmpdir(), "stancegraph-ingest-"));
try {
  const bytes = writeArticles(join(cwd, "articles"), count);
  console.log(`${count} articles, ${(bytes / 1e6).toFixed(1)} MB`);
  spawnSync(process.execPath, [program, "init"], { cwd });
  tell("first run", await ingested(cwd));
  tell("second run", await ingested(cwd));
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
