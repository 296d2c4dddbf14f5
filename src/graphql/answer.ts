import { type DocumentNode, execute } from "graphql";
import type { Context } from "./context.ts";
import { schema } from "./schema.ts";

/** A request whose document is valid. */
export interface Asked {
  readonly document: DocumentNode;
  /** Needed where the document has several operations. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The JSON text `{"data":…}` of a query that goes well at once; null for anything else, which is told elsewhere. */
export function answerText({ document, operationName, variables }: Asked, context: Context): string | null {
  const result = execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue: context,
  });
  if (!("data" in result)) return null;
  return result.errors === undefined ? JSON.stringify(result) : null;
}
