import { annotatedDocuments } from "./annotated.ts";
import { pointsIn } from "./code-points.ts";
import type { ArchiveFormat } from "./format.ts";

/** Standoff of brat (https://brat.nlplab.org/standoff.html): a .txt and an .ann a document, offsets in code points. */
export const brat: ArchiveFormat = {
  name: "brat",
  summary:
    "Stances as text-bound marks on their documents, for brat (a .zip of .txt and .ann); offsets in code points.",
  mediaType: "application/zip",
  extension: "ann.zip",
  writes: ["stances"],
  files(source) {
    const files: Record<string, string> = {};
    for (const { document, text, about, stances } of annotatedDocuments(source)) {
      const name = document.id.replace(":", "-");
      const points = pointsIn(text);
      const lines = [`#0\tAnnotatorNotes\t${JSON.stringify(about)}`];
      for (const [index, { stance, evidence, values }] of stances.entries()) {
        const id = index + 1;
        const ordered = evidence.toSorted((a, b) => a.start - b.start);
        const places = ordered.map(({ start, end }) => `${points(start)} ${points(end)}`).join(";");
        const words = ordered.map(({ quote }) => quote.replaceAll(/\s/g, " ")).join(" ");
        lines.push(`T${id}\t${stance.direction} ${places}\t${words}`);
        lines.push(`#${id}\tAnnotatorNotes T${id}\t${JSON.stringify(values)}`);
      }
      files[`${name}.txt`] = text;
      files[`${name}.ann`] = `${lines.join("\n")}\n`;
    }
    return files;
  },
};
