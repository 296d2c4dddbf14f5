import { type AnnotatedStance, annotatedDocuments } from "./annotated.ts";
import type { ExportFormat } from "./format.ts";

/** Tasks of Label Studio (https://labelstud.io/guide/task_format), with regions in UTF-16 units as its editor counts. */
export const labelStudio: ExportFormat = {
  name: "label-studio",
  summary: "Stances as labelled regions on their documents, for Label Studio (JSON).",
  mediaType: "application/json",
  extension: "label-studio.json",
  writes: ["stances"],
  *write(_, source) {
    let before = "[\n";
    for (const { document, text, about, stances } of annotatedDocuments(source)) {
      const task = {
        data: { name: document.id, ...about, text },
        annotations: [{ result: stances.flatMap((stance) => regionsOf(stance)) }],
      };
      yield before + JSON.stringify(task);
      before = ",\n";
    }
    yield before === "[\n" ? "[]\n" : "\n]\n";
  },
};

function regionsOf({ stance: { direction }, evidence, values }: AnnotatedStance): readonly object[] {
  return evidence.map(({ id, start, end, quote }) => ({
    id: `${values.stance} ${id}`,
    type: "labels",
    from_name: "direction",
    to_name: "text",
    value: { start, end, text: quote, labels: [direction] },
    meta: { text: [JSON.stringify(values)] },
  }));
}
