import type { Edtf } from "../domain/edtf.ts";

/** A row as better-sqlite3 gives it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A date from its three columns; null when they are. */
export function edtfOf(edtf: unknown, earliest: unknown, latest: unknown): Edtf | null {
  return edtf === null || edtf === undefined ? null : ({ edtf, earliest, latest } as Edtf);
}

/** A date as three parameters: `edtfParams("stated", date)` gives stated_edtf, stated_earliest, stated_latest. */
export function edtfParams(name: string, date: Edtf | null): Record<string, string | null> {
  return {
    [`${name}_edtf`]: date?.edtf ?? null,
    [`${name}_earliest`]: date?.earliest ?? null,
    [`${name}_latest`]: date?.latest ?? null,
  };
}

/** A date as the values of its three columns, in the order edtf, earliest, latest. */
export function edtfColumns(date: Edtf | null): readonly (string | null)[] {
  return date === null ? noDate : [date.edtf, date.earliest, date.latest];
}

const noDate = [null, null, null];

/** A column that holds a JSON array built by SQLite; null is an empty one. */
export function listOf<T>(column: unknown): readonly T[] {
  return typeof column === "string" ? (JSON.parse(column) as readonly T[]) : [];
}

/** How names are compared: without case, accents, leading article, and kinds of quotes, dashes and spaces. */
export function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[‘’ʻʼ`´]/g, "'")
    .replace(/[‐-―]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^the /, "");
}
