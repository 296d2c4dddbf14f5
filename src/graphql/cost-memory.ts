import { type DocumentNode, type VariableDefinitionNode, visit } from "graphql";
import { costArguments } from "./cost.ts";

/** Costs counted of one document, by what they were made of; for as long as somebody keeps the document. */
const known = new WeakMap<DocumentNode, Map<string, number>>();
export const maxCosts = 100;

export function costsOf(document: DocumentNode): Map<string, number> {
  const costs = known.get(document) ?? new Map<string, number>();
  known.set(document, costs);
  return costs;
}

/** What the cost of an operation reads of its variables; of one that it does not read, whether it is there. */
export function weightsOf(
  document: DocumentNode,
  definitions: readonly VariableDefinitionNode[],
  values: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  if (definitions.length === 0) return [];
  const costly = costlyVariables(document);
  return definitions.map(({ variable: { name } }) => {
    const value = values[name.value];
    if (value === undefined) return "none";
    return value === null || !costly.has(name.value) ? value === null : weightOf(value);
  });
}

function weightOf(value: unknown): unknown {
  if (typeof value === "string") return "text";
  return Array.isArray(value) ? ["list", value.length] : value;
}

const readBy = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** The variables in arguments that costs are made of. */
function costlyVariables(document: DocumentNode): ReadonlySet<string> {
  const found = readBy.get(document);
  if (found !== undefined) return found;
  const names = new Set<string>();
  visit(document, {
    Argument(argument) {
      if (!costArguments.has(argument.name.value)) return;
      visit(argument, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  readBy.set(document, names);
  return names;
}
