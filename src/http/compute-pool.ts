import { Worker } from "node:worker_threads";
import { StanceGraphError } from "../domain/error.ts";
import { programAt } from "../domain/program.ts";
import type { Compute, InputOf, OutputOf, TaskName } from "../graphql/compute.ts";
import type { Done, Job } from "./compute-worker.ts";

export interface PoolOptions {
  /** How many tasks run at a time; others wait for their turn. */
  readonly threads: number;
  /** How long a task may take, its wait included, in milliseconds. */
  readonly deadlineMs: number;
  /** How many may wait; more are turned away. */
  readonly queue: number;
}

/** Threads of their own for what may take seconds, so that others are served meanwhile. */
export interface ComputePool {
  /** For one caller: what it asks ends when it leaves. */
  readonly computeFor: (leaving: AbortSignal) => Compute;
  readonly close: () => Promise<void>;
}

/** A thread is started when it is needed, kept for the next task, and ended with a task that must end. */
export function computePool({ threads, deadlineMs, queue }: PoolOptions): ComputePool {
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let free = threads;
  const closing = new AbortController();

  async function run<N extends TaskName>(job: Job, ending: AbortSignal): Promise<OutputOf<N>> {
    const worker = idle.pop() ?? new Worker(workerFile);
    worker.ref();
    busy.add(worker);
    try {
      const answer = await answerOf(worker, job, ending);
      worker.unref();
      idle.push(worker);
      if ("trouble" in answer)
        throw new StanceGraphError(answer.trouble.code, answer.trouble.message, answer.trouble.path);
      return answer.output as OutputOf<N>;
    } catch (error) {
      if (!idle.includes(worker)) {
        worker.on("error", () => {});
        void worker.terminate();
      }
      throw error;
    } finally {
      busy.delete(worker);
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  async function turn(ending: AbortSignal): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    if (waiting.length >= queue)
      throw new StanceGraphError("unavailable", "Too many others compute just now; try again soon.");
    await new Promise<void>((resolve, reject) => {
      const enter = () => resolve();
      waiting.push(enter);
      ending.addEventListener("abort", () => {
        const at = waiting.indexOf(enter);
        if (at !== -1) waiting.splice(at, 1);
        reject(ending.reason);
      });
    });
  }

  return {
    computeFor: (leaving) => async (name, input) => {
      const deadline = AbortSignal.timeout(deadlineMs);
      const ending = AbortSignal.any([deadline, leaving, closing.signal]);
      try {
        await turn(ending);
        return await run({ name, input: input as InputOf<TaskName> }, ending);
      } catch (error) {
        if (deadline.aborted && error === deadline.reason) throw tooLong(deadlineMs);
        if (leaving.aborted || closing.signal.aborted)
          throw new StanceGraphError("unavailable", "It was given up, since nobody waits for it any more.");
        throw error;
      }
    },
    close: async () => {
      closing.abort();
      await Promise.all([...idle, ...busy].map((worker) => worker.terminate()));
    },
  };
}

const workerFile = programAt("http/compute-worker");

function answerOf(worker: Worker, job: Job, ending: AbortSignal): Promise<Done> {
  ending.throwIfAborted();
  const told = new AbortController();
  return new Promise<Done>((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    const end = () => reject(new Error("The thread ended before its answer."));
    worker.once("message", resolve).once("error", fail).once("exit", end);
    ending.addEventListener("abort", () => reject(ending.reason), { once: true, signal: told.signal });
    told.signal.addEventListener("abort", () => {
      worker.off("message", resolve).off("exit", end).off("error", fail);
    });
    worker.postMessage(job);
  }).finally(() => told.abort());
}

function tooLong(deadlineMs: number): StanceGraphError {
  return new StanceGraphError(
    "unavailable",
    `That takes longer than the ${deadlineMs / 1000} seconds it may; ask for fewer actors with \`top\`, for fewer issues, or for larger windows.`,
  );
}
