import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { StanceGraphError } from "../../domain/error.ts";
import { programAt } from "../../domain/program.ts";
import type { FoundDocument } from "../../ingest/documents/index.ts";
import type { Asked, Told } from "./messages.ts";

export interface ReadingLimits {
  /** For one file. */
  readonly seconds: number;
  /** Of the process that reads, in RAM. */
  readonly megabytes: number;
}

export interface Reading {
  /** The documents in a file; throws what is wrong with it. */
  readonly read: (asked: Asked) => Promise<readonly FoundDocument[]>;
  readonly end: () => void;
}

const look = 100;

/** Reads files by a process that is ended, and made anew, when a file takes too long or too much. */
export function readingBy({ seconds, megabytes }: ReadingLimits): Reading {
  let child: ChildProcess | null = null;

  function started(): ChildProcess {
    if (child !== null) return child;
    const forked = fork(programAt("cli/reading/program"), {
      execArgv: [`--max-old-space-size=${Math.round(megabytes / 2)}`],
      serialization: "advanced",
      // Parsers complain about files on the console; what matters is told by message.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: {},
    });
    // It may be ended from without, also between two files.
    forked.once("exit", () => {
      if (child === forked) child = null;
    });
    child = forked;
    return forked;
  }

  function end(): void {
    child?.kill("SIGKILL");
    child = null;
  }

  async function read(asked: Asked): Promise<readonly FoundDocument[]> {
    const process = started();
    const told = await new Promise<Told>((resolve) => {
      const since = Date.now();
      const give = (answer: Told) => {
        clearInterval(watch);
        process.off("message", give).off("exit", gone);
        resolve(answer);
      };
      const tooMuch = (what: string) => {
        end();
        give({ trouble: `It took more than ${what} to read; it is left out.` });
      };
      const gone = () =>
        give({
          trouble: `Reading it ended the process, perhaps for want of memory (${megabytes} MB); it is left out.`,
        });
      const watch = setInterval(() => {
        if (Date.now() - since > seconds * 1_000) tooMuch(`${seconds} seconds`);
        else if (megabytesOf(process.pid) > megabytes) tooMuch(`${megabytes} MB of memory`);
      }, look);
      process.once("message", give).once("exit", gone);
      // That it is gone is told by its end.
      process.send(asked, () => {});
    });
    if ("trouble" in told) throw new StanceGraphError("invalid", told.trouble);
    return told.documents;
  }

  return { read, end };
}

/** What a process holds in RAM, where the system tells it in /proc; elsewhere the limit on its heap must do. */
function megabytesOf(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * 4_096) / 1e6;
  } catch {
    return 0;
  }
}
