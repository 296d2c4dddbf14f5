import { StanceGraphError } from "../../domain/error.ts";
import { inRuns } from "../../domain/projection/order.ts";
import type { Kernel } from "./kernels.ts";
import { type Heard, heardOf, type Network, type NetworkQuestion, networkFrom } from "./network.ts";
import { smoothedNetwork } from "./smoothing.ts";
import { type Statements, undated } from "./statements.ts";
import { type Span, type Window, type WindowUnit, windowsIn } from "./windows.ts";

export interface Windowing {
  readonly unit: WindowUnit;
  /** How many units; of statements those to both sides of each, half the size rounded down, and itself. */
  readonly size: number;
  /** How much statements count by their distance from the middle; null: all the same. */
  readonly kernel?: Kernel | null;
  /** Also windows that reach beyond the first or the last day; false when left out. */
  readonly beyond?: boolean;
}

/** The network of one window. */
export interface NetworkWindow extends Window {
  readonly network: Network;
}

/**
 * The networks of moving windows, oldest first, one at a time. Filters, duplicates and the levels of the qualifier are
 * those of the whole span. Undated statements are in no window. With a kernel κ two statements count √(κ · κ′) for each
 * other, one of a row and a column κ, and all that have a place in the whole span have one in each window.
 * Leifeld 2017; for kernels Leifeld, Henrichsen, Buckton, Fergie & Hilton 2021, Belief system alignment.
 */
export function* networksOver(
  statements: Statements,
  question: NetworkQuestion,
  windowing: Windowing,
): Generator<NetworkWindow> {
  const whole = heardOf(statements, question);
  const heard = { ...whole, picked: byDay(statements, whole.picked) };
  const { unit, size, kernel } = windowing;
  if (unit === "STATEMENTS") {
    if (kernel != null) refuseKernel();
    yield* byStatements(statements, question, heard, size);
    return;
  }
  const span = spanOf(statements, question, heard);
  if (span === null) return;
  for (const window of windowsIn(span, { ...windowing, unit })) {
    if (kernel == null) {
      const picked = between(statements, heard.picked, window);
      yield { ...window, network: networkFrom(statements, question, { ...heard, picked }) };
    } else {
      const reach = kernel.isEndless ? { ...window, ...span } : window;
      const asked = { window: reach, kernel, unit, size };
      yield { ...reach, network: smoothedNetwork(statements, question, { ...asked, heard }) };
    }
  }
}

/** Windows of statements in the order of their days, then in that in which they were made: size 10 is 5, the one and 5. */
function* byStatements(statements: Statements, question: NetworkQuestion, heard: Heard, size: number) {
  const half = Math.floor(size / 2);
  const { picked } = heard;
  const dayAt = (at: number) => statements.day[picked[at] as number] as number;
  for (let at = half; at + half < picked.length; at += 1) {
    const window = { from: dayAt(at - half), middle: dayAt(at), until: dayAt(at + half) };
    const own = picked.slice(at - half, at + half + 1);
    yield { ...window, network: networkFrom(statements, question, { ...heard, picked: own }) };
  }
}

function byDay({ day }: Statements, picked: Int32Array): Int32Array {
  const dated = picked.filter((place) => day[place] !== undated).sort();
  if (dated.length === 0) return dated;
  const first = dated.reduce(
    (least, place) => Math.min(least, day[place] as number),
    Number.POSITIVE_INFINITY,
  );
  const last = dated.reduce((most, place) => Math.max(most, day[place] as number), first);
  return inRuns(dated, last - first + 1, (place) => (day[place] as number) - first).places;
}

/** From the first to the last day asked for, or that has a statement. */
function spanOf({ day }: Statements, { from, until }: NetworkQuestion, { dated }: Heard): Span | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of dated()) {
    const on = day[place] as number;
    if (on === undated) continue;
    first = Math.min(first, on);
    last = Math.max(last, on);
  }
  return first > last ? null : { from: from ?? first, until: until ?? last };
}

/** Of statements by day those of a window. */
function between({ day }: Statements, picked: Int32Array, { from, until }: Span): Int32Array {
  return picked.subarray(firstFrom(day, picked, from), firstFrom(day, picked, until + 1));
}

function firstFrom(day: Int32Array, picked: Int32Array, from: number): number {
  let [low, high] = [0, picked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((day[picked[middle] as number] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function refuseKernel(): never {
  throw new StanceGraphError(
    "invalid",
    "A kernel weighs by time; with windows of STATEMENTS leave it out, or take DAYS, WEEKS, MONTHS or YEARS.",
    ["input", "kernel"],
  );
}
