#!/usr/bin/env node
import { randomBytes } from "node:crypto";
import { enableCompileCache } from "node:module";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Effects, Output } from "./effects.ts";

/** The real world. A closed pipe, as of `| head`, is no trouble: whoever read has had enough. */
const effects: Effects = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  stdin: () => text(process.stdin),
  clock: () => new Date(),
  random: (bytes) => randomBytes(bytes),
  env: process.env,
  cwd: process.cwd(),
  node: process.versions.node,
  user: process.env.USER ?? process.env.LOGNAME ?? process.env.USERNAME ?? "cli",
  signal: signals(),
};

// Compiled code is kept beside the packages it belongs to: the next start takes a third of the time.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/stancegraph", import.meta.url)));
const { run } = await import("./run.ts");
process.exitCode = await run(process.argv.slice(2), effects);

function outputOf(stream: NodeJS.WriteStream): Output {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    write: (text) => new Promise((resolve) => stream.write(text, () => resolve())),
    isTTY: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : null,
  };
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
