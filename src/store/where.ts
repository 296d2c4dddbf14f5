import { parseEdtf, parseInstant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { Params } from "./sqlite.ts";

/** What a field holds, which says how it compares. A `date` is an EDTF: bounds compare with what it certainly is. */
export type FieldKind = "id" | "text" | "number" | "date" | "instant" | "choice";

export interface ValueField {
  readonly kind: FieldKind;
  /** Column of the table; for a date the prefix of its three columns. */
  readonly column: string;
  readonly choices?: readonly string[];
  readonly summary: string;
}

export interface RelationField {
  readonly kind: "one" | "many";
  /** For `one`: the column with the other's id, so that `eq` and `in` need no join. */
  readonly column?: string;
  readonly table: () => Table;
  /** The condition that ties a row of the inner table to one of the outer; both are given as aliases. */
  readonly on: (outer: string, inner: string) => string;
  readonly summary: string;
}

export type Field = ValueField | RelationField;

/** What can be asked of a concept: one definition for the API, the exports and the command line. */
export interface Table {
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** `{direction: {in: ["SUPPORTS"]}, holder: {is: {kind: {eq: "STATE"}}}, NOT: {…}}` */
export interface Where {
  readonly [field: string]: unknown;
}

const comparisons = ["eq", "in", "gt", "gte", "lt", "lte", "contains", "isNull"] as const;
type Comparison = (typeof comparisons)[number];

export interface Condition {
  readonly sql: string;
  readonly params: Params;
}

/** The comparisons a kind of field takes. */
export const comparisonsOf: Readonly<Record<FieldKind, readonly Comparison[]>> = {
  id: ["eq", "in", "isNull"],
  text: ["eq", "in", "contains", "isNull"],
  number: ["eq", "in", "gt", "gte", "lt", "lte", "isNull"],
  date: ["eq", "in", "gt", "gte", "lt", "lte", "isNull"],
  instant: ["eq", "gt", "gte", "lt", "lte", "isNull"],
  choice: ["eq", "in"],
};

const maxTerms = 64;
const maxValues = 1000;

/** Compiles a filter to SQL over `alias`; every value becomes a parameter. */
export function compileWhere(where: Where | null | undefined, table: Table, alias = table.name): Condition {
  const compiler = new Compiler();
  const sql = compiler.all(where ?? {}, table, alias, []);
  return { sql, params: compiler.params };
}

class Compiler {
  readonly params: Record<string, unknown> = {};
  #terms = 0;
  #aliases = 0;

  all(where: Where, table: Table, alias: string, path: readonly string[]): string {
    const terms = Object.entries(where)
      .filter(([, filter]) => filter !== undefined && filter !== null)
      .map(([name, filter]) => this.#term(name, filter, table, alias, [...path, name]));
    return terms.length === 0 ? "1" : terms.join(" and ");
  }

  #term(name: string, filter: unknown, table: Table, alias: string, path: readonly string[]): string {
    this.#terms += 1;
    if (this.#terms > maxTerms) throw refusal(`A filter takes at most ${maxTerms} terms.`, path);
    if (name === "AND" || name === "OR") {
      const parts = listOf(filter, path).map((part, index) =>
        this.all(objectOf(part, path), table, alias, [...path, String(index)]),
      );
      if (parts.length === 0) return name === "AND" ? "1" : "0";
      return `(${parts.map((part) => `(${part})`).join(name === "AND" ? " and " : " or ")})`;
    }
    if (name === "NOT") return `not coalesce((${this.all(objectOf(filter, path), table, alias, path)}), 0)`;
    const field = Object.hasOwn(table.fields, name) ? table.fields[name] : undefined;
    if (field === undefined) {
      throw refusal(
        `${table.name} has no field "${name}"; it has: ${Object.keys(table.fields).join(", ")}.`,
        path,
      );
    }
    return this.#filter(field, objectOf(filter, path), alias, path);
  }

  #filter(field: Field, filter: Where, alias: string, path: readonly string[]): string {
    const terms = Object.entries(filter)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([comparison, value]) => {
        const at = [...path, comparison];
        if ("table" in field) return this.#relation(field, comparison, value, alias, at);
        return this.#value(field, comparison, value, alias, at);
      });
    return terms.length === 0 ? "1" : terms.join(" and ");
  }

  #relation(
    field: RelationField,
    word: string,
    value: unknown,
    alias: string,
    path: readonly string[],
  ): string {
    const isOne = field.kind === "one";
    if (isOne && field.column !== undefined && ["eq", "in", "isNull"].includes(word)) {
      return this.#value({ kind: "id", column: field.column, summary: "" }, word, value, alias, path);
    }
    if (!(isOne ? ["is"] : ["some", "none"]).includes(word)) {
      throw refusal(
        `"${word}" does not go here; use ${isOne ? "eq, in, isNull or is" : "some or none"}.`,
        path,
      );
    }
    this.#aliases += 1;
    const table = field.table();
    const inner = `${table.name}_${this.#aliases}`;
    const condition = this.all(objectOf(value, path), table, inner, path);
    const exists = `exists (select 1 from ${table.name} as ${inner} where ${field.on(alias, inner)} and ${condition})`;
    return word === "none" ? `not ${exists}` : exists;
  }

  #value(field: ValueField, word: string, value: unknown, alias: string, path: readonly string[]): string {
    const allowed = comparisonsOf[field.kind];
    const comparison = allowed.find((each) => each === word);
    if (comparison === undefined)
      throw refusal(`"${word}" does not go here; use ${allowed.join(", ")}.`, path);
    const column = `${alias}.${columnOf(field, comparison)}`;
    switch (comparison) {
      case "isNull":
        return `${column} is ${value ? "" : "not "}null`;
      case "in":
        return `${column} in (select value from json_each(${this.#list(field, value, path)}))`;
      case "contains":
        return `instr(lower(${column}), lower(${this.#param(field, comparison, value, path)})) > 0`;
      case "eq":
        return `${column} = ${this.#param(field, comparison, value, path)}`;
      case "gt":
        return `${column} > ${this.#param(field, comparison, value, path)}`;
      case "gte":
        return `${column} >= ${this.#param(field, comparison, value, path)}`;
      case "lt":
        return `${column} < ${this.#param(field, comparison, value, path)}`;
      case "lte":
        return `${column} <= ${this.#param(field, comparison, value, path)}`;
    }
  }

  #param(field: ValueField, comparison: Comparison, value: unknown, path: readonly string[]): string {
    return this.#bind(boundOf(field, comparison, checked(field, value, path)));
  }

  #list(field: ValueField, value: unknown, path: readonly string[]): string {
    const values = listOf(value, path);
    if (values.length > maxValues) throw refusal(`"in" takes at most ${maxValues} values.`, path);
    return this.#bind(JSON.stringify(values.map((each) => checked(field, each, path))));
  }

  #bind(value: unknown): string {
    const name = `w${Object.keys(this.params).length}`;
    this.params[name] = value;
    return `:${name}`;
  }
}

