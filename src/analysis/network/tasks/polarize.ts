import { conflict } from "../conflict.ts";
import { congruence } from "../congruence.ts";
import { type Network, networkOf } from "../network.ts";
import type { Constraint } from "../polarization/constraint.ts";
import { type Polarized, polarizationOf } from "../polarization/polarization.ts";
import { randomOf } from "../random.ts";
import { networksOver } from "../series.ts";
import type { Window } from "../windows.ts";
import { type Posed, questionIn, windowingIn } from "./posed.ts";

export interface PolarizeInput extends Posed {
  readonly camps: number;
  readonly constraint: Constraint;
  readonly normalize: boolean;
  readonly seed: number;
}

/** Camps of those who spoke; null where they are fewer than the camps. */
export interface PolarizedActors {
  readonly labels: readonly string[];
  /** How many statements of each count, and of all. */
  readonly counts: Int32Array;
  readonly statements: number;
  readonly found: Polarized | null;
}

export interface PolarizeOutput {
  readonly whole: PolarizedActors;
  readonly windows: readonly (Window & PolarizedActors)[];
}

/** Polarisation of the whole span and of each window, from agreement and disagreement of the same statements. */
export function polarize(input: PolarizeInput): PolarizeOutput {
  const { statements } = input;
  const question = questionIn(input.question);
  const [agreeing, disputing] = [congruence, conflict].map((aggregate) => ({ ...question, aggregate }));
  if (agreeing === undefined || disputing === undefined) throw new RangeError("two questions");
  const whole = camped(networkOf(statements, agreeing), networkOf(statements, disputing), input);
  if (input.windowing === null) return { whole, windows: [] };
  const windowing = windowingIn(input.windowing);
  const others = networksOver(statements, disputing, windowing);
  const windows = networksOver(statements, agreeing, windowing).map(({ network, ...window }) => ({
    ...window,
    ...camped(network, others.next().value?.network as Network, input),
  }));
  return { whole, windows: windows.toArray() };
}

function camped(
  agree: Network,
  dispute: Network,
  { camps, constraint, normalize, seed }: PolarizeInput,
): PolarizedActors {
  const { labels, statements } = agree.rows;
  const opposition = { size: labels.length, congruence: agree.values, conflict: dispute.values };
  return {
    labels,
    counts: statements,
    statements: agree.picked.length,
    found: polarizationOf(opposition, { camps, constraint, normalize, random: randomOf(seed) }),
  };
}
