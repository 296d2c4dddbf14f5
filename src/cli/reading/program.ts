/** Reads documents in a process of its own: a file that takes too much costs only itself. */
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { StanceGraphError } from "../../domain/error.ts";
import { documentsIn } from "../../ingest/documents/read.ts";
import type { Asked, Told } from "./messages.ts";

process.on("message", (asked: Asked) => {
  void read(asked).then((told) => process.send?.(told));
});

// Whoever would end this process may have been killed while a parser keeps it busy; a thread of its own sees that.
new Worker(
  `const parent = ${process.ppid};
setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 1_000);`,
  { eval: true },
).unref();

async function read({ path, name }: Asked): Promise<Told> {
  try {
    return { documents: await documentsIn(await readFile(path), name) };
  } catch (error) {
    if (error instanceof StanceGraphError) return { trouble: error.message };
    if ((error as NodeJS.ErrnoException).code === "EACCES")
      return { trouble: "It may not be read; change its permissions." };
    // Parsers say what is wrong in words of their own; which ones they are does not matter here.
    const said = error instanceof Error ? error.message : String(error);
    return {
      trouble: said.includes("call stack size exceeded")
        ? "It nests deeper than can be read; it is left out."
        : `It cannot be read: ${said}`,
    };
  }
}
