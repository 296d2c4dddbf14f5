import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** A server that the bench started, and may end. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  readonly startedAt: number;
  readonly end: () => Promise<void>;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The product, started as its users start it, with its log in a file. */
export async function startProduct(database: string, log: string): Promise<Child> {
  const port = await freePort();
  const args = [
    "--max-semi-space-size=8",
    "dist/cli/main.js",
    "serve",
    "--db",
    database,
    "--port",
    String(port),
  ];
  return start("product", { args, port, log });
}

export async function startFloor(database: string, log: string): Promise<Child> {
  const port = await freePort();
  return start("floor", { args: ["tests/bench/floor/server.ts", database, String(port)], port, log });
}

function start(
  name: string,
  { args, port, log }: { readonly args: readonly string[]; readonly port: number; readonly log: string },
): Child {
  const output = openSync(log, "w");
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", output] });
  closeSync(output);
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => process.off("exit", kill));
  child.once("exit", (code) => {
    if (code) console.error(`The ${name} ended with ${code}: ${readFileSync(log, "utf8").slice(-2000)}`);
  });
  return { name, pid: child.pid ?? 0, port, startedAt, end: () => end(child, ended) };
}

/** Asks it to end, and makes it end when it does not within ten seconds. */
async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Seconds of CPU a process has used, all its threads together; to a hundredth. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Bytes of memory a process has in RAM. */
export function rssOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096;
}
