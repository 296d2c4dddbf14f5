import { complexityFromQuery } from "@pothos/plugin-complexity";
import { type DocumentNode, getOperationAST, Kind } from "graphql";
import { schema } from "./schema.ts";

/**
 * What an operation would cost, counted before anything is run: about one a field and item. Variables that do not
 * fit their types are an error, as they are on execution.
 */
export function costOfOperation(
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): number {
  const operation = getOperationAST(document, operationName);
  const definitions = document.definitions.filter(
    (each) => each.kind !== Kind.OPERATION_DEFINITION || each === operation,
  );
  return complexityFromQuery({ ...document, definitions }, { schema, variables }).complexity;
}
