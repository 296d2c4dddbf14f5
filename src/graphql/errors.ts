import { GraphQLError } from "graphql";
import { type ErrorCode, type Problem, RejectedError, StanceGraphError } from "../domain/error.ts";
import { ShapeError } from "../ingest/problems.ts";

/** Input that cannot be taken; a rejected coding says what is wrong line by line. */
export class InvalidInputError extends StanceGraphError {
  readonly problems: readonly Problem[];

  constructor(message: string, path: readonly string[] = [], problems: readonly Problem[] = []) {
    super("invalid", message, path);
    this.problems = problems;
  }
}

/** What was named is not there. */
export class NotFoundError extends StanceGraphError {
  constructor(message: string, path: readonly string[] = []) {
    super("not_found", message, path);
  }
}

/** It contradicts what is there. */
export class ConflictError extends StanceGraphError {
  constructor(message: string, path: readonly string[] = []) {
    super("conflict", message, path);
  }
}

/** The key does not allow it. */
export class ForbiddenError extends StanceGraphError {
  constructor(message: string, path: readonly string[] = []) {
    super("forbidden", message, path);
  }
}

/** The store cannot be used just now, or is damaged. */
export class UnavailableError extends StanceGraphError {
  constructor(code: "unavailable" | "corrupt", message: string, path: readonly string[] = []) {
    super(code, message, path);
  }
}

export const userErrors = [
  InvalidInputError,
  NotFoundError,
  ConflictError,
  ForbiddenError,
  UnavailableError,
] as const;

/** An expected trouble as the kind of its code, which the API has a type for. */
export function userErrorOf(error: StanceGraphError): StanceGraphError {
  const { code, message, path } = error;
  switch (code) {
    case "invalid":
      return new InvalidInputError(message, path, problemsOf(error));
    case "not_found":
      return new NotFoundError(message, path);
    case "conflict":
      return new ConflictError(message, path);
    case "forbidden":
      return new ForbiddenError(message, path);
    case "unavailable":
    case "corrupt":
      return new UnavailableError(code, message, path);
  }
}

/** Each thing wrong in its place. */
function problemsOf(error: StanceGraphError): readonly Problem[] {
  if (error instanceof RejectedError) return error.problems;
  const flaws = error instanceof ShapeError ? error.flaws : [error];
  return flaws.map(({ path, message }) => ({ file: "input", line: null, field: path.join("."), message }));
}

/** `NOT_FOUND`: a code as the API writes it. */
export function apiCodeOf(code: ErrorCode): Uppercase<ErrorCode> {
  return code.toUpperCase() as Uppercase<ErrorCode>;
}

/**
 * An error as the caller may see it, with its code in `extensions.code`; null when it is unexpected, to be masked
 * and logged. A fault of the document itself, which has no error beneath, is the caller's and passes as it is.
 */
export function graphqlErrorOf(error: unknown): GraphQLError | null {
  if (!(error instanceof GraphQLError)) return error instanceof StanceGraphError ? asGraphQL(error) : null;
  const cause = causeOf(error);
  if (cause instanceof StanceGraphError) return asGraphQL(cause, error);
  return cause === undefined ? error : null;
}

/** What was thrown, beneath the errors that GraphQL makes of it. */
function causeOf({ originalError }: GraphQLError): Error | undefined {
  return originalError instanceof GraphQLError ? causeOf(originalError) : (originalError ?? undefined);
}

function asGraphQL(cause: StanceGraphError, error?: GraphQLError): GraphQLError {
  const problems = cause instanceof RejectedError ? { problems: cause.problems } : {};
  const path = cause.path.length > 0 ? { argumentPath: cause.path } : {};
  return new GraphQLError(error?.message ?? cause.message, {
    nodes: error?.nodes ?? null,
    source: error?.source ?? null,
    positions: error?.positions ?? null,
    path: error?.path ?? null,
    originalError: cause,
    extensions: { ...error?.extensions, code: apiCodeOf(cause.code), ...path, ...problems },
  });
}
