import { type Kernel, kernelWeight } from "./kernels.ts";
import { weightsBy } from "./measure.ts";
import { countedIn, type Heard, type Network, type NetworkQuestion, networkFrom } from "./network.ts";
import { ownSums } from "./pairs.ts";
import type { Statements } from "./statements.ts";
import type { TimeUnit, Window } from "./windows.ts";

/**
 * The network around the middle of a window: two statements count √(κ · κ′) for each other, one of a row and a column κ,
 * with κ the kernel's weight of their days.
 */
export function smoothedNetwork(
  statements: Statements,
  question: NetworkQuestion,
  {
    heard,
    window,
    kernel,
    unit,
    size,
  }: {
    readonly heard: Heard;
    readonly window: Window;
    readonly kernel: Kernel;
    readonly unit: TimeUnit;
    readonly size: number;
  },
): Network {
  const compat = question.compat ?? null;
  const weight = kernelWeight(kernel, { unit, size, compat });
  const isOneMode = question.mode !== "TWO_MODE";
  const amounts = new Float64Array(statements.size);
  for (const place of heard.picked) {
    const on = statements.day[place] as number;
    const kappa = on < window.from || on > window.until ? 0 : weight(on, window.middle);
    amounts[place] = isOneMode ? Math.sqrt(kappa) : kappa;
  }
  return compat === "DNA" && isOneMode
    ? smoothedAsDna(statements, question, { ...heard, amounts })
    : networkFrom(statements, question, { ...heard, amounts });
}

/**
 * As the Discourse Network Analyzer smooths: the diagonal is kept, and AVERAGE multiplies by Σj Σk 2 / (n[i,j,k] + n[i′,j,k])
 * over all statements, whatever their day.
 */
function smoothedAsDna(statements: Statements, question: NetworkQuestion, heard: Heard): Network {
  const none = { ...question.normalization, oneMode: () => () => 1 };
  const network = networkFrom(statements, { ...question, normalization: none }, heard);
  const { counts } = countedIn(statements, question, heard);
  const { values } = network;
  const { rows } = counts;
  const weight = question.aggregate.weight as (distance: number) => number;
  const own = ownSums(counts, { given: weightsBy(counts, weight), taken: null });
  for (let row = 0; row < rows; row += 1) values[row * rows + row] = own[row] as number;
  if (question.normalization.name !== "AVERAGE") return network;
  const { amounts: _, ...plain } = heard;
  const cells = cellsOf(countedIn(statements, question, plain).counts);
  for (let one = 0; one < rows; one += 1)
    for (let other = 0; other < rows; other += 1)
      (values[one * rows + other] as number) *= sharesOf(
        cells[one] as Float64Array,
        cells[other] as Float64Array,
      );
  return network;
}

function sharesOf(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) {
    const both = (one[at] as number) + (other[at] as number);
    if (both !== 0) sum += 2 / both;
  }
  return sum;
}

/** Each row with its counts at each column and level. */
function cellsOf(counts: ReturnType<typeof countedIn>["counts"]): readonly Float64Array[] {
  const { rows, columns, levels, start, row, level, count } = counts;
  const cells = Array.from({ length: rows }, () => new Float64Array(columns * levels.length));
  for (let column = 0; column < columns; column += 1)
    for (let at = start[column] as number; at < (start[column + 1] as number); at += 1)
      (cells[row[at] as number] as Float64Array)[column * levels.length + (level[at] as number)] = count[
        at
      ] as number;
  return cells;
}
