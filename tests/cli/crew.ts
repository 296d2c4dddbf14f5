import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { root } from "./stage.ts";

/** Generous: processes start slowly on a busy machine. */
export const patience = { timeout: 90_000, interval: 100 };

export interface Serve {
  readonly child: ChildProcess;
  readonly stderr: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** Runs `serve` as a process of its own. */
export function serve(cwd: string, ...args: readonly string[]): Serve {
  const line = [join(root, "src/cli/main.ts"), "serve", ...args];
  const child = spawn(process.execPath, line, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said += data.toString();
  });
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  return { child, stderr: () => said, ended };
}

export interface Crew extends Serve {
  readonly url: string;
  readonly port: number;
  /** The workers that have listened so far, in their order. */
  readonly pids: () => readonly number[];
  /** What the log says of workers. */
  readonly log: () => readonly Record<string, unknown>[];
}

/** Runs `serve` with workers, on a port of its own, until all of them listen. */
export async function crew(cwd: string, ...args: readonly string[]): Promise<Crew> {
  const serving = serve(cwd, "--port", "0", ...args);
  const url = await vi.waitFor(() => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(serving.stderr())?.[0];
    if (found === undefined) throw new Error(`It does not serve yet. ${serving.stderr()}`);
    return found;
  }, patience);
  const log = () => linesOf(serving.stderr()).filter(({ worker }) => worker !== undefined);
  const pids = () => log().flatMap(({ msg, pid }) => (msg === "worker listens" ? [Number(pid)] : []));
  return { ...serving, url, port: Number(new URL(url).port), pids, log };
}

function linesOf(stderr: string): readonly Record<string, unknown>[] {
  const lines = stderr.split("\n").filter((line) => line.startsWith("{") && line.endsWith("}"));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Asks over a connection of its own, as a new caller would; returns the status. */
export function visit(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    asked.on("error", reject).end();
  });
}

export function visits(url: string, count: number): Promise<readonly number[]> {
  return Promise.all(Array.from({ length: count }, () => visit(url)));
}
