import { StanceGraphError } from "../../domain/error.ts";

/** A row as a table has it, with the rows that belong to it. */
export interface TableRow {
  readonly fields: readonly string[];
  /** Counted from 1, without the heading. */
  readonly number: number;
  readonly lookedUp: readonly (readonly string[] | null)[];
}

export type Reading = (row: TableRow) => string;

/** What templates may name. */
export interface Columns {
  readonly own: readonly string[];
  readonly lookups: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly missing: readonly string[];
}

/**
 * A template as a function of rows: `{column}`, `{table.column}` and `{#}`, the row's number; `{column|words}` has
 * words for where nothing stands.
 */
export function compiled(template: string, columns: Columns): Reading {
  const parts = template.split(/(\{[^{}]+\})/).filter((part) => part !== "");
  if (parts.some((part) => !/^\{.+\}$/s.test(part) && /[{}]/.test(part))) {
    throw new StanceGraphError(
      "invalid",
      "A brace here has no other; write {column}, or {column|words} with words that have no braces.",
    );
  }
  const readings = parts.map((part) => (/^\{.+\}$/s.test(part) ? placeOf(part.slice(1, -1), columns) : part));
  const [only] = readings;
  if (readings.length === 1 && typeof only === "function") return only;
  if (readings.every((each) => typeof each === "string")) return () => template;
  return (row) => {
    let text = "";
    for (const each of readings) text += typeof each === "string" ? each : each(row);
    return text;
  };
}

function placeOf(words: string, { own, lookups, missing }: Columns): Reading {
  const bar = words.indexOf("|");
  const name = bar < 0 ? words : words.slice(0, bar);
  const instead = bar < 0 ? "" : words.slice(bar + 1);
  if (name === "#") return ({ number }) => String(number);
  const isMissing = new Set(missing);
  const shown = (value: string | undefined) =>
    value === undefined || isMissing.has(value) ? instead : value;
  const index = own.indexOf(name);
  if (index >= 0) return ({ fields }) => shown(fields[index]);
  const [table = "", column = ""] = name.split(/\.(.*)/s);
  const from = lookups.findIndex((lookup) => lookup.name === table);
  const at = lookups[from]?.columns.indexOf(column) ?? -1;
  if (at >= 0) return ({ lookedUp }) => shown(lookedUp[from]?.[at]);
  const known = [...own, ...lookups.flatMap((each) => each.columns.map((one) => `${each.name}.${one}`)), "#"];
  throw new StanceGraphError("invalid", `There is no column {${name}}; there are: ${known.join(", ")}.`);
}
