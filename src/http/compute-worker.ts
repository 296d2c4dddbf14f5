import { parentPort } from "node:worker_threads";
import { StanceGraphError } from "../domain/error.ts";
import { done, type InputOf, type TaskName } from "../graphql/compute.ts";

/** What goes to the thread. */
export interface Job {
  readonly name: TaskName;
  readonly input: InputOf<TaskName>;
}

/** What comes back: what was found, or a trouble that the caller can act on. */
export type Done =
  | { readonly output: unknown }
  | {
      readonly trouble: {
        readonly code: StanceGraphError["code"];
        readonly message: string;
        readonly path: readonly string[];
      };
    };

parentPort?.on("message", ({ name, input }: Job) => {
  parentPort?.postMessage(answered(name, input));
});

/** Anything but a trouble ends the thread, and the caller hears of it. */
function answered(name: TaskName, input: InputOf<TaskName>): Done {
  try {
    return { output: done(name, input) };
  } catch (error) {
    if (!(error instanceof StanceGraphError)) throw error;
    const { code, message, path } = error;
    return { trouble: { code, message, path } };
  }
}
