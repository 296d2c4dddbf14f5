import type { ExportFormat } from "./format.ts";
import type { Cell } from "./table.ts";
import { exportTables, tableNamed } from "./tables/index.ts";

/**
 * RFC 4180: a header line, commas, CRLF. Nothing known is an empty field; lists are JSON text.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; take JSON where letters are compared.
 */
export const csv: ExportFormat = {
  name: "csv",
  summary: "Rows for spreadsheets and data frames (RFC 4180).",
  mediaType: "text/csv",
  extension: "csv",
  writes: exportTables.map(({ name }) => name),
  *write(what, source) {
    const { columns, rows } = tableNamed(what);
    yield csvLine(columns.map(({ name }) => name));
    for (const row of rows(source)) yield csvLine(row);
  },
};

/** One line of CSV, its end included. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return quoted(unarmed(cell));
  return quoted(typeof cell === "object" ? JSON.stringify(cell) : String(cell));
}

/** Spreadsheets take a field that begins with one of these as a formula, and formulas can call out. */
function unarmed(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
