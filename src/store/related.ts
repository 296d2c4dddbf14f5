import { ledForward, type Merging, withMerged } from "./merges.ts";

/** How the rows of one table are tied to those of another; merged rows are answered for by others. */
export interface Tie {
  /** Of the outer table: its ids, among which those that the inner rows give are sought. */
  readonly column: string;
  /** Of the inner table: the ids that it gives. */
  readonly innerColumn: string;
  /** A table between the two: its column with the outer ids, the one with the inner ids, and that of their order. */
  readonly through?: {
    readonly table: string;
    readonly outer: string;
    readonly inner: string;
    readonly order?: string;
  };
  /**
   * The ids that tie are as they were coded: of rows that have been merged since, too. `outer` when they are those of
   * the inner table, which the outer one names; `inner` when the inner table names the outer one's.
   */
  readonly coded?: { readonly by: "outer" | "inner"; readonly table: Merging };
}

/**
 * The condition that an outer row is tied to an inner one for which a condition holds. A row that names one other looks
 * that one up; of many, those for which it holds are found once for all outer rows.
 */
export function isTied(
  tie: Tie,
  outer: string,
  inner: { readonly table: string; readonly alias: string; readonly condition: string },
): string {
  const { column, innerColumn, through, coded } = tie;
  const given = `${inner.alias}.${innerColumn}`;
  const rows = `from ${inner.table} as ${inner.alias} where ${inner.condition}`;
  if (innerColumn === "id" && through === undefined && coded === undefined) {
    return `exists (select 1 ${rows} and ${given} = ${outer}.${column})`;
  }
  const ids = `select ${given} ${rows} and ${given} is not null`;
  const found = coded?.by === "outer" ? withMerged(ids, coded.table) : ids;
  const joined = through
    ? `select ${through.table}.${through.outer} from ${through.table} where ${through.table}.${through.inner} in (${found})`
    : found;
  return `${outer}.${column} in (${coded?.by === "inner" ? ledForward(joined, coded.table) : joined})`;
}
