/** What went wrong, for programs. Each edge (HTTP, GraphQL, exit codes) translates these once. */
export const errorCodes = [
  "invalid",
  "not_found",
  "conflict",
  "forbidden",
  "unavailable",
  "corrupt",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A trouble the caller can act on: a code for programs, a sentence naming the thing and the remedy for people. */
export class StanceGraphError extends Error {
  readonly code: ErrorCode;
  /** Where in the caller's input, outermost first: `["input", "holder"]`. */
  readonly path: readonly string[];

  constructor(code: ErrorCode, message: string, path: readonly string[] = []) {
    super(message);
    this.name = "StanceGraphError";
    this.code = code;
    this.path = path;
  }
}

/** One thing wrong with one place of an imported file. Lines count from 1; null where the format has none. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly field: string;
  readonly message: string;
}

/** Input refused as a whole: nothing of it was written. */
export class RejectedError extends StanceGraphError {
  readonly problems: readonly Problem[];
  /** All there were; the list may hold only the first thousand. */
  readonly count: number;

  constructor(problems: readonly Problem[], count: number = problems.length) {
    super("invalid", rejection(problems, count));
    this.name = "RejectedError";
    this.problems = problems;
    this.count = count;
  }
}

function rejection(problems: readonly Problem[], count: number): string {
  const [first] = problems;
  const where = first ? ` First: ${placeOf(first)}: ${first.message}` : "";
  return `${count} ${count === 1 ? "problem" : "problems"} found, nothing was written.${where}`;
}

/** `coding.yaml:12 stances[3].quote` */
export function placeOf(problem: Problem): string {
  const line = problem.line === null ? "" : `:${problem.line}`;
  return `${problem.file}${line} ${problem.field}`.trim();
}
