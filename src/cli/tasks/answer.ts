import { parentPort, workerData } from "node:worker_threads";
import { StanceGraphError } from "../../domain/error.ts";
import type { Said } from "../background.ts";
import { troubleOf } from "../trouble.ts";

/** Does a task with what it was started with, and tells what comes of it. */
export async function answer<Input, Result>(
  work: (input: Input, onProgress: (done: number, total: number | null) => void) => Result | Promise<Result>,
): Promise<void> {
  const say = (said: Said<Result>) => parentPort?.postMessage(said);
  try {
    say({ result: await work(workerData as Input, (done, total) => say({ done, total })) });
  } catch (error) {
    if (!(error instanceof StanceGraphError)) throw error;
    say({ trouble: troubleOf(error) });
  }
}
