import { hash } from "node:crypto";
import { getOperationAST, parse } from "graphql";
import type { GraphQLParams } from "graphql-yoga";
import type { Dataset } from "../store/dataset.ts";
import type { Call } from "./call.ts";
import type { Head } from "./head.ts";

/** A strong tag: the same parts, in the same order, make the same answer to the byte. */
export function etagOf(parts: readonly unknown[]): string {
  return `"${hash("sha256", JSON.stringify(parts), "base64url")}"`;
}

interface Asking {
  readonly head: Head;
  readonly call: Call;
  readonly params: GraphQLParams;
  readonly version: string;
  readonly dataset: Pick<Dataset, "id" | "revision">;
}

/** The tag of the answer to a query. Who asks counts by what they may do, and what they accept by its very letters. */
export function answerTag({ head, call, params, version, dataset: { id, revision } }: Asking): string {
  const asked = [params.query, params.variables ?? null, params.operationName ?? null];
  return etagOf([version, id, revision, call.scope, head.headers.get("accept"), ...asked]);
}

/** Whether the caller has the answer already. */
export function hasCurrent({ method, headers }: Head, etag: string): boolean {
  const given = headers.get("if-none-match");
  if (given === null) return false;
  if (given.trim() === "*") return method !== "POST";
  return given.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}

export function notModified(etag: string, call: Call): Response {
  return new Response(null, { status: 304, headers: { etag, ...cacheHeaders(call) } });
}

/** Kept by anybody who asks again before using it; by the caller alone when a key was needed. */
export function cacheHeaders(call: Call): Readonly<Record<string, string>> {
  return {
    "cache-control": call.who === "anonymous" ? "no-cache" : "private, no-cache",
    vary: "Accept, Authorization, Accept-Encoding",
  };
}

/** Whether a request asks a query: what else there is must never be answered from a cache. */
export function asksQuery({ query, operationName }: GraphQLParams): boolean {
  try {
    return getOperationAST(parse(query ?? ""), operationName)?.operation === "query";
  } catch {
    // Not GraphQL; the execution will say so.
    return false;
  }
}
