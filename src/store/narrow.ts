import type { Tie } from "./related.ts";
import type { Sqlite } from "./sqlite.ts";
import { prepared } from "./statements.ts";
import type { Table } from "./where.ts";

/** A statement that reads chosen columns of the rows that some ids or keys name. Made once, run often. */
export interface Narrow {
  readonly sql: string;
}

/** Each row found: what it was named by, then the columns. */
export type NarrowRow = readonly (string | number | null)[];

/** What is read of each row: its own columns, and those of rows that it names, as `alias.column`. */
export interface Selected {
  readonly columns: readonly string[];
  readonly joins?: readonly Join[];
}

/** A row of a table that has a brief, named by a column that is never null; nothing but the brief is read of it. */
export interface Join {
  readonly alias: string;
  readonly table: Table;
  readonly column: string;
}

/** Rows of a table, by one of its columns that is unique. */
export function narrow({ name, brief }: Table, by: string, { columns, joins = [] }: Selected): Narrow {
  const isBrief = by === "id" && brief !== undefined && columns.every((name) => brief.columns.includes(name));
  const hint = isBrief ? ` indexed by ${brief.index}` : "";
  const selected = [by, ...columns].map(whole).join(", ");
  return {
    sql: `select ${selected} from ${name} t${hint}${joined(joins)}
      where t.${by} in (select value from json_each(?))`,
  };
}

/** Rows that others have many of: what each belongs to comes first, and those of one in their order. */
export function narrowMany(
  { through, innerColumn }: Tie,
  { name }: Table,
  { columns, joins = [] }: Selected,
) {
  if (through?.order === undefined) throw new Error(`The ${name} rows of another have no order.`);
  const { table, outer, inner, order } = through;
  const selected = [`x.${outer}`, ...columns.map(whole)].join(", ");
  return {
    sql: `select ${selected} from ${table} x cross join ${name} t on t.${innerColumn} = x.${inner}${joined(joins)}
      where x.${outer} in (select value from json_each(?)) order by x.${outer}, x.${order}`,
  };
}

function whole(column: string): string {
  return column.includes(".") ? column : `t.${column}`;
}

/** In this order: what a row names is looked up once the row is there. */
function joined(joins: readonly Join[]): string {
  return joins
    .map(({ alias, table: { name, brief }, column }) => {
      return ` cross join ${name} ${alias} indexed by ${brief?.index} on ${alias}.id = t.${column}`;
    })
    .join("");
}

/** Reads what a narrow statement asks; of ids that are not there, nothing comes. */
export function narrowReader(db: Sqlite) {
  return ({ sql }: Narrow, ids: readonly (string | number)[]): readonly NarrowRow[] =>
    prepared(db, sql).raw().all(JSON.stringify(ids)) as NarrowRow[];
}
