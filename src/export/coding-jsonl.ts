import { type CodingKind, codingItems } from "./coding-items.ts";
import type { ExportFormat } from "./format.ts";

export const codingJsonl: ExportFormat = {
  name: "coding-jsonl",
  summary: "The graph as a coding of any size, one thing a line, that `stancegraph import` reads again.",
  mediaType: "application/jsonl",
  extension: "jsonl",
  writes: ["graph"],
  *write(_, source) {
    for (const kind of Object.keys(codingItems) as readonly CodingKind[]) {
      for (const item of codingItems[kind](source)) yield `${JSON.stringify({ [kind]: item })}\n`;
    }
  },
};
