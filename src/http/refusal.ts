import { GraphQLError } from "graphql";
import type { ErrorCode, StanceGraphError } from "../domain/error.ts";
import { apiCodeOf } from "../graphql/errors.ts";
import { errorPage } from "../web/error.ts";
import type { Call } from "./call.ts";
import { htmlResponse, prefersHtml } from "./html.ts";

/** A request that is not answered: an HTTP status, a code for programs, a sentence for people. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The one place where the troubles of the domain become HTTP statuses. */
const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  not_found: 404,
  conflict: 409,
  forbidden: 403,
  unavailable: 503,
  corrupt: 500,
};

/** Seconds after which what was not available just now may be. */
export const retryAfter = "1";

export function refusalOf(error: StanceGraphError): Refusal {
  const headers: Record<string, string> = error.code === "unavailable" ? { "retry-after": retryAfter } : {};
  return { status: statuses[error.code], code: apiCodeOf(error.code), message: error.message, headers };
}

/** What a caller sees of a trouble that nobody foresaw; the log has the rest. */
export const internalError: Refusal = { status: 500, code: "INTERNAL", message: "Internal error" };

/** A refusal as a page for browsers, else as JSON in the form of a GraphQL error. */
export function refuse(request: Request, call: Call, refusal: Refusal): Response {
  const { status, code, message, headers } = refusal;
  call.failures.push(code);
  const init = { status, headers: { "cache-control": "no-store", ...headers } };
  if (prefersHtml(request)) return htmlResponse(errorPage({ status, message, requestId: call.id }), init);
  return Response.json({ errors: [{ message, extensions: { code, requestId: call.id } }] }, init);
}

/** A refusal as Yoga takes it: with its status whatever media type the caller accepts. */
export function asGraphQL({ status, code, message, headers = {} }: Refusal): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers, spec: false } } });
}
