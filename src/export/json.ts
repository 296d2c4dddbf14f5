import type { ExportFormat } from "./format.ts";
import { exportTables, tableNamed } from "./tables/index.ts";

export const json: ExportFormat = {
  name: "json",
  summary: "Rows as one array of objects.",
  mediaType: "application/json",
  extension: "json",
  writes: exportTables.map(({ name }) => name),
  *write(what, source) {
    let before = "[\n";
    for (const line of objectLines(what, source)) {
      yield before + line;
      before = ",\n";
    }
    yield before === "[\n" ? "[]\n" : "\n]\n";
  },
};

/** Each row as a JSON object on a line of its own, without the line's end. */
export function* objectLines(what: string, source: Parameters<ExportFormat["write"]>[1]): Generator<string> {
  const { columns, rows } = tableNamed(what);
  for (const row of rows(source)) {
    yield JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
  }
}
