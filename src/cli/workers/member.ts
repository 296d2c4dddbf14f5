import cluster from "node:cluster";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { programAt } from "../../domain/program.ts";
import type { Serving } from "../serving.ts";
import type { Trouble } from "../trouble.ts";
import { type Figures, paces, type Said, type Told } from "./messages.ts";
import { untakenBy } from "./untaken.ts";

/** How a worker ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  /** What it said of it, where that was expected. */
  readonly trouble: Trouble | null;
  /** How long it has listened, in milliseconds; 0 where it never did. */
  readonly listened: number;
}

/** One worker, as the process that keeps it sees it. */
export interface Member {
  /** For the log. */
  readonly name: { readonly worker: number; readonly pid: number | null };
  readonly listens: () => boolean;
  /** Counts so many milliseconds of silence; returns how many there have been without a sign of life. */
  readonly wait: (milliseconds: number) => number;
  /** Done when it has told its metrics, or has ended. */
  readonly report: () => Promise<void>;
  /** What it told last. */
  readonly figures: () => Figures;
  readonly tell: (told: Told) => void;
  readonly kill: () => void;
  readonly ended: Promise<Ending>;
}

export interface MemberOptions {
  readonly serving: Serving;
  readonly onListening: (url: string) => void;
  /** It asks for the metrics of all. */
  readonly onGather: (member: Member) => void;
  /** Whether a worker other than this one listens. */
  readonly anotherListens: (than: Member) => boolean;
}

/** Starts a worker. */
export function memberOf({ serving, onListening, onGather, anotherListens }: MemberOptions): Member {
  // "advanced" sends numbers as they are; JSON makes null of a metric that is not a number yet.
  cluster.setupPrimary({
    exec: fileURLToPath(programAt("cli/workers/program")),
    args: [],
    serialization: "advanced",
  });
  const worker = cluster.fork();
  const giveBack = untakenBy(worker);
  const ended = Promise.withResolvers<Ending>();
  let silence = 0;
  let listensSince: number | null = null;
  let trouble: Trouble | null = null;
  let figures: Figures = [];
  let report: PromiseWithResolvers<void> | null = null;

  const member: Member = {
    name: { worker: worker.id, pid: worker.process.pid ?? null },
    listens: () => listensSince !== null,
    wait: (milliseconds) => {
      silence += milliseconds;
      return silence;
    },
    report: () => {
      if (report !== null) return report.promise;
      report = Promise.withResolvers();
      member.tell({ kind: "report" });
      return report.promise;
    },
    figures: () => figures,
    // One that has just ended hears nothing; that it ended is told otherwise.
    tell: (told) => void (worker.isConnected() && worker.process.send(told, () => {})),
    kill: () => void worker.process.kill("SIGKILL"),
    ended: ended.promise,
  };
  worker.on("message", (said: Said) => {
    silence = 0;
    hear(said);
  });
  worker.on("error", () => {});
  // What it said last may be heard after its exit, but not after the disconnection.
  const unheard = Promise.withResolvers<void>();
  worker.on("disconnect", () => {
    giveBack(anotherListens(member));
    unheard.resolve();
  });
  worker.on("exit", async (code: number | null, signal: string | null) => {
    const listened = listensSince === null ? 0 : performance.now() - listensSince;
    // Node tells of no disconnection while a connection is on its way to the worker; here it ends with the process.
    const isTold = await Promise.race([unheard.promise.then(() => true), pause(paces.alive, false)]);
    if (!isTold) worker.process.emit("disconnect");
    report?.resolve();
    ended.resolve({ code, signal, trouble, listened });
  });
  member.tell({ kind: "serve", serving });
  return member;

  function hear(said: Said): void {
    switch (said.kind) {
      case "alive":
        return;
      case "listens":
        listensSince = performance.now();
        onListening(said.url);
        return;
      case "failed":
        trouble = said.trouble;
        return;
      case "reported":
        figures = said.figures;
        report?.resolve();
        report = null;
        return;
      case "gather":
        onGather(member);
        return;
    }
  }
}
