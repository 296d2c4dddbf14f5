import { type GraphQLSchema, getVariableValues, type VariableDefinitionNode } from "graphql";

export type Variables = Readonly<Record<string, unknown>>;
type Definitions = readonly VariableDefinitionNode[];

interface Coerced {
  readonly schema: GraphQLSchema;
  readonly definitions: Definitions;
  readonly variables: Variables;
  readonly values: ReturnType<typeof getVariableValues>;
}

let last: Coerced | null = null;

/** Variables as their types have them, or what is wrong with them. What a query costs and its plan ask for the same in turn. */
export function variableValues(
  schema: GraphQLSchema,
  definitions: Definitions,
  variables: Variables,
): Coerced["values"] {
  if (last?.variables !== variables || last.definitions !== definitions || last.schema !== schema) {
    last = { schema, definitions, variables, values: getVariableValues(schema, definitions, variables) };
  }
  return last.values;
}
