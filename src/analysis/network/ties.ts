import type { Network } from "./network.ts";

/** A weight between two: of one mode rows with row < column, else a row and a column. */
export type TellTie = (row: number, column: number, weight: number) => void;

/** Tells of each weight that is not 0 and at least as far from it as the threshold, by row, then by column. */
export function forTies({ mode, rows, columns, values }: Network, threshold: number, tell: TellTie): void {
  const width = columns.labels.length;
  for (let row = 0; row < rows.labels.length; row += 1) {
    for (let column = mode === "TWO_MODE" ? 0 : row + 1; column < width; column += 1) {
      const weight = values[row * width + column] as number;
      if (weight !== 0 && Math.abs(weight) >= threshold) tell(row, column, weight);
    }
  }
}

/** How many ties there may be. */
export function possibleTies({ mode, rows, columns }: Network): number {
  const [height, width] = [rows.labels.length, columns.labels.length];
  return mode === "TWO_MODE" ? height * width : (height * (height - 1)) / 2;
}

/** A network as ties between its nodes: those of one mode are its rows, of two its rows, then its columns. */
export function tiesIn({ mode, rows, columns, values }: Network): {
  readonly size: number;
  readonly weights: Float64Array;
} {
  if (mode !== "TWO_MODE") return { size: rows.labels.length, weights: values };
  const [height, width] = [rows.labels.length, columns.labels.length];
  const size = height + width;
  const weights = new Float64Array(size * size);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const weight = values[row * width + column] as number;
      weights[row * size + height + column] = weight;
      weights[(height + column) * size + row] = weight;
    }
  return { size, weights };
}
