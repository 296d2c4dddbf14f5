import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
  type DefinitionNode,
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { goesThroughAll } from "./cost.ts";
import { costsOf, maxCosts, weightsOf } from "./cost-memory.ts";
import { wholeGraph } from "./limits.ts";
import { schema } from "./schema.ts";
import { variableValues } from "./variables.ts";

/**
 * What an operation would cost, counted before anything is run: about one a field and item, and much more for each
 * field that goes through the whole graph, however many items it then gives. Variables that do not fit their types
 * are an error, as they are on execution. It is counted once for a document and what costs read of the variables.
 */
export function costOfOperation(
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): number {
  const operation = getOperationAST(document, operationName);
  const definitions = operation?.variableDefinitions ?? [];
  const { coerced, errors } = variableValues(schema, definitions, variables);
  if (errors !== undefined) throw errors[0];
  const costs = costsOf(document);
  const key = JSON.stringify([operationName, ...weightsOf(document, definitions, coerced)]);
  const known = costs.get(key);
  if (known !== undefined) return known;
  const cost = measuredCost(document, operation ?? null, variables);
  if (costs.size >= maxCosts) costs.clear();
  costs.set(key, cost);
  return cost;
}

function measuredCost(
  document: DocumentNode,
  operation: OperationDefinitionNode | null,
  variables: Readonly<Record<string, unknown>>,
): number {
  const definitions = document.definitions.filter(
    (each) => each.kind !== Kind.OPERATION_DEFINITION || each === operation,
  );
  const asked = { ...document, definitions };
  const { complexity } = complexityFromQuery(asked, { schema, variables });
  return complexity + wholeGraph * timesThroughAll(asked);
}

/**
 * How often an operation goes through the whole graph: once for each place where it asks for such a field. Below a
 * list that place counts once, as the answers for all its items are computed together.
 */
function timesThroughAll({ definitions }: DocumentNode): number {
  const known = new Map<DefinitionNode | undefined, number>();
  const timesIn = (definition: DefinitionNode | undefined): number => {
    if (definition === undefined || known.has(definition)) return known.get(definition) ?? 0;
    // A fragment that spreads itself is refused elsewhere.
    known.set(definition, 0);
    known.set(definition, fieldsThroughAll(definition) + sumOf(spreadsIn(definition).map(timesIn)));
    return known.get(definition) ?? 0;
  };
  const spreadsIn = (definition: DefinitionNode) =>
    namesSpreadIn(definition).map((name) =>
      definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name),
    );
  return timesIn(definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION));
}

function fieldsThroughAll(definition: DefinitionNode): number {
  const types = new TypeInfo(schema);
  let count = 0;
  const Field = () => {
    if (goesThroughAll(types.getFieldDef())) count += 1;
  };
  visit(definition, visitWithTypeInfo(types, { Field }));
  return count;
}

function namesSpreadIn(definition: DefinitionNode): readonly string[] {
  const names: string[] = [];
  visit(definition, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
