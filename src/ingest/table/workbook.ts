import { StanceGraphError } from "../../domain/error.ts";
import { checkUnpacked } from "../documents/zip.ts";
import type { Source } from "../source.ts";

/** More than any table of codings takes. */
const maxUnpacked = 300_000_000;

/** The first sheet of an Excel workbook as the lines of a table. Days stand as 2024-03-08. */
export async function workbookSource(source: Source): Promise<Source> {
  const bytes = source.content?.();
  if (bytes === undefined)
    throw new StanceGraphError(
      "invalid",
      `${source.name} is no file; a workbook is imported by its file's name.`,
    );
  checkUnpacked(bytes, { max: maxUnpacked, said: `Unpacked, ${source.name}`, remedy: "save it as CSV" });
  const { readSheet } = await import("read-excel-file/node");
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(bytes);
  } catch (error) {
    throw new StanceGraphError(
      "invalid",
      `${source.name} is no Excel workbook (.xlsx), or a broken one: ${(error as Error).message}`,
    );
  }
  const width = rows[0]?.length ?? 0;
  const lines = rows.map((row) =>
    Array.from({ length: width }, (_, index) => quoted(wordsOf(row[index] ?? null))).join(","),
  );
  return { ...source, lines: () => lines.flatMap((line) => line.split("\n")) };
}

function wordsOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  return cell === null ? "" : typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

function quoted(words: string): string {
  return /[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
