import type { Context } from "../context.ts";
import type { Fragments } from "./fragments.ts";

/** One execution of a plan. */
export interface Run {
  readonly context: Context;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: Fragments;
  /** Whether what is written now is part of a text that is kept as a whole. */
  readonly isKept: boolean;
}

/**
 * Writes the values that one field has in all the places where it is asked for, one JSON text each: so that what they
 * lead to is read together, level by level, instead of one by one.
 */
export type Column = (values: readonly unknown[], run: Run) => readonly string[];
