import type { Scope } from "../domain/coder.ts";
import type { KeyId } from "../domain/id.ts";
import type { Feed } from "../graphql/feed.ts";
import type { Head } from "./head.ts";

export type OperationKind = "query" | "mutation" | "subscription";

/** One request while it is answered: what its log line, the metrics and masked errors tell of it. */
export interface Call {
  /** Goes into the log, the response's headers and masked errors, so that a complaint finds its log line. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Milliseconds of a clock that only runs forward. */
  readonly startedAt: number;
  /** The path of the route that answers; null when there is none. */
  route: string | null;
  /** Who asks, as the audit names them, and what they may do. */
  who: string;
  scope: Scope | null;
  /** Of a GraphQL request, once it is parsed. */
  operation: { readonly kind: OperationKind; readonly name: string | null } | null;
  /** Of a GraphQL query: the tag that its answer gets when nothing fails. */
  etag: string | null;
  /** What a subscription is told by; closed when nobody listens any more. */
  news: Feed | null;
  /** The key that was shown; null when none was. */
  key: KeyId | null;
  /** Whether the answer has gone out, or the caller is gone. */
  isOver: boolean;
  /** Of a mutation: what could not be done because the store was not available just now. */
  unavailable: number;
  /** Codes of what went wrong. */
  readonly failures: string[];
}

const sane = /^[\w.:-]{1,64}$/;

/** A request as it comes in. Its own id is kept when it looks like one. */
export function callOf({ method, headers }: Head, path: string, newId: () => string): Call {
  const given = headers.get("x-request-id") ?? "";
  return {
    id: sane.test(given) ? given : newId(),
    method,
    path,
    startedAt: performance.now(),
    route: null,
    who: "anonymous",
    scope: null,
    operation: null,
    etag: null,
    news: null,
    key: null,
    isOver: false,
    unavailable: 0,
    failures: [],
  };
}
