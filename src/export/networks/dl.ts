import { type DrawnNode, matrixOf, type NetworkFormat } from "./drawing.ts";

/** UCINET's DL as a full matrix, as the Discourse Network Analyzer writes it; quotes in labels become apostrophes. */
export const dl: NetworkFormat = {
  name: "dl",
  summary: "UCINET DL, a full matrix.",
  mediaType: "text/plain",
  extension: "dl",
  write: (drawing) => {
    const { rows, columns, values } = matrixOf(drawing);
    const head = drawing.isTwoMode
      ? `dl nr = ${rows.length}, nc = ${columns.length}, format = fullmatrix\nrow labels:\n${labels(rows)}col labels:\n${labels(columns)}`
      : `dl n = ${rows.length}, format = fullmatrix\nlabels:\n${labels(rows)}`;
    return `${head}data:\n${values.map((row) => ` ${row.join(" ")}\n`).join("")}`;
  },
};

function labels(nodes: readonly DrawnNode[]): string {
  return nodes.map(({ label }) => `"${label.replaceAll('"', "'").replaceAll(/[\r\n]+/g, " ")}"\n`).join("");
}
