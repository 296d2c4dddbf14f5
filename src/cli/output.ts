import type { Effects } from "./effects.ts";
import { UsageError } from "./exit.ts";
import { type Flag, toggle } from "./flag.ts";
import { type Column, inWords, type Row } from "./row.ts";
import { coloursOf } from "./style.ts";
import { tableText } from "./table.ts";

export type Format = "table" | "json" | "jsonl" | "csv";

export const formatFlags = {
  table: toggle("Write an aligned table, which is the default."),
  json: toggle("Write one JSON array."),
  jsonl: toggle("Write one JSON object a line."),
  csv: toggle("Write CSV (RFC 4180) with a header line."),
} satisfies Record<Format, Flag<boolean>>;

/** The formats of what is one thing with its fields. */
export const fieldFormatFlags = {
  table: toggle("Write a line a field, which is the default."),
  json: toggle("Write one JSON object."),
  jsonl: toggle("Write one JSON object on one line."),
  csv: toggle("Write CSV (RFC 4180) with a row a field, under a header line."),
} satisfies Record<Format, Flag<boolean>>;

export type FormatInput = { readonly [F in Format]: boolean };

/** The format asked for; a table when none is, on a terminal and elsewhere alike. */
export function formatOf(input: FormatInput): Format {
  const asked = (["table", "json", "jsonl", "csv"] as const).filter((format) => input[format]);
  if (asked.length > 1)
    throw new UsageError(`Choose one format: ${asked.map((each) => `--${each}`).join(" or ")}.`);
  return asked[0] ?? "table";
}

/** Writes rows as they come; only the table, which measures its columns, waits for all of them. */
export async function printRows(
  {
    columns,
    rows,
    format,
  }: { columns: readonly Column[]; rows: Iterable<Row> | AsyncIterable<Row>; format: Format },
  effects: Effects,
): Promise<void> {
  const { write } = effects.stdout;
  switch (format) {
    case "table": {
      const shown = columns.filter(({ isDetail }) => !isDetail);
      const all: Row[] = [];
      for await (const row of rows) all.push(row);
      if (all.length === 0) await effects.stderr.write("Nothing matches.\n");
      return write(
        tableText(shown, all, {
          width: effects.stdout.columns,
          colours: coloursOf(effects.stdout, effects.env),
        }),
      );
    }
    case "csv": {
      const { csvLine } = await import("../export/csv.ts");
      await write(csvLine(columns.map(({ name }) => name)));
      for await (const row of rows)
        await write(csvLine(columns.map(({ name }) => inWords(row[name] ?? null))));
      return;
    }
    case "jsonl":
      for await (const row of rows) await write(`${JSON.stringify(ordered(columns, row))}\n`);
      return;
    case "json": {
      let before = "[\n";
      for await (const row of rows) {
        await write(before + JSON.stringify(ordered(columns, row)));
        before = ",\n";
      }
      return write(before === "[\n" ? "[]\n" : "\n]\n");
    }
  }
}

/** Writes one thing by its fields: an object in JSON, else one line a field. */
export async function printFields(fields: Row, format: Format, effects: Effects): Promise<void> {
  if (format === "json") return effects.stdout.write(`${JSON.stringify(fields, null, 2)}\n`);
  if (format === "jsonl") return effects.stdout.write(`${JSON.stringify(fields)}\n`);
  const rows = Object.entries(fields).map(([name, value]) => ({ name, value }));
  return printRows({ columns: fieldColumns, rows, format }, effects);
}

const fieldColumns: readonly Column[] = [
  { name: "name", summary: "What is told." },
  { name: "value", summary: "Its value." },
];

function ordered(columns: readonly Column[], row: Row): Row {
  return Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
}