/** The first or last day a date can mean, whichever makes the comparison certain; instants as they are stored. */
function boundOf(field: ValueField, comparison: Comparison, value: unknown): unknown {
  if (field.kind === "instant") return parseInstant(value as string);
  if (field.kind !== "date") return value;
  if (comparison === "gt" || comparison === "lte") return parseEdtf(value as string).latest;
  if (comparison === "gte" || comparison === "lt") return parseEdtf(value as string).earliest;
  return value;
}

/** A date after a day is one that certainly is; before, likewise. */
function columnOf(field: ValueField, comparison: Comparison): string {
  if (field.kind !== "date") return field.column;
  if (comparison === "gt" || comparison === "gte") return `${field.column}_earliest`;
  if (comparison === "lt" || comparison === "lte") return `${field.column}_latest`;
  return `${field.column}_edtf`;
}

function checked(field: ValueField, value: unknown, path: readonly string[]): unknown {
  if (field.kind === "number" ? typeof value !== "number" : typeof value !== "string") {
    throw refusal(`Give a ${field.kind === "number" ? "number" : "text"} here.`, path);
  }
  if (field.choices && !field.choices.includes(value as string)) {
    throw refusal(`"${String(value)}" is none of: ${field.choices.join(", ")}.`, path);
  }
  return value;
}

function listOf(value: unknown, path: readonly string[]): readonly unknown[] {
  if (!Array.isArray(value)) throw refusal("Give a list here.", path);
  return value;
}

function objectOf(value: unknown, path: readonly string[]): Where {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refusal(`Give an object here, as in {eq: …}.`, path);
  }
  return value as Where;
}

function refusal(message: string, path: readonly string[]): StanceGraphError {
  return new StanceGraphError("invalid", `Filter at ${["where", ...path].join(".")}: ${message}`, [
    "where",
    ...path,
  ]);
}
