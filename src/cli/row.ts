/** A value of a row. Lists are joined by "; " where the format has no lists. */
export type Cell = string | number | boolean | null | readonly string[];

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
