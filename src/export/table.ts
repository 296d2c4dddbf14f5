import type { Edtf } from "../domain/edtf.ts";
import type { LookUp, Source } from "./source.ts";

/** A value of a row. Formats without lists write them as JSON text. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell };

export interface Column {
  readonly name: string;
  /** What it holds, with its unit and range. */
  readonly summary: string;
}

/** One kind of thing as rows. Columns keep their names and their order; new ones are added at the end. */
export interface Table {
  readonly name: string;
  readonly summary: string;
  readonly columns: readonly Column[];
  /** The rows, one value a column. */
  readonly rows: (source: Source) => Iterable<readonly Cell[]>;
}

/** A column with what it takes from an item. */
export type ColumnOf<Item> = readonly [
  name: string,
  summary: string,
  value: (item: Item, look: LookUp) => Cell,
];

export function tableOf<Item>(definition: {
  readonly name: string;
  readonly summary: string;
  readonly items: (source: Source) => Iterable<Item>;
  readonly columns: readonly ColumnOf<Item>[];
}): Table {
  const { name, summary, items, columns } = definition;
  return {
    name,
    summary,
    columns: columns.map((column) => ({ name: column[0], summary: column[1] })),
    *rows(source) {
      for (const item of items(source)) yield columns.map(([, , value]) => value(item, source.look));
    },
  };
}

/** A date as three columns: as the source gives it, and the earliest and latest day it can mean. */
export function dateColumns<Item>(
  name: string,
  summary: string,
  date: (item: Item) => Edtf | null,
): readonly ColumnOf<Item>[] {
  return [
    [name, `${summary} EDTF.`, (item) => date(item)?.edtf ?? null],
    [`${name}Earliest`, "The earliest day it can mean.", (item) => date(item)?.earliest ?? null],
    [`${name}Latest`, "The latest day it can mean.", (item) => date(item)?.latest ?? null],
  ];
}
