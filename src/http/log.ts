import { type Logger, pino } from "pino";
import type { Call } from "./call.ts";

/** Where log lines go, one JSON object a line; each write is one line or several. */
export interface LogDestination {
  readonly write: (lines: string) => void;
}

export type Log = Logger;

export function logTo(destination: LogDestination, clock: () => Date): Log {
  return pino(
    {
      base: null,
      timestamp: () => `,"time":"${clock().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  );
}

/** How an answer went out. */
export interface Outcome {
  readonly status: number;
  /** Of the body. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** The caller went away before the end. */
  readonly aborted: boolean;
}

/** The one line of a request. Query strings and bodies stay out: they say what people look for. */
export function logRequest(log: Log, call: Call, { status, bytes, milliseconds, aborted }: Outcome): void {
  const line = {
    requestId: call.id,
    method: call.method,
    path: call.path,
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    bytes,
    who: call.who,
    ...(call.operation !== null && { operation: call.operation.kind, name: call.operation.name }),
    ...(call.failures.length > 0 && { failures: call.failures }),
    ...(aborted && { aborted }),
  };
  log[status >= 500 ? "error" : "info"](line, "request");
}
