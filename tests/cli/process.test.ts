import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { coalStage } from "./coding.ts";
import { root, stageOf } from "./stage.ts";

const program = join(root, "src/cli/main.ts");

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  readonly stderr: () => string;
}

function started(cwd: string, ...args: readonly string[]): Running {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ["pipe", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stderr = "";
  child.stderr.on("data", (data: Buffer) => {
    stderr += data.toString();
  });
  const ended = once(child, "exit").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  return { child, ended, stderr: () => stderr };
}

/** Runs a line in bash, where `stancegraph` is this program; returns what it wrote and all exit codes of its pipe. */
function inShell(cwd: string, line: string): { stdout: string; codes: string } {
  const script = `stancegraph() { "${process.execPath}" "${program}" "$@"; }; ${line}; echo "codes: \${PIPESTATUS[*]}"`;
  const [stdout = "", codes = ""] = execFileSync("bash", ["-c", script], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).split("codes: ");
  return { stdout, codes: codes.trim() };
}

describe("the process", () => {
  it("tells its version", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(inShell(stageOf().cwd, "stancegraph --version")).toEqual({ stdout: `${version}\n`, codes: "0" });
  });

  it("ends with the code of what happened", async () => {
    const { cwd } = await coalStage();
    expect(inShell(cwd, "stancegraph actors --jsonl | wc -l")).toEqual({ stdout: "3\n", codes: "0 0" });
    expect(inShell(cwd, "stancegraph postions").codes).toBe("2");
    expect(inShell(cwd, "stancegraph actors --db none.db").codes).toBe("4");
  });

  it("ends quietly when the reader of a pipe has had enough", () => {
    const { cwd } = stageOf();
    expect(inShell(cwd, "stancegraph schema 2>said | head -c 1")).toMatchObject({ codes: "0 0" });
    expect(readFileSync(join(cwd, "said"), "utf8")).toBe("");
  });

  it.runIf(existsSync("/dev/full"))("says when standard output cannot be written", () => {
    const { cwd } = stageOf();
    expect(inShell(cwd, "stancegraph schema 2>said >/dev/full").codes).toBe("1");
    expect(readFileSync(join(cwd, "said"), "utf8")).toBe(
      "stancegraph: Standard output cannot be written (ENOSPC).\n",
    );
  });

  it("answers what is in flight on SIGTERM and ends with 0, and with 130 on Ctrl-C", async () => {
    for (const [signal, code] of [
      ["SIGTERM", 0],
      ["SIGINT", 130],
    ] as const) {
      const { cwd } = await coalStage();
      const { child, ended, stderr } = started(cwd, "serve", "--port", "0");
      const url = await vi.waitFor(() => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(stderr())?.[0];
        if (found === undefined) throw new Error("It does not serve yet.");
        return found;
      }, 20_000);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      child.kill(signal);
      expect(await ended).toEqual({ code, signal: null });
      expect(existsSync(join(cwd, "stancegraph.db-wal"))).toBe(false);
    }
  });

  it("gives up an import on Ctrl-C with 130, and leaves nothing of it", async () => {
    const stage = await coalStage();
    const lines = Array.from(
      { length: 60_000 },
      (_, n) => `{"actor": {"name": "Actor ${n}", "kind": "PARTY"}}\n`,
    );
    writeFileSync(join(stage.cwd, "many.jsonl"), lines.join(""));
    const { child, ended, stderr } = started(stage.cwd, "import", "many.jsonl");
    await vi.waitFor(() => expect(existsSync(join(stage.cwd, "stancegraph.db-wal"))).toBe(true), 20_000);
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 130, signal: null });
    expect(stderr()).toBe("stancegraph: Interrupted; nothing is half done, and doing it again is safe.\n");
    expect(JSON.parse((await stage.run("stats", "--json")).stdout)).toMatchObject({ actors: 3, revision: 1 });
  });

  it("dies of Ctrl-C while it waits, as a shell expects", async () => {
    const { child, ended } = started((await coalStage()).cwd, "query");
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill("SIGINT");
    const { code, signal } = await ended;
    expect(signal ?? code).toBe("SIGINT");
  });
});
