import type { LogDestination } from "./log.ts";

export interface BatchedLog extends LogDestination {
  /** Writes what waits. */
  readonly flush: () => void;
}

/** How long a line waits for others at most, in milliseconds. */
const patienceMs = 5;
/** Characters that are written at once. */
const maxWaiting = 16_000;
/** How lines begin that tell of nothing wrong. */
const usual = '{"level":"info"';

/** Writes many lines with one write. What tells of a trouble is written at once, after what waits. */
export function batchedLog(destination: LogDestination): BatchedLog {
  let waiting = "";
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const lines = waiting;
    waiting = "";
    if (lines !== "") destination.write(lines);
  }

  return {
    write(line) {
      waiting += line;
      if (waiting.length > maxWaiting || !line.startsWith(usual)) flush();
      else timer ??= setTimeout(flush, patienceMs);
    },
    flush,
  };
}
