import type { Analysis } from "../analysis.ts";
import { type Counts, flattened } from "./counts.ts";

export const scaling: Analysis = {
  name: "scaling",
  summary: "Actors on one line, near to those that say the same.",
  reference: "Benzécri 1973, L'analyse des données; Greenacre 2017, Correspondence Analysis in Practice",
};

export interface Scale {
  /** By row: its place, in units of the standard deviation of all statements; null: it said nothing. */
  readonly places: readonly (number | null)[];
  /** The share of what rows differ by (inertia) that the line shows, 0 to 1. */
  readonly share: number;
}

const [rounds, tolerance] = [5000, 1e-12];

/**
 * The first dimension of the correspondence analysis of what rows said (columns × levels), by reciprocal averaging: a
 * row lies in the mean of what it said, that in the mean of those who said it. Turned so that the row farthest out, of
 * equals the first, is above 0. Rows that share nothing with the others are pulled to one end: leave them out first.
 */
export function scaleOf(counts: Counts): Scale | null {
  const { rows, columns, start, row, count } = flattened(counts);
  const [ofRow, ofColumn] = [new Float64Array(rows), new Float64Array(columns)];
  let all = 0;
  const cells = (tell: (row: number, column: number, count: number) => void) => {
    for (let column = 0; column < columns; column += 1)
      for (let at = start[column] as number; at < (start[column + 1] as number); at += 1)
        tell(row[at] as number, column, count[at] as number);
  };
  cells((own, column, times) => {
    (ofRow[own] as number) += times;
    (ofColumn[column] as number) += times;
    all += times;
  });
  let inertia = -1;
  cells((own, column, times) => {
    inertia += (times * times) / ((ofRow[own] as number) * (ofColumn[column] as number));
  });
  if (all === 0 || inertia < tolerance) return null;
  let places = standardised(
    Float64Array.from({ length: rows }, (_, at) => Math.sin(at + 1)),
    ofRow,
    all,
  ).places;
  let value = 0;
  for (let round = 0; round < rounds; round += 1) {
    const means = averaged(places, {
      ofTo: ofColumn,
      cells: (tell) => cells((own, column, times) => tell(own, column, times)),
    });
    const next = averaged(means, {
      ofTo: ofRow,
      cells: (tell) => cells((own, column, times) => tell(column, own, times)),
    });
    const found = standardised(next, ofRow, all);
    const change = found.places.reduce(
      (most, place, at) => Math.max(most, Math.abs(place - (places[at] as number))),
      0,
    );
    places = found.places;
    value = found.deviation;
    if (change < tolerance) break;
  }
  const far = places.reduce(
    (best, place, at) => (Math.abs(place) > Math.abs(places[best] as number) + 1e-9 ? at : best),
    0,
  );
  const sign = (places[far] as number) < 0 ? -1 : 1;
  return {
    places: Array.from(places, (place, at) => (ofRow[at] === 0 ? null : sign * place)),
    share: Math.min(1, value / inertia),
  };
}

/** Mean 0 and deviation 1, each row weighing as many statements as it has; takes the trivial dimension away. */
function standardised(values: Float64Array, weights: Float64Array, all: number) {
  const mean = values.reduce((sum, value, at) => sum + value * (weights[at] as number), 0) / all;
  const square =
    values.reduce((sum, value, at) => sum + (value - mean) ** 2 * (weights[at] as number), 0) / all;
  const deviation = Math.sqrt(square);
  return { places: values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation)), deviation };
}

function averaged(
  from: Float64Array,
  {
    ofTo,
    cells,
  }: {
    readonly ofTo: Float64Array;
    readonly cells: (tell: (from: number, to: number, times: number) => void) => void;
  },
): Float64Array {
  const sums = new Float64Array(ofTo.length);
  cells((one, to, times) => {
    (sums[to] as number) += times * (from[one] as number);
  });
  return sums.map((sum, to) => (ofTo[to] === 0 ? 0 : sum / (ofTo[to] as number)));
}
