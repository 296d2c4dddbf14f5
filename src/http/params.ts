import type { GraphQLError } from "graphql";
import type { GraphQLParams } from "graphql-yoga";
import { StanceGraphError } from "../domain/error.ts";
import { bodyText, RefusedBody } from "./body.ts";
import type { Head } from "./head.ts";
import { within } from "./json.ts";
import type { Persisted } from "./persisted.ts";
import { asGraphQL, refusalOf } from "./refusal.ts";

interface Rules {
  readonly persisted: Persisted;
  readonly maxBodyBytes: number;
}

/**
 * What a GraphQL request asks, from the query string of a GET or the JSON of a POST. A page elsewhere can make a
 * browser post forms and plain text without asking first, so nothing but JSON is taken.
 */
export async function paramsOf(request: Request, { persisted, maxBodyBytes }: Rules): Promise<GraphQLParams> {
  try {
    if (request.method === "GET") return paramsIn(request, "", persisted);
    if (!isJson(request.headers.get("content-type"))) throw unsupported();
    return paramsIn(request, await bodyText(request, maxBodyBytes), persisted);
  } catch (error) {
    if (error instanceof StanceGraphError) throw asGraphQL(refusalOf(error));
    throw error instanceof RefusedBody ? asGraphQL(error.refusal) : error;
  }
}

/** The same, when the body has been read; throws what is wrong with it. */
export function paramsIn({ method, url }: Head, body: string, persisted: Persisted): GraphQLParams {
  const params = method === "GET" ? searchParams(new URL(url)) : parsed(body, "The body");
  return checked(params, persisted);
}

export function isJson(contentType: string | null): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}

function searchParams({ searchParams: given }: URL): Readonly<Record<string, unknown>> {
  const json = (name: string) =>
    given.get(name) ? parsed(given.get(name) ?? "", `The parameter "${name}"`) : undefined;
  return {
    query: given.get("query") ?? undefined,
    operationName: given.get("operationName") ?? undefined,
    variables: json("variables"),
    extensions: json("extensions"),
  };
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`${what} is not valid JSON: ${(error as Error).message}.`);
  }
}

function checked(params: unknown, persisted: Persisted): GraphQLParams {
  if (!isObject(params))
    throw badRequest('The body must be one JSON object, as in {"query": "{ __typename }"}.');
  const { operationName, variables, extensions } = params;
  const query = persisted.textOf(params.query, extensions);
  if (typeof query !== "string" || query === "")
    throw badRequest("There is no “query”; give a GraphQL document as text.");
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (value !== undefined && value !== null && !isObject(value))
      throw badRequest(`“${name}” must be an object.`);
    within(value, `“${name}”`);
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== "string") {
    throw badRequest("“operationName” must be a text.");
  }
  return { query, operationName, variables, extensions } as GraphQLParams;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unsupported(): GraphQLError {
  const message = "Send the request as JSON, with the header “Content-Type: application/json”.";
  return refusal(415, "UNSUPPORTED_MEDIA_TYPE", message);
}

function badRequest(message: string): GraphQLError {
  return refusal(400, "BAD_REQUEST", message);
}

function refusal(status: number, code: string, message: string): GraphQLError {
  return asGraphQL({ status, code, message });
}
