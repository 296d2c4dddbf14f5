import { type ExecutionResult, GraphQLError } from "graphql";
import { StanceGraphError } from "../domain/error.ts";
import { graphqlErrorOf } from "../graphql/errors.ts";
import type { Call } from "./call.ts";
import type { Log } from "./log.ts";
import { internalError, refusalOf } from "./refusal.ts";

/**
 * A result as the caller may see it. Expected errors keep their sentence and code; anything else is logged with its
 * stack and told as "Internal error" with the request's id.
 */
export function shown(result: ExecutionResult, call: Call, log: Log): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => shownError(error, result, call, log));
  call.failures.push(...errors.map(({ extensions }) => String(extensions.code ?? "UNKNOWN")));
  return { ...result, errors };
}

function shownError(error: GraphQLError, result: ExecutionResult, call: Call, log: Log): GraphQLError {
  const expected = graphqlErrorOf(error);
  if (expected === null) {
    const cause = error.originalError ?? error;
    log.error({ requestId: call.id, err: cause, path: error.path }, "unexpected error");
    return withStatus(masked(error, call), internalError.status, result);
  }
  const cause = expected.originalError;
  return cause instanceof StanceGraphError ? withStatus(expected, refusalOf(cause).status, result) : expected;
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
function withStatus(error: GraphQLError, status: number, { data }: ExecutionResult): GraphQLError {
  const tells = status === 403 || status >= 500;
  if ((data !== null && data !== undefined) || !tells) return error;
  Object.assign(error.extensions, { http: { status, spec: false } });
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
): AsyncIterable<ExecutionResult> {
  const each = shownInTurn(results, call, log);
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
): AsyncGenerator<ExecutionResult, undefined> {
  try {
    for await (const result of results) yield shown(result, call, log);
  } catch (error) {
    const message = internalError.message;
    yield shown({ errors: [new GraphQLError(message, { originalError: error as Error })] }, call, log);
  }
}
