import { type ErrorCode, type Problem, RejectedError, StanceGraphError } from "../domain/error.ts";

/** An expected error as plain values, which is what can be sent. */
export interface Trouble {
  readonly code: ErrorCode;
  readonly message: string;
  readonly path: readonly string[];
  readonly rejected: { readonly problems: readonly Problem[]; readonly count: number } | null;
}

export function troubleOf(error: StanceGraphError): Trouble {
  const { code, message, path } = error;
  const rejected = error instanceof RejectedError ? { problems: error.problems, count: error.count } : null;
  return { code, message, path, rejected };
}

/** The error again, on the other side. */
export function errorOf({ code, message, path, rejected }: Trouble): StanceGraphError {
  return rejected === null
    ? new StanceGraphError(code, message, path)
    : new RejectedError(rejected.problems, rejected.count);
}
