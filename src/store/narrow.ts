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

/** Rows of a table, by one of its columns that is unique: looked up as they are named, in that order. */
export function narrow({ name, brief }: Table, by: string, columns: readonly string[]): Narrow {
  const isBrief = by === "id" && brief !== undefined && columns.every((name) => brief.columns.includes(name));
  const hint = isBrief ? ` indexed by ${brief.index}` : "";
  const selected = [by, ...columns].map((column) => `t.${column}`).join(", ");
  return { sql: `select ${selected} from json_each(?) j cross join ${name} t${hint} on t.${by} = j.value` };
}

/** Rows that others have many of: what each belongs to comes first, and those of one in their order. */
export function narrowMany(
  { through, innerColumn }: Tie,
  { name }: Table,
  columns: readonly string[],
): Narrow {
  if (through?.order === undefined) throw new Error(`The ${name} rows of another have no order.`);
  const { table, outer, inner, order } = through;
  const selected = [`x.${outer}`, ...columns.map((column) => `t.${column}`)].join(", ");
  return {
    sql: `select ${selected} from ${table} x cross join ${name} t on t.${innerColumn} = x.${inner}
      where x.${outer} in (select value from json_each(?)) order by x.${outer}, x.${order}`,
  };
}

/** Reads what a narrow statement asks; of ids that are not there, nothing comes. */
export function narrowReader(db: Sqlite) {
  return ({ sql }: Narrow, ids: readonly (string | number)[]): readonly NarrowRow[] =>
    prepared(db, sql).raw().all(JSON.stringify(ids)) as NarrowRow[];
}
