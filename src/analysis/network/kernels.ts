import type { Analysis } from "../analysis.ts";
import { dayIn, monthOf } from "./periods.ts";
import type { TimeUnit } from "./windows.ts";

/** How much a statement counts by its distance from the middle of a window. */
export interface Kernel extends Analysis {
  /** Of u, the distance as a share of half the window's size: −1 to 1 within it. */
  readonly weight: (u: number) => number;
  /** The weight that the Discourse Network Analyzer gives, where it is another. */
  readonly weightOfDna?: (u: number) => number;
  /** Whether it also counts what lies outside of the window. */
  readonly isEndless: boolean;
}

const reference = "Wand & Jones 1995, Kernel Smoothing";

/** κ(u) = 1/2 */
const uniform: Kernel = {
  name: "UNIFORM",
  summary: "All within the window the same.",
  reference,
  weight: () => 0.5,
  isEndless: false,
};

/** κ(u) = 1 − |u|. The Discourse Network Analyzer has |1 − u|, which weighs what is early less than what is late. */
const triangular: Kernel = {
  name: "TRIANGULAR",
  summary: "Less the farther from the middle, in a straight line.",
  reference,
  weight: (u) => 1 - Math.abs(u),
  weightOfDna: (u) => Math.abs(1 - u),
  isEndless: false,
};

/** κ(u) = 3/4 · (1 − u²). The Discourse Network Analyzer has 3/4 · (1 − u)², which is not symmetric either. */
const epanechnikov: Kernel = {
  name: "EPANECHNIKOV",
  summary: "Less the farther from the middle, slowly at first.",
  reference: "Epanechnikov 1969, Non-Parametric Estimation of a Multivariate Probability Density",
  weight: (u) => 0.75 * (1 - u * u),
  weightOfDna: (u) => 0.75 * (1 - u) * (1 - u),
  isEndless: false,
};

/** κ(u) = exp(−u² / 2) / √(2π): half the window is one standard deviation. */
const gaussian: Kernel = {
  name: "GAUSSIAN",
  summary: "Less the farther from the middle, as a bell; nothing is without weight.",
  reference,
  weight: (u) => Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI),
  isEndless: true,
};

/** Every kernel there is. */
export const kernels: readonly Kernel[] = [uniform, triangular, epanechnikov, gaussian];

const daysIn: Readonly<Record<TimeUnit, number>> = { DAYS: 1, WEEKS: 7, MONTHS: 30.436875, YEARS: 365.2425 };

/** κ of a day around the middle of a window of a size. With `compat` whole units count, as in the Discourse Network Analyzer. */
export function kernelWeight(
  { weight, weightOfDna }: Kernel,
  { unit, size, compat }: { readonly unit: TimeUnit; readonly size: number; readonly compat: "DNA" | null },
): (day: number, middle: number) => number {
  if (compat === "DNA") {
    const even = size + (size % 2);
    const of = weightOfDna ?? weight;
    return (day, middle) => of((2 * wholeUnits(day, middle, unit)) / even);
  }
  return (day, middle) => weight((2 * (middle - day)) / daysIn[unit] / size);
}

/** How many whole units lie between two days; below 0 where the first is later. */
function wholeUnits(day: number, middle: number, unit: TimeUnit): number {
  if (unit === "DAYS") return middle - day;
  if (unit === "WEEKS") return Math.trunc((middle - day) / 7);
  const months = monthOf(middle) - monthOf(day);
  const short = dayIn(middle) - dayIn(day);
  const whole = months > 0 && short < 0 ? months - 1 : months < 0 && short > 0 ? months + 1 : months;
  return unit === "MONTHS" ? whole : Math.trunc(whole / 12);
}
