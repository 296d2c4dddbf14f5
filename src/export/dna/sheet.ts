type Value = string | number | null;
export type SheetRow = Readonly<Record<string, Value>>;

/** Rows of a DNA database as they are made, numbered from 1 in each table. */
export interface Sheet {
  readonly rows: Readonly<Record<string, readonly SheetRow[]>>;
  readonly add: (table: string, row: SheetRow) => number;
  /** Adds a row to a table whose rows have no numbers. */
  readonly addPlain: (table: string, row: SheetRow) => void;
  readonly change: (table: string, id: number, columns: SheetRow) => void;
  /** Entities that are a part of others, which may come later. */
  readonly parts: { readonly ID: number; readonly VariableId: number; readonly partOf: string }[];
  readonly set: (property: string, value: string) => void;
}

/** Tables in an order in which each row finds what it refers to. */
const tables = [
  "SETTINGS",
  "CODERS",
  "DOCUMENTS",
  "STATEMENTTYPES",
  "VARIABLES",
  "REGEXES",
  "CODERRELATIONS",
  "STATEMENTS",
  "DATABOOLEAN",
  "DATAINTEGER",
  "ENTITIES",
  "DATASHORTTEXT",
  "DATALONGTEXT",
  "ATTRIBUTEVARIABLES",
  "ATTRIBUTEVALUES",
];

export function emptySheet(): Sheet {
  const rows: Record<string, SheetRow[]> = Object.fromEntries(tables.map((table) => [table, []]));
  return {
    rows,
    /** Adds a row with the next number, unless it brings its own. */
    add(table, row) {
      const all = rows[table] as SheetRow[];
      const id = (row.ID as number | undefined) ?? all.length + 1;
      all.push({ ID: id, ...row });
      return id;
    },
    parts: [],
    change(table, id, columns) {
      const all = rows[table] as SheetRow[];
      const at = all.findIndex(({ ID }) => ID === id);
      all[at] = { ...all[at], ...columns };
    },
    addPlain: (table, row) => void (rows[table] as SheetRow[]).push(row),
    set(property, value) {
      (rows.SETTINGS as SheetRow[]).push({ Property: property, Value: value });
    },
  };
}

/** `#ff9900` as DNA's three columns; black where there is none. */
export function colorColumns(color: unknown): {
  readonly Red: number;
  readonly Green: number;
  readonly Blue: number;
} {
  const [, red = "0", green = "0", blue = "0"] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(String(color)) ?? [];
  return {
    Red: Number.parseInt(red, 16),
    Green: Number.parseInt(green, 16),
    Blue: Number.parseInt(blue, 16),
  };
}
