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
import { type OnlyKey, onlyKeyBy, type ProjectedRow, projectedRow } from "./projected-rows.ts";
import type { Column } from "./run.ts";

/**
 * How objects of a table are written from its rows alone: what is read, and what is made of it. There is one where all
 * that is asked of an object are columns of its row, and rows of which it names the ids.
 */
export interface RowPlan {
  readonly table: Table;
  readonly columns: readonly string[];
  readonly fields: readonly RowField[];
  readonly byId: Narrow;
  readonly byKey: Narrow;
  /** What the projection says in place of the table; null where it does not hold all that is read. */
  readonly projected: ProjectedRow | null;
}

/** A field of a row: where its columns begin, what they hold, and how the text starts. */
export type RowField = { readonly start: string; readonly at: number } & (
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "value"; readonly isDate: boolean; readonly column: Column }
  | { readonly kind: "one"; readonly plan: RowPlan }
  | {
      readonly kind: "many";
      readonly plan: RowPlan;
      readonly read: Narrow;
      /** The key of the only row, where the projection knows that there is one alone; else 0. */
      readonly only: OnlyKey | null;
    }
);

type Asked = ReadonlyMap<string, readonly FieldNode[]>;

/** The plan for a type's rows, where its extensions name a table; null where rows do not say all that is asked. */
export function rowPlanOf(source: Source, type: GraphQLObjectType, asked: Asked): RowPlan | null {
  const table = tableOf(type);
  if (table === undefined) return null;
  // Before them comes what the row was named by.
  const columns: string[] = [];
  const fields = rowFields(source, asked, { type, table, columns });
  if (fields === null) return null;
  return {
    table,
    columns,
    fields,
    byId: narrow(table, "id", columns),
    byKey: narrow(table, "key", columns),
    projected: projectedRow(table, columns),
  };
}

interface Place {
  readonly type: GraphQLObjectType;
  readonly table: Table;
  /** What is read so far; what a field needs is added. */
  readonly columns: string[];
}

function rowFields(source: Source, asked: Asked, place: Place): readonly RowField[] | null {
  const fields: RowField[] = [];
  for (const [name, nodes] of asked) {
    const start = `${fields.length === 0 ? "{" : ","}${JSON.stringify(name)}:`;
    const field = rowField(source, nodes, place);
    if (field === null) return null;
    fields.push({ start, ...field });
  }
  return fields;
}

type Unstarted = RowField extends infer F ? (F extends unknown ? Omit<F, "start"> : never) : never;

function rowField(source: Source, nodes: readonly FieldNode[], place: Place): Unstarted | null {
  const { type, table, columns } = place;
  const [node] = nodes as [FieldNode];
  const name = node.name.value;
  const at = columns.length + 1;
  if (name === "__typename") return { kind: "name", at, text: JSON.stringify(type.name) };
  const field = table.fields[name] ?? table.shown?.[name];
  const shown = type.getFields()[name];
  if (field === undefined || shown === undefined || (node.arguments ?? []).length > 0) return null;
  if ("table" in field) return relationField(source, { field, type: shown.type, nodes }, place);
  columns.push(...columnsOf(field));
  return { kind: "value", at, isDate: field.kind === "date", column: source.columnOf(shown.type, nodes) };
}

interface Related {
  readonly field: RelationField;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
}

/** What merges lead elsewhere is left to the loaders, which follow them. */
function relationField(source: Source, { field, type, nodes }: Related, place: Place): Unstarted | null {
  const { tie, kind } = field;
  const target = getNamedType(type);
  const isMany = kind === "many";
  if (tie.coded !== undefined || !isObjectType(target) || tableOf(target) !== field.table()) return null;
  if (isMany !== isListType(getNullableType(type)) || (isMany && tie.through?.order === undefined))
    return null;
  const plan = rowPlanOf(source, target, fieldsOf(source, target, selectionsOf(nodes)));
  if (plan === null) return null;
  const { columns } = place;
  const at = columns.length + 1;
  columns.push(tie.column);
  return isMany
    ? {
        kind: "many",
        at,
        plan,
        read: narrowMany(tie as Tie, plan.table, plan.columns),
        only: onlyKeyBy(tie),
      }
    : { kind: "one", at, plan };
}

function tableOf(type: GraphQLObjectType): Table | undefined {
  return type.extensions.table as Table | undefined;
}

function columnsOf({ kind, column }: ValueField): readonly string[] {
  return kind === "date" ? [`${column}_edtf`, `${column}_earliest`, `${column}_latest`] : [column];
}
