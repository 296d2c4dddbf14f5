import { csvLine } from "../csv.ts";
import { matrixOf, type NetworkFormat } from "./drawing.ts";

/** Labels in the first line and column, weights between; of the whole span. */
export const matrixCsv: NetworkFormat = {
  name: "matrix",
  summary: "CSV, a matrix with labels.",
  mediaType: "text/csv",
  extension: "matrix.csv",
  write: (drawing) => {
    const { rows, columns, values } = matrixOf(drawing);
    const lines = rows.map(({ label }, at) => csvLine([label, ...(values[at] ?? [])]));
    return csvLine(["", ...columns.map(({ label }) => label)]) + lines.join("");
  },
};
