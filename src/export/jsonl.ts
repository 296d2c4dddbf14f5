import type { ExportFormat } from "./format.ts";
import { objectLines } from "./json.ts";
import { exportTables } from "./tables/index.ts";

export const jsonl: ExportFormat = {
  name: "jsonl",
  summary: "Rows as objects, one a line, for scripts and streams.",
  mediaType: "application/jsonl",
  extension: "jsonl",
  writes: exportTables.map(({ name }) => name),
  *write(what, source) {
    for (const line of objectLines(what, source)) yield `${line}\n`;
  },
};
