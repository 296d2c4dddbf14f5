import { type InputOf, type OutputOf, type TaskName, tasks } from "../analysis/network/tasks/index.ts";

export type { InputOf, OutputOf, TaskName } from "../analysis/network/tasks/index.ts";

/** Does a task that may take seconds, here or in another thread. Errors: `unavailable` when it takes too long. */
export type Compute = <N extends TaskName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

/** Here and now: for one who waits for nothing else. */
export const computeHere: Compute = async (name, input) => done(name, input);

/** What a task gives. Also what another thread runs. */
export function done<N extends TaskName>(name: N, input: InputOf<N>): OutputOf<N> {
  return (tasks[name] as (of: InputOf<N>) => OutputOf<N>)(input);
}
