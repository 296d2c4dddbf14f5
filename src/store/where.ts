import { checkSize } from "./filter-size.ts";
import { askedIn, matchOf } from "./match.ts";
import { currentOf, ledForward, type Merging, withMerged } from "./merges.ts";
import { isTied, type Tie } from "./related.ts";
import type { Params } from "./sqlite.ts";
import {
  boundOf,
  type Comparison,
  checked,
  columnOf,
  comparisonsOf,
  listOf,
  refusal,
  type ValueField,
} from "./values.ts";

export interface RelationField {
  readonly kind: "one" | "many";
  readonly tie: Tie;
  readonly table: () => Table;
  readonly summary: string;
}

export type Field = ValueField | RelationField;

/** What can be asked of a concept: one definition for the API, the exports and the command line. */
export interface Table {
  readonly name: string;
  /** Its rows can be merged: ids lead to what answers for them. */
  readonly merging?: Merging;
  /** The condition that a row has the words of a search, which the filter `SEARCH` asks for. */
  readonly search?: (alias: string, match: string) => string;
  readonly fields: Readonly<Record<string, Field>>;
  /** What else its columns hold: shown, and not asked for in filters. */
  readonly shown?: Readonly<Record<string, ValueField>>;
  /** An index by id that holds some columns, where rows are long. */
  readonly brief?: { readonly index: string; readonly columns: readonly string[] };
}

/** `{direction: {in: ["SUPPORTS"]}, holder: {is: {kind: {eq: "STATE"}}}, NOT: {…}}` */
export interface Where {
  readonly [field: string]: unknown;
}

export interface Condition {
  readonly sql: string;
  readonly params: Params;
}

const maxValues = 1000;

/** Compiles a filter to SQL over `alias`; every value becomes a parameter. */
export function compileWhere(where: Where | null | undefined, table: Table, alias = table.name): Condition {
  checkSize(where);
  const compiler = new Compiler();
  const sql = compiler.all(where ?? {}, table, alias, []);
  return { sql, params: compiler.params };
}

class Compiler {
  readonly params: Record<string, unknown> = {};
  #aliases = 0;

  all(where: Where, table: Table, alias: string, path: readonly string[]): string {
    const terms = Object.entries(where)
      .filter(([, filter]) => filter !== undefined && filter !== null)
      .map(([name, filter]) => this.#term(name, filter, table, alias, [...path, name]));
    return terms.length === 0 ? "1" : terms.join(" and ");
  }

  #term(name: string, filter: unknown, table: Table, alias: string, path: readonly string[]): string {
    if (name === "AND" || name === "OR") {
      const parts = listOf(filter, path).map((part, index) =>
        this.all(objectOf(part, path), table, alias, [...path, String(index)]),
      );
      if (parts.length === 0) return name === "AND" ? "1" : "0";
      return `(${parts.map((part) => `(${part})`).join(name === "AND" ? " and " : " or ")})`;
    }
    if (name === "NOT") return `not coalesce((${this.all(objectOf(filter, path), table, alias, path)}), 0)`;
    if (name === "SEARCH" && table.search !== undefined) {
      return table.search(alias, this.#bind(matchOf(askedIn(checked(words, filter, path) as string))));
    }
    const field = Object.hasOwn(table.fields, name) ? table.fields[name] : undefined;
    if (field === undefined) {
      throw refusal(
        `${table.name} has no field "${name}"; it has: ${Object.keys(table.fields).join(", ")}.`,
        path,
      );
    }
    return this.#filter(field, objectOf(filter, path), table, alias, path);
  }

  #filter(field: Field, filter: Where, table: Table, alias: string, path: readonly string[]): string {
    const terms = Object.entries(filter)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([comparison, value]) => {
        const at = [...path, comparison];
        if ("table" in field) return this.#relation(field, comparison, value, alias, at);
        if (field.kind === "id" && comparison !== "isNull") {
          return this.#named({ column: field.column, table }, comparison, value, alias, at);
        }
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
    const { column } = field.tie;
    const table = field.table();
    if (isOne && word === "isNull") {
      return this.#value({ kind: "id", column, summary: "" }, word, value, alias, path);
    }
    if (isOne && (word === "eq" || word === "in")) {
      return this.#named({ column, table, coded: field.tie.coded?.table }, word, value, alias, path);
    }
    if (!(isOne ? ["is"] : ["some", "none"]).includes(word)) {
      throw refusal(
        `"${word}" does not go here; use ${isOne ? "eq, in, isNull or is" : "some or none"}.`,
        path,
      );
    }
    this.#aliases += 1;
    const inner = `${table.name}_${this.#aliases}`;
    const asked = this.all(objectOf(value, path), table, inner, path);
    const condition = table.merging === undefined ? asked : `${asked} and ${inner}.merged_into is null`;
    const tied = isTied(field.tie, alias, { table: table.name, alias: inner, condition });
    return word === "none" ? `not ${tied}` : tied;
  }

  /** Ids may be given without their kind, and those of merged things lead to what answers for them. */
  #named(
    { column, table, coded }: { column: string; table: Table; coded?: Merging | undefined },
    word: string,
    value: unknown,
    alias: string,
    path: readonly string[],
  ): string {
    const field: ValueField = { kind: "id", column, summary: "" };
    const whole = (id: unknown) => prefixed(table.name, checked(field, id, path) as string);
    if (table.merging === undefined || (word !== "eq" && word !== "in")) {
      const ids = word === "in" ? listOf(value, path).map(whole) : word === "eq" ? whole(value) : value;
      return this.#value(field, word, ids, alias, path);
    }
    if (word === "eq" && coded === undefined) {
      return `${alias}.${column} = ${currentOf(this.#bind(whole(value)), table.merging)}`;
    }
    const ids = word === "eq" ? [value] : listOf(value, path);
    const given = `select value from json_each(${this.#list(field, ids.map(whole), path)})`;
    const led = ledForward(given, table.merging);
    return `${alias}.${column} in (${coded === undefined ? led : withMerged(led, coded)})`;
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

const words: ValueField = { kind: "text", column: "", summary: "" };

function prefixed(kind: string, id: string): string {
  return id.startsWith(`${kind}:`) ? id : `${kind}:${id}`;
}

function objectOf(value: unknown, path: readonly string[]): Where {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refusal(`Give an object here, as in {eq: …}.`, path);
  }
  return value as Where;
}
