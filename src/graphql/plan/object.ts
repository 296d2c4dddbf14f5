import { type FieldNode, type GraphQLObjectType, isObjectType, type SelectionSetNode } from "graphql";
import { fieldsOf, type Source } from "./fields.ts";
import { keeping, keptColumn } from "./kept.ts";
import { type One, propertyText } from "./property.ts";
import { resolving } from "./resolving.ts";
import { rowPlanOf } from "./row-plan.ts";
import { rowColumn } from "./rows.ts";
import type { Column } from "./run.ts";
import { Unplanned } from "./unplanned.ts";

/** Writes objects of one type with the fields asked for: from rows where these say it all, else by the resolvers. */
export function objectColumn(
  source: Source,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
): Column {
  const asked = fieldsOf(source, type, selections);
  const plan = rowPlanOf(source, type, asked);
  if (plan !== null) return rowColumn(plan);
  const column = joined(fieldsIn(source, type, asked));
  const keyOf = keeping(source, type, asked);
  return keyOf === null ? column : keptColumn(column, keyOf);
}

interface Field {
  /** What comes before its value. */
  readonly start: string;
  readonly column: Column;
  /** The text of one object's value, where that is a property of it. */
  readonly one: One | null;
}

function fieldsIn(
  source: Source,
  type: GraphQLObjectType,
  asked: ReadonlyMap<string, readonly FieldNode[]>,
): readonly Field[] {
  return [...asked].map(([name, nodes], index) => ({
    start: `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`,
    column: fieldColumn(source, type, nodes),
    one: propertyText(type, nodes[0] as FieldNode),
  }));
}

function fieldColumn(source: Source, type: GraphQLObjectType, nodes: readonly FieldNode[]): Column {
  const [node] = nodes as [FieldNode];
  if (node.name.value === "__typename") {
    const text = JSON.stringify(type.name);
    return (sources) => sources.map(() => text);
  }
  const field = type.getFields()[node.name.value];
  if (field === undefined || !isReadable(type)) throw new Unplanned();
  const resolve = resolving(field, node);
  const column = source.columnOf(field.type, nodes);
  return (sources, run) => column(resolve(sources, run), run);
}

/** Types for which a key of a certain scope is needed are left to the ordinary executor; reading is checked before. */
function isReadable(type: GraphQLObjectType): boolean {
  const { pothosOptions } = type.extensions as { pothosOptions?: { authScopes?: unknown } };
  return isObjectType(type) && (type.name === "Query" || pothosOptions?.authScopes === undefined);
}

function joined(fields: readonly Field[]): Column {
  const ones = fields.flatMap(({ start, one }) => (one === null ? [] : [{ start, one }]));
  if (ones.length === fields.length) return (sources) => sources.map((source) => `${textOf(ones, source)}}`);
  return (sources, run) => {
    if (sources.length === 0) return [];
    const columns = fields.map(({ column }) => column(sources, run));
    return sources.map((_, index) => {
      let text = "";
      for (let place = 0; place < fields.length; place += 1) {
        text += (fields[place] as Field).start + (columns[place] as readonly string[])[index];
      }
      return `${text}}`;
    });
  };
}

/** An object of which all that is asked are properties: ties of networks come by ten thousands. */
function textOf(fields: readonly { readonly start: string; readonly one: One }[], source: unknown): string {
  let text = "";
  for (const { start, one } of fields) text += start + one(source);
  return text;
}
