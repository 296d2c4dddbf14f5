import { annotatedDocuments } from "./annotated.ts";
import { pointsIn } from "./code-points.ts";
import type { ExportFormat } from "./format.ts";

/** JSONL as doccano exports it for sequence labelling with relations: https://doccano.github.io/doccano */
export const doccano: ExportFormat = {
  name: "doccano",
  summary: "Stances as entities on their documents, for doccano (JSONL); offsets in code points.",
  mediaType: "application/jsonl",
  extension: "doccano.jsonl",
  writes: ["stances"],
  *write(_, source) {
    let number = 0;
    for (const { document, text, about, stances } of annotatedDocuments(source)) {
      const points = pointsIn(text);
      const entities = stances.flatMap(({ stance: { direction }, evidence, values }) =>
        evidence.map(({ start, end }) => ({
          id: ++number,
          label: direction,
          start_offset: points(start),
          end_offset: points(end),
          ...values,
        })),
      );
      yield `${JSON.stringify({ name: document.id, text, meta: about, entities, relations: [] })}\n`;
    }
  },
};
