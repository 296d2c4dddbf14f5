import { parseEdtf, parseInstant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";

/** What a field holds, which says how it compares. A `date` is an EDTF: bounds compare with what it certainly is. */
export type FieldKind = "id" | "text" | "number" | "date" | "instant" | "choice";

export interface ValueField {
  readonly kind: FieldKind;
  /** Column of the table; for a date the prefix of its three columns. */
  readonly column: string;
  readonly choices?: readonly string[];
  readonly summary: string;
}

const comparisons = ["eq", "in", "gt", "gte", "lt", "lte", "contains", "isNull"] as const;
export type Comparison = (typeof comparisons)[number];

/** The comparisons a kind of field takes. */
export const comparisonsOf: Readonly<Record<FieldKind, readonly Comparison[]>> = {
  id: ["eq", "in", "isNull"],
  text: ["eq", "in", "contains", "isNull"],
  number: ["eq", "in", "gt", "gte", "lt", "lte", "isNull"],
  date: ["eq", "in", "gt", "gte", "lt", "lte", "isNull"],
  instant: ["eq", "gt", "gte", "lt", "lte", "isNull"],
  choice: ["eq", "in"],
};

/** The first or last day a date can mean, whichever makes the comparison certain; instants as they are stored. */
export function boundOf(field: ValueField, comparison: Comparison, value: unknown): unknown {
  if (field.kind === "instant") return parseInstant(value as string);
  if (field.kind !== "date") return value;
  if (comparison === "gt" || comparison === "lte") return parseEdtf(value as string).latest;
  if (comparison === "gte" || comparison === "lt") return parseEdtf(value as string).earliest;
  return value;
}

/** A date after a day is one that certainly is; before, likewise. */
export function columnOf(field: ValueField, comparison: Comparison): string {
  if (field.kind !== "date") return field.column;
  if (comparison === "gt" || comparison === "gte") return `${field.column}_earliest`;
  if (comparison === "lt" || comparison === "lte") return `${field.column}_latest`;
  return `${field.column}_edtf`;
}

export function checked(field: ValueField, value: unknown, path: readonly string[]): unknown {
  if (field.kind === "number" ? typeof value !== "number" : typeof value !== "string") {
    throw refusal(`Give a ${field.kind === "number" ? "number" : "text"} here.`, path);
  }
  if (field.choices && !field.choices.includes(value as string)) {
    throw refusal(`"${String(value)}" is none of: ${field.choices.join(", ")}.`, path);
  }
  return value;
}

export function listOf(value: unknown, path: readonly string[]): readonly unknown[] {
  if (!Array.isArray(value)) throw refusal("Give a list here.", path);
  return value;
}

export function refusal(message: string, path: readonly string[]): StanceGraphError {
  return new StanceGraphError("invalid", `Filter at ${["where", ...path].join(".")}: ${message}`, [
    "where",
    ...path,
  ]);
}
