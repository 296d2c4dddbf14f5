#!/usr/bin/env node
import { randomBytes } from "node:crypto";
import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Effects, Output } from "./effects.ts";

/** The real world. */
const effects: Effects = {
  stdout: outputOf(process.stdout, endWithoutReader),
  // Nobody hears of what is said to nobody; the work goes on.
  stderr: outputOf(process.stderr, () => {}),
  terminal:
    process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin, output: process.stderr } : null,
  stdin: () => text(process.stdin),
  clock: () => new Date(),
  random: (bytes) => randomBytes(bytes),
  env: process.env,
  cwd: process.cwd(),
  node: process.versions.node,
  cores: availableParallelism(),
  user: process.env.USER ?? process.env.LOGNAME ?? process.env.USERNAME ?? "cli",
  signal: signals(),
};

// Compiled code is kept beside the packages it belongs to: the next start takes a third of the time.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/stancegraph", import.meta.url)));
const { run } = await import("./run.ts");
process.exitCode = await run(process.argv.slice(2), effects);

function outputOf(stream: NodeJS.WriteStream, onError: (error: NodeJS.ErrnoException) => void): Output {
  stream.on("error", onError);
  return {
    write: (text) => new Promise((resolve) => stream.write(text, () => resolve())),
    isTTY: stream.isTTY === true,
    // A terminal that does not know its width says 0.
    columns: (stream.isTTY && stream.columns) || null,
  };
}

/** A closed pipe, as of `| head`, is no trouble: whoever read has had enough. */
function endWithoutReader({ code, message }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") process.exit(0);
  process.stderr.write(`stancegraph: Standard output cannot be written (${code ?? message}).\n`, () =>
    process.exit(1),
  );
}

/** Takes the signals over when first asked, once. */
function signals(): () => AbortSignal {
  let controller: AbortController | null = null;
  return () => {
    if (controller === null) {
      const stop = new AbortController();
      for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort(name));
      controller = stop;
    }
    return controller.signal;
  };
}
