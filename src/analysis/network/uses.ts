import { type Counts, collapsed, columnsOf } from "./counts.ts";

/** How often each row and each column was used: by statements, or with `once` by each other with which it has any. */
export function usesOf(counts: Counts, once: boolean) {
  const [ofRow, ofColumn] = [new Float64Array(counts.rows), new Float64Array(counts.columns)];
  const { row, count, ...whole } = collapsed(counts);
  const column = columnsOf({ ...whole, row, count });
  for (let cell = 0; cell < row.length; cell += 1) {
    const uses = once ? 1 : (count[cell] as number);
    (ofRow[row[cell] as number] as number) += uses;
    (ofColumn[column[cell] as number] as number) += uses;
  }
  return { ofRow, ofColumn };
}
