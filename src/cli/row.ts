/** A value of a row, as JSON writes it; other formats have it in words. */
export type Cell = Scalar | readonly Cell[] | { readonly [name: string]: Cell };
export type Scalar = string | number | boolean | null;

/** A column keeps its name and its place; new ones are added at the end. */
export interface Column {
  readonly name: string;
  /** What it holds, with its unit and range. */
  readonly summary: string;
  /** Left out of the table, which has to fit a screen; the other formats have it. */
  readonly isDetail?: true;
}

/** One value a column, by its name. */
export type Row = Readonly<Record<string, Cell>>;

/** A date as the API gives it. */
export interface FuzzyDate {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
}

/** A date as three columns: as its source gives it, and the first and last day it can mean. */
export function dateColumns(name: string, summary: string): readonly Column[] {
  return [
    { name, summary: `${summary} EDTF.` },
    { name: `${name}Earliest`, summary: "The first day it can mean.", isDetail: true },
    { name: `${name}Latest`, summary: "The last day it can mean.", isDetail: true },
  ];
}

export function dateIn(name: string, date: FuzzyDate | null): Row {
  return {
    [name]: date?.edtf ?? null,
    [`${name}Earliest`]: date?.earliest ?? null,
    [`${name}Latest`]: date?.latest ?? null,
  };
}

/**
 * A cell as one value, for formats without lists: `a; b` of a list, `pace: later` of named values, and of a list of
 * things, as of conditions, what each holds: `ONLY_AFTER: jobs are promised`.
 */
export function inWords(cell: Cell): Scalar {
  if (cell === null || typeof cell !== "object") return cell;
  if (Array.isArray(cell)) return (cell as readonly Cell[]).map(itemWords).join("; ");
  return Object.entries(cell)
    .map(([name, value]) => `${name}: ${listed(value)}`)
    .join("; ");
}

function itemWords(item: Cell): string {
  return item !== null && typeof item === "object"
    ? Object.values(item).map(listed).join(": ")
    : String(item);
}

function listed(value: Cell): string {
  return Array.isArray(value) ? value.join(", ") : String(inWords(value) ?? "");
}
