/** What a qualifier's levels are to one another. */
export type Scale = "BINARY" | "INTEGER" | "CATEGORY";

/**
 * Statements as columns, one entry a statement: who (an index into `actors`) spoke on what (into `issues`), how
 * (into `levels`), when and where. Statements of one day stand in the order in which they were made.
 */
export interface Statements {
  readonly size: number;
  /** Names or ids, ascending by UTF-16 code unit. */
  readonly actors: readonly string[];
  readonly issues: readonly string[];
  readonly scale: Scale;
  /** BINARY: 0 and 1. INTEGER: every value there may be, ascending. CATEGORY: the places of the categories. */
  readonly levels: readonly number[];
  readonly actor: Int32Array;
  readonly issue: Int32Array;
  /** Into `levels`, of which there are 128 at most. −1: without a qualifier, never counted. */
  readonly level: Int8Array;
  /** Days since 1970-01-01, or `undated`. */
  readonly day: Int32Array;
  /** A number for each; null where they were not asked for: only duplicates are told by them. */
  readonly document: Int32Array | null;
}

export const undated = -0x80000000;

/** The axes that statements have, by which networks are made. */
export type Axis = "actor" | "issue";

export function namesOf(statements: Statements, axis: Axis): readonly string[] {
  return axis === "actor" ? statements.actors : statements.issues;
}
