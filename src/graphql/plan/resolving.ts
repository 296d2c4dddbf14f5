import { type FieldNode, type GraphQLField, getArgumentValues, visit } from "graphql";
import type { Context } from "../context.ts";
import type { Run } from "./run.ts";
import { Unplanned } from "./unplanned.ts";

/** The values of a field of many objects, as its resolver gives them. */
export type Resolving = (sources: readonly unknown[], run: Run) => readonly unknown[];

type Field = GraphQLField<unknown, unknown>;
type Resolve = (source: unknown, args: object, context: Context, info: null) => unknown;

export function resolving(field: Field, node: FieldNode): Resolving {
  const { pothosExposedField: exposed, pothosOptions, pothosArgMappers } = field.extensions as Extensions;
  if (pothosOptions?.authScopes !== undefined || (pothosArgMappers ?? []).length > 0) throw new Unplanned();
  if (exposed !== undefined) return (sources) => sources.map((source) => (source as Values)[exposed]);
  const resolve = (field.extensions.pothosOriginalResolve ?? field.resolve) as Resolve | undefined;
  if (resolve === undefined) throw new Unplanned();
  const argsIn = argsOf(field, node);
  return (sources, run) => {
    const args = argsIn(run);
    return sources.map((source) => atOnce(resolve(source, args, run.context, null)));
  };
}

/** What Pothos notes on a field. */
export interface Extensions {
  readonly pothosExposedField?: string;
  readonly pothosOptions?: { readonly authScopes?: unknown };
  readonly pothosArgMappers?: readonly unknown[];
}

type Values = Readonly<Record<string, unknown>>;

/** Arguments without variables are the same each time. */
function argsOf(field: Field, node: FieldNode): (run: Run) => object {
  if (field.args.length === 0) return () => noArgs;
  if (usesVariables(node)) return ({ variables }) => getArgumentValues(field, node, variables);
  const args = getArgumentValues(field, node);
  return () => args;
}

const noArgs = Object.freeze({});

function usesVariables({ arguments: args = [] }: FieldNode): boolean {
  const variables: unknown[] = [];
  for (const arg of args) visit(arg, { Variable: (node) => void variables.push(node) });
  return variables.length > 0;
}

function atOnce(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (typeof (value as { readonly then?: unknown }).then === "function") throw new Unplanned();
  return value;
}
