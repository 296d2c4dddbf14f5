import { parse } from "csv-parse/sync";
import type { Network } from "../../../src/analysis/network/network.ts";

/** A matrix as it is written down. */
export interface Written {
  readonly rows: readonly string[];
  readonly columns: readonly string[] | null;
  readonly values: readonly number[];
}

export function writtenIn(csv: string): Written {
  const [head = [], ...lines] = parse(csv) as string[][];
  return {
    columns: head.slice(1),
    rows: lines.map(([label = ""]) => label),
    values: lines.flatMap((line) => line.slice(1).map(Number)),
  };
}

/** The first difference of a network to a matrix; null: same labels in the same order, and values to 1e-12 of their size, or as said. */
export function difference(
  { rows, columns, values }: Network,
  written: Written,
  tolerance = 1e-12,
): string | null {
  if (rows.labels.join("\n") !== written.rows.join("\n")) return `rows ${rows.labels} for ${written.rows}`;
  if (written.columns !== null && columns.labels.join("\n") !== written.columns.join("\n"))
    return `columns ${columns.labels} for ${written.columns}`;
  if (values.length !== written.values.length) return `${values.length} values for ${written.values.length}`;
  const wrong = written.values.findIndex((value, at) => !isSame(values[at] as number, value, tolerance));
  return wrong < 0 ? null : `${values[wrong]} for ${written.values[wrong]} at ${wrong}`;
}

function isSame(one: number, other: number, tolerance: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
}
