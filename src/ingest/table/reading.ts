import { StanceGraphError } from "../../domain/error.ts";
import { inMapping, mappingOf } from "../mapping.ts";
import type { Source } from "../source.ts";
import { type Compiled, compiledFor } from "./columns.ts";
import { type CsvLine, csvLines } from "./csv.ts";
import { itemsBy, type RowItems } from "./items.ts";
import { delimiterOf, headingOf, lookupsIn } from "./lookups.ts";
import type { TableShape } from "./shape.ts";
import type { TableRow } from "./template.ts";

/** A table with its mapping made ready for its columns. */
export interface TableReading {
  readonly shape: TableShape;
  readonly heading: readonly string[];
  readonly mapping: Compiled;
  readonly items: RowItems;
  readonly counts: { rows: number; left: number };
  /** The lines whose problems were told. */
  readonly told: Set<number>;
}

const readings = new WeakMap<Source, TableReading>();

/** A mapping is made ready once, though the table is read in several passes. */
export function tableReading(source: Source): TableReading {
  const known = readings.get(source);
  if (known !== undefined) return known;
  const shape = mappingOf(source)?.table;
  if (shape === undefined) {
    throw new StanceGraphError(
      "invalid",
      `${source.name} is a table: give the file that tells what its columns are, as in --mapping mapping.yaml, with a section "table".`,
    );
  }
  const first = csvLines(source.lines(), shape.delimiter ?? delimiterOf(source.name)).next().value;
  const heading = headingOf(first?.fields ?? null);
  const mapping = inMapping(source, "table", () =>
    compiledFor(shape, { own: heading, lookups: lookupsIn(shape, source) }),
  );
  const counts = { rows: 0, left: 0 };
  const reading = { shape, heading, mapping, items: itemsBy(mapping), counts, told: new Set<number>() };
  readings.set(source, reading);
  return reading;
}

/** The rows of the table, without its heading. */
export function* rowLines({ shape }: TableReading, source: Source): Generator<CsvLine> {
  const lines = csvLines(source.lines(), shape.delimiter ?? delimiterOf(source.name));
  lines.next();
  yield* lines;
}

/** A row with the rows of other tables that belong to it. */
export function rowOf(
  fields: readonly string[] | null,
  number: number,
  { heading, mapping }: TableReading,
): TableRow {
  if (fields === null) {
    throw new StanceGraphError(
      "invalid",
      "This row is not valid UTF-8, holds a NUL character, or has a quoted field that never ends; mend it.",
    );
  }
  if (fields.length !== heading.length) {
    throw new StanceGraphError(
      "invalid",
      `This row has ${fields.length} fields for ${heading.length} columns; quote fields that hold the delimiter.`,
    );
  }
  const lookedUp: (readonly string[] | null)[] = [];
  const row = { fields, number, lookedUp };
  for (const { lookup, read } of mapping.keys) {
    const key = read(row);
    const found = lookup.rows.get(key) ?? null;
    if (found === null && key !== "") {
      throw new StanceGraphError(
        "invalid",
        `No row of ${lookup.file} has ${lookup.key} ${key}; add it, or correct this one.`,
        [lookup.name],
      );
    }
    lookedUp.push(found);
  }
  return row;
}
