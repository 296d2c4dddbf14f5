import { Worker } from "node:worker_threads";
import { programAt } from "../domain/program.ts";
import { InterruptedError } from "./exit.ts";
import { errorOf, type Trouble } from "./trouble.ts";

/** What a task in the background says: how far it is, then what came of it. */
export type Said<Result> =
  | { readonly done: number; readonly total: number | null }
  | { readonly result: Result }
  | { readonly trouble: Trouble };

export interface BackgroundOptions {
  /** The store works synchronously: run here, it would let neither the progress be drawn nor Ctrl-C be heard. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null) => void;
}

/** Runs a task of tasks/ in a thread of its own. An interruption ends it where it is; its transaction is undone. */
export function inBackground<Result>(
  task: string,
  input: unknown,
  { signal, onProgress }: BackgroundOptions,
): Promise<Result> {
  const worker = new Worker(programAt(`cli/tasks/${task}`), { workerData: input });
  const stop = () => void worker.terminate();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  return new Promise<Result>((resolve, reject) => {
    worker.on("message", (said: Said<Result>) => {
      if ("done" in said) onProgress(said.done, said.total);
      else if ("result" in said) resolve(said.result);
      else reject(errorOf(said.trouble));
    });
    worker.once("error", reject);
    worker.once("exit", (code) =>
      reject(
        signal.aborted
          ? new InterruptedError()
          : new Error(`The task ${task} ended with ${code} and no result.`),
      ),
    );
  }).finally(() => signal.removeEventListener("abort", stop));
}
