import { dayIn, monthOf } from "./periods.ts";

/** By what a window moves and how its size is counted. */
export const windowUnits = ["DAYS", "WEEKS", "MONTHS", "YEARS", "STATEMENTS"] as const;
export type WindowUnit = (typeof windowUnits)[number];
export type TimeUnit = Exclude<WindowUnit, "STATEMENTS">;

/** A stretch of days, both ends in it, as days since 1970-01-01. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The stretch of days around a day. */
export interface Window extends Span {
  readonly middle: number;
}

/**
 * Windows of a size that move by one unit: the middle starts on the first day of a span; a window reaches
 * a = round((size − 1) / 2) units to both sides, its ends included. Those that reach beyond the span are left out
 * unless `beyond`. Months and years end on their last day where they are too short.
 * Leifeld, Gruber & Bossner 2019, Discourse Network Analyzer Manual, "Time windows".
 */
export function* windowsIn(
  span: Span,
  {
    unit,
    size,
    beyond = false,
  }: { readonly unit: TimeUnit; readonly size: number; readonly beyond?: boolean },
): Generator<Window> {
  const reach = reachOf(size);
  for (let step = 0; ; step += 1) {
    const middle = moved(span.from, step, unit);
    if (middle > span.until) return;
    const [from, until] = [moved(middle, -reach, unit), moved(middle, reach, unit)];
    if (from >= span.from && until <= span.until) yield { from, middle, until };
    else if (beyond) yield { from: Math.max(from, span.from), middle, until: Math.min(until, span.until) };
  }
}

/** How many units a window reaches to each side of its middle; halves are rounded up. */
function reachOf(size: number): number {
  return Math.round((size - 1) / 2);
}

/** A day so many units later. */
function moved(day: number, steps: number, unit: TimeUnit): number {
  switch (unit) {
    case "DAYS":
      return day + steps;
    case "WEEKS":
      return day + 7 * steps;
    case "MONTHS":
      return inMonth(monthOf(day) + steps, dayIn(day));
    case "YEARS":
      return inMonth(monthOf(day) + 12 * steps, dayIn(day));
  }
}

/** A day of a month, or its last. */
function inMonth(month: number, on: number): number {
  return Math.min(firstOf(month) + on, firstOf(month + 1)) - 1;
}

function firstOf(month: number): number {
  const midnight = new Date(0);
  midnight.setUTCFullYear(Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1);
  return midnight.getTime() / 86_400_000;
}
