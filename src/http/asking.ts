import { type DocumentNode, type ExecutionResult, execute, parse } from "graphql";
import { type Context, contextOf } from "../graphql/context.ts";
import { graphqlErrorOf } from "../graphql/errors.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import type { Place } from "../web/place.ts";
import type { View } from "../web/view.ts";
import type { Call } from "./call.ts";
import type { ComputePool } from "./compute-pool.ts";

export interface AskingOptions {
  readonly store: Store;
  readonly version: string;
  readonly pool: ComputePool;
}

/** Asks what a view asks, in this process; throws what keeps it from being answered. */
export async function askedBy(
  view: View,
  place: Place,
  options: AskingOptions,
  request: Request,
  call: Call,
): Promise<unknown> {
  const { first, document, variables } = view;
  const context = contextFor(options, request, call);
  const before = first && (await asked(first.document, first.variables(place), context));
  return await asked(document, variables(place, before), context);
}

async function asked(
  text: string,
  variableValues: Readonly<Record<string, unknown>>,
  contextValue: Context,
): Promise<unknown> {
  const { data, errors }: ExecutionResult = await execute({
    schema,
    document: documentOf(text),
    contextValue,
    variableValues,
  });
  const [error] = errors ?? [];
  if (error !== undefined) throw graphqlErrorOf(error)?.originalError ?? error;
  return data;
}

const documents = new Map<string, DocumentNode>();

/** Parsed once: there are as many as views. */
function documentOf(text: string): DocumentNode {
  const document = documents.get(text) ?? parse(text);
  documents.set(text, document);
  return document;
}

function contextFor({ store, version, pool }: AskingOptions, request: Request, { who }: Call): Context {
  const limits = { maxComplexity: Number.POSITIVE_INFINITY };
  return contextOf({ store, who, scope: "read", version, limits, compute: pool.computeFor(request.signal) });
}
