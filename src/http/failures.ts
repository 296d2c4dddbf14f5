import { type ExecutionResult, GraphQLError } from "graphql";
import { StanceGraphError } from "../domain/error.ts";
import { graphqlErrorOf } from "../graphql/errors.ts";
import type { Call } from "./call.ts";
import type { Log } from "./log.ts";
import { nameless } from "./nameless.ts";
import { internalError, type Refusal, refusalOf, retryAfter } from "./refusal.ts";

/**
 * A result as the caller may see it. Expected errors keep their sentence and code; anything else is logged with its
 * stack and told as "Internal error" with the request's id. `path` is the store's file, which is never named.
 */
export function shown(result: ExecutionResult, call: Call, log: Log, path: string): ExecutionResult {
  if (result.errors === undefined) return withUnavailable(result, call);
  const errors = result.errors.map((error) => shownError(error, result, call, log, path));
  call.failures.push(...errors.map(({ extensions }) => String(extensions.code ?? "UNKNOWN")));
  return { ...result, errors };
}

/** A mutation of which nothing could be done, as the store was not available, says so in its status, too. */
function withUnavailable(result: ExecutionResult, call: Call): ExecutionResult {
  if (call.unavailable === 0 || call.unavailable < Object.keys(result.data ?? {}).length) return result;
  const http = { status: 503, headers: { "retry-after": retryAfter } };
  return { ...result, extensions: { ...result.extensions, http } };
}

function shownError(
  error: GraphQLError,
  result: ExecutionResult,
  call: Call,
  log: Log,
  path: string,
): GraphQLError {
  const expected = graphqlErrorOf(error);
  if (expected === null) {
    const cause = error.originalError ?? error;
    log.error({ requestId: call.id, err: cause, path: error.path }, "unexpected error");
    return withStatus(masked(error, call), internalError.status, result);
  }
  const cause = expected.originalError;
  if (!(cause instanceof StanceGraphError)) return expected;
  const { status, message, headers } = refusalOf(nameless(cause, path));
  if (message !== cause.message) log.warn({ requestId: call.id, reason: cause.message }, "store trouble");
  return withStatus(retold(expected, cause, message), status, result, headers);
}

/** The same error, with another sentence where it has that of its cause. */
function retold(error: GraphQLError, { message: original }: StanceGraphError, message: string): GraphQLError {
  if (message === original) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes: nodes ?? null, source, positions, path, extensions });
}

function masked(error: GraphQLError, call: Call): GraphQLError {
  return new GraphQLError(internalError.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { code: internalError.code, requestId: call.id },
  });
}

/**
 * An answer with data, or with null in its place, is 200 by graphql-over-HTTP. Only when nothing could be answered
 * because the caller may not, or the server cannot, the status says so, too.
 */
function withStatus(
  error: GraphQLError,
  status: number,
  { data }: ExecutionResult,
  headers: Refusal["headers"] = {},
): GraphQLError {
  const tells = status === 403 || status >= 500;
  if ((data !== null && data !== undefined) || !tells) return error;
  Object.assign(error.extensions, { http: { status, headers, spec: false } });
  return error;
}

/**
 * A stream of results, each as the caller may see it; one that breaks ends with a masked error. When the caller
 * leaves, its news end first: what waits for the next would wait on.
 */
export function shownEach(
  results: AsyncIterable<ExecutionResult>,
  call: Call,
  log: Log,
  path: string,
): AsyncIterable<ExecutionResult> {
  const each = shownInTurn(results, call, log, path);
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => each.next(),
      return: () => {
        call.news?.close();
        return each.return(undefined);
      },
    }),
  };
}

async function* shownInTurn(
  results: AsyncIterable<ExecutionResult>,
  call: Call,
  log: Log,
  path: string,
): AsyncGenerator<ExecutionResult, undefined> {
  try {
    for await (const result of results) yield shown(result, call, log, path);
  } catch (error) {
    const broken = new GraphQLError(internalError.message, { originalError: error as Error });
    yield shown({ errors: [broken] }, call, log, path);
  }
}
