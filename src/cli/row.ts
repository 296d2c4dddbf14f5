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
