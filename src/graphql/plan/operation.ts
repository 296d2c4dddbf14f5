import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import type { Context } from "../context.ts";
import { variableValues } from "../variables.ts";
import { columnOf } from "./column.ts";
import type { Source } from "./fields.ts";
import { fragmentsOf } from "./fragments.ts";
import { objectColumn } from "./object.ts";
import type { Column } from "./run.ts";
import { Unplanned } from "./unplanned.ts";

/** Answers a query with the JSON text of its data; throws `Unplanned` where the ordinary executor must. */
export type Plan = (variables: Readonly<Record<string, unknown>>, context: Context) => string;

/** The plan of a query in a validated document; null for what only the ordinary executor knows. */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): Plan | null {
  const operation = getOperationAST(document, operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || type == null) return null;
  try {
    const data = objectColumn(sourceOf(schema, document), type, [operation.selectionSet]);
    return (variables, context) => run(schema, operation, data, variables, context);
  } catch (error) {
    if (error instanceof Unplanned) return null;
    throw error;
  }
}

function sourceOf(schema: GraphQLSchema, { definitions }: DocumentNode): Source {
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === "FragmentDefinition" ? [[each.name.value, each satisfies FragmentDefinitionNode]] : [],
    ),
  );
  const source: Source = { schema, fragments, columnOf: (type, nodes) => columnOf(source, type, nodes) };
  return source;
}

function run(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  data: Column,
  variables: Readonly<Record<string, unknown>>,
  context: Context,
): string {
  const { coerced } = variableValues(schema, variableDefinitions, variables);
  if (coerced === undefined) throw new Unplanned();
  const [text] = data([{}], {
    context,
    variables: coerced,
    fragments: fragmentsOf(context.store),
    isKept: false,
  });
  return text as string;
}
