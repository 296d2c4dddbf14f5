import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from "graphql";
import { type Narrow, narrow, narrowMany } from "../../store/narrow.ts";
import type { Tie } from "../../store/related.ts";
import type { ValueField } from "../../store/values.ts";
import type { RelationField, Table } from "../../store/where.ts";
import { fieldsOf, type Source, selectionsOf } from "./fields.ts";
import type { Column } from "./run.ts";

/**
 * How objects of a table are written from its rows alone: which columns are read, and what is made of them. There is
 * one where all that is asked of an object are columns of its row, and rows of which it names the ids.
 */
export interface RowPlan {
  readonly table: Table;
  readonly columns: readonly string[];
  readonly fields: readonly RowField[];
  readonly byId: Narrow;
  readonly byKey: Narrow;
  /** Whether its columns are nothing but the id and the key, by which its rows are asked for. */
  readonly isNamesOnly: boolean;
}

/** A field of a row: where its columns begin, what they hold, and how the text starts. */
export type RowField = { readonly start: string; readonly at: number } & (
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "value"; readonly isDate: boolean; readonly column: Column }
  | { readonly kind: "one"; readonly plan: RowPlan }
  | { readonly kind: "many"; readonly plan: RowPlan; readonly read: Narrow }
);

/** The plan for a type's rows, where its extensions name a table; null where rows do not say all that is asked. */
export function rowPlanOf(
  source: Source,
  type: GraphQLObjectType,
  asked: ReadonlyMap<string, readonly FieldNode[]>,
): RowPlan | null {
  const table = tableOf(type);
  if (table === undefined) return null;
  // Before them comes what the row was named by.
  const columns: string[] = ["id"];
  const fields: RowField[] = [];
  for (const [name, nodes] of asked) {
    const start = `${fields.length === 0 ? "{" : ","}${JSON.stringify(name)}:`;
    const field = rowField(source, { type, table, nodes, columns });
    if (field === null) return null;
    fields.push({ start, ...field });
  }
  return {
    table,
    columns,
    fields,
    byId: narrow(table, "id", columns),
    byKey: narrow(table, "key", columns),
    isNamesOnly: columns.every((column) => column === "id" || column === "key"),
  };
}

interface Place {
  readonly type: GraphQLObjectType;
  readonly table: Table;
  readonly nodes: readonly FieldNode[];
  /** The columns read so far; what a field needs is added. */
  readonly columns: string[];
}

type Unstarted<F> = F extends unknown ? Omit<F, "start"> : never;

function rowField(source: Source, { type, table, nodes, columns }: Place): Unstarted<RowField> | null {
  const [node] = nodes as [FieldNode];
  const name = node.name.value;
  const at = columns.length + 1;
  if (name === "__typename") return { kind: "name", at, text: JSON.stringify(type.name) };
  const field = table.fields[name] ?? table.shown?.[name];
  const shown = type.getFields()[name];
  if (field === undefined || shown === undefined || (node.arguments ?? []).length > 0) return null;
  if ("table" in field) {
    return relationField(source, { field, type: shown.type, nodes, columns });
  }
  columns.push(...columnsOf(field));
  return { kind: "value", at, isDate: field.kind === "date", column: source.columnOf(shown.type, nodes) };
}

interface Related {
  readonly field: RelationField;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  readonly columns: string[];
}

/** What merges lead elsewhere is left to the loaders, which follow them. */
function relationField(source: Source, { field, type, nodes, columns }: Related): Unstarted<RowField> | null {
  const { tie, kind } = field;
  const target = getNamedType(type);
  const isMany = kind === "many";
  if (tie.coded !== undefined || !isObjectType(target) || tableOf(target) !== field.table()) return null;
  if (isMany !== isListType(getNullableType(type)) || (isMany && tie.through?.order === undefined))
    return null;
  const plan = rowPlanOf(source, target, fieldsOf(source, target, selectionsOf(nodes)));
  if (plan === null) return null;
  const at = columns.length + 1;
  columns.push(tie.column);
  return isMany
    ? { kind: "many", at, plan, read: narrowMany(tie as Tie, plan.table, plan.columns) }
    : { kind: "one", at, plan };
}

function tableOf(type: GraphQLObjectType): Table | undefined {
  return type.extensions.table as Table | undefined;
}

function columnsOf({ kind, column }: ValueField): readonly string[] {
  return kind === "date" ? [`${column}_edtf`, `${column}_earliest`, `${column}_latest`] : [column];
}
