import type { Merging } from "./merges.ts";
import type { ValueField } from "./values.ts";
import type { RelationField, Table } from "./where.ts";

export const id = (summary: string): ValueField => ({ kind: "id", column: "id", summary });
export const text = (column: string, summary: string): ValueField => ({ kind: "text", column, summary });
export const date = (column: string, summary: string): ValueField => ({ kind: "date", column, summary });
export const instant = (column: string, summary: string): ValueField => ({
  kind: "instant",
  column,
  summary,
});
export const number = (column: string, summary: string): ValueField => ({ kind: "number", column, summary });
export const choice = (column: string, choices: readonly string[], summary: string): ValueField => ({
  kind: "choice",
  column,
  choices,
  summary,
});
/** The one thing a column names, as it is filed: merges are followed there. */
export const one = (column: string, table: () => Table, summary: string): RelationField => ({
  kind: "one",
  tie: { column, innerColumn: "id" },
  table,
  summary,
});
/** The one thing a column names, as it was coded: it may have been merged since. */
export const oneCoded = (
  column: string,
  merging: Merging,
  table: () => Table,
  summary: string,
): RelationField => ({
  kind: "one",
  tie: { column, innerColumn: "id", coded: { by: "outer", table: merging } },
  table,
  summary,
});
/** The many rows whose column names this one. */
export const many = (innerColumn: string, table: () => Table, summary: string): RelationField => ({
  kind: "many",
  tie: { column: "id", innerColumn },
  table,
  summary,
});
/** The many rows whose column names this actor, or one that was merged into it. */
export const manyCoded = (innerColumn: string, table: () => Table, summary: string): RelationField => ({
  kind: "many",
  tie: { column: "id", innerColumn, coded: { by: "inner", table: "actor" } },
  table,
  summary,
});
/** The many rows that hang on a stance's key. */
export const hanging = (table: () => Table, summary: string): RelationField => ({
  kind: "many",
  tie: { column: "key", innerColumn: "stance_key" },
  table,
  summary,
});
