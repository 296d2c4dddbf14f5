/** What runs in a worker; the crew starts it. */
import cluster from "node:cluster";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import type { Said, Told } from "./messages.ts";

enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/stancegraph", import.meta.url)));
// A terminal sends Ctrl-C to all of its processes, an init system its SIGTERM: the crew says when to end.
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => {});

const { duty } = await import("./duty.ts");
const hear = duty({
  say: (said: Said) => void (process.connected && process.send?.(said, undefined, undefined, () => {})),
  write: (line) => void process.stderr.write(line),
  clock: () => new Date(),
  leave: (code) => {
    process.exitCode = code;
    cluster.worker?.disconnect();
  },
});
process.on("message", (told: Told) => hear(told));
// Nobody reads the log any more; the work goes on.
process.stderr.on("error", () => {});
