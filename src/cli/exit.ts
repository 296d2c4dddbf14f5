import { type ErrorCode, StanceGraphError } from "../domain/error.ts";

/** What the process ends with, for scripts. */
export const exitCodes = {
  ok: 0,
  /** A bug, or something outside: a locked file, a full disk, a server that does not answer. */
  unexpected: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** What was given was understood and refused; nothing was written. */
  rejected: 3,
  notFound: 4,
  forbidden: 6,
  /** What is stored is not what was stored. */
  verification: 8,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Somebody ended it before it was done. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";

  constructor() {
    super("Interrupted; nothing is half done, and doing it again is safe.");
  }
}

/** The one place where troubles become exit codes. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  return error instanceof StanceGraphError ? ofCode[error.code] : exitCodes.unexpected;
}

const ofCode: Readonly<Record<ErrorCode, ExitCode>> = {
  invalid: exitCodes.rejected,
  conflict: exitCodes.rejected,
  not_found: exitCodes.notFound,
  forbidden: exitCodes.forbidden,
  unavailable: exitCodes.unexpected,
  corrupt: exitCodes.verification,
};
