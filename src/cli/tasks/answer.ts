import { parentPort, workerData } from "node:worker_threads";
import { RejectedError, StanceGraphError } from "../../domain/error.ts";
import type { Said, Trouble } from "../background.ts";

/** Does a task with what it was started with, and tells what comes of it. */
export function answer<Input, Result>(
  work: (input: Input, onProgress: (done: number, total: number | null) => void) => Result,
): void {
  const say = (said: Said<Result>) => parentPort?.postMessage(said);
  try {
    say({ result: work(workerData as Input, (done, total) => say({ done, total })) });
  } catch (error) {
    if (!(error instanceof StanceGraphError)) throw error;
    say({ trouble: troubleOf(error) });
  }
}

function troubleOf(error: StanceGraphError): Trouble {
  const { code, message, path } = error;
  const rejected = error instanceof RejectedError ? { problems: error.problems, count: error.count } : null;
  return { code, message, path, rejected };
}
