import type { GraphQLError } from "graphql";
import type { GraphQLParams } from "graphql-yoga";
import { StanceGraphError } from "../domain/error.ts";
import { bodyText, RefusedBody } from "./body.ts";
import { within } from "./json.ts";
import { asGraphQL, refusalOf } from "./refusal.ts";

/**
 * What a GraphQL request asks, from the query string of a GET or the JSON of a POST. A page elsewhere can make a
 * browser post forms and plain text without asking first, so nothing but JSON is taken.
 */
export async function paramsOf(request: Request, maxBytes: number): Promise<GraphQLParams> {
  try {
    const params =
      request.method === "GET" ? searchParams(new URL(request.url)) : await bodyParams(request, maxBytes);
    return checked(params);
  } catch (error) {
    if (error instanceof StanceGraphError) throw asGraphQL(refusalOf(error));
    throw error instanceof RefusedBody ? asGraphQL(error.refusal) : error;
  }
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

async function bodyParams(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw refusal(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "Send the request as JSON, with the header “Content-Type: application/json”.",
    );
  }
  return parsed(await bodyText(request, maxBytes), "The body");
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`${what} is not valid JSON: ${(error as Error).message}.`);
  }
}

function checked(params: unknown): GraphQLParams {
  if (!isObject(params))
    throw badRequest('The body must be one JSON object, as in {"query": "{ __typename }"}.');
  const { query, operationName, variables, extensions } = params;
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

function badRequest(message: string): GraphQLError {
  return refusal(400, "BAD_REQUEST", message);
}

function refusal(status: number, code: string, message: string): GraphQLError {
  return asGraphQL({ status, code, message });
}
