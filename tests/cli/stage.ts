import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Effects, Output } from "../../src/cli/effects.ts";
import { run } from "../../src/cli/run.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What came of one command line. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Stage {
  /** A folder of its own, with the seed and the schema in it; gone after the test. */
  readonly cwd: string;
  /** Runs a command line as a shell would give it. */
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  /** What the last command line has said so far. */
  readonly said: () => Omit<Outcome, "code">;
}

export interface StageOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** A person sits there. */
  readonly terminal?: Effects["terminal"];
  /** Standard output is a terminal so wide. */
  readonly columns?: number;
  /** Standard error is a terminal. */
  readonly hasTerminal?: boolean;
  readonly signal?: AbortSignal;
  readonly clock?: () => Date;
  readonly random?: Effects["random"];
}

/** A world for command lines: an empty folder, a fixed clock, no chance. */
export function stageOf(options: StageOptions = {}): Stage {
  const cwd = mkdtempSync(join(tmpdir(), "stancegraph-cli-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  for (const folder of ["seed", "schema"]) cpSync(join(root, folder), join(cwd, folder), { recursive: true });
  let said = { stdout: "", stderr: "" };
  return {
    cwd,
    run: (...args) => {
      said = { stdout: "", stderr: "" };
      return outcomeOf(args, cwd, options, said);
    },
    said: () => said,
  };
}

let seeded: Uint8Array | null = null;

/** A stage whose stancegraph.db holds the seed. The file is made once and copied. */
export async function seededStage(options: StageOptions = {}): Promise<Stage> {
  const stage = stageOf(options);
  if (seeded === null) {
    const { code, stderr } = await stage.run("init", "--seed", "seed/us-iraq-talks");
    if (code !== 0) throw new Error(stderr);
    seeded = readFileSync(join(stage.cwd, "stancegraph.db"));
  }
  writeFileSync(join(stage.cwd, "stancegraph.db"), seeded);
  return stage;
}

async function outcomeOf(
  args: readonly string[],
  cwd: string,
  options: StageOptions,
  said: { stdout: string; stderr: string },
): Promise<Outcome> {
  const output = (name: keyof typeof said, isTTY: boolean, columns: number | null): Output => ({
    write: async (text) => {
      said[name] += text;
    },
    isTTY,
    columns,
  });
  const effects: Effects = {
    stdout: output("stdout", options.columns !== undefined, options.columns ?? null),
    stderr: output("stderr", options.hasTerminal === true, null),
    terminal: options.terminal ?? null,
    stdin: async () => options.stdin ?? "",
    clock: options.clock ?? (() => new Date("2024-04-01T12:00:00Z")),
    random: options.random ?? ((bytes) => Uint8Array.from({ length: bytes }, (_, index) => index)),
    env: options.env ?? {},
    cwd,
    node: "24.21.0",
    cores: 2,
    user: "ana",
    signal: () => options.signal ?? new AbortController().signal,
  };
  const code = await run(args, effects);
  return { code, ...said };
}

/** The words of a line as a shell would split it; redirections and pipes end it. */
export function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/'[^']*'|"[^"]*"|[^\s'"]+/g)) {
    if (word === ">" || word === "|") break;
    words.push(/^['"]/.test(word) ? word.slice(1, -1) : word);
  }
  return words;
}
