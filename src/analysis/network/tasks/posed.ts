import { aggregates, normalizations } from "../index.ts";
import { kernels } from "../kernels.ts";
import type { NetworkQuestion } from "../network.ts";
import type { Windowing } from "../series.ts";
import type { Statements } from "../statements.ts";

/** A question in words, so that it can be sent: measures by their names. */
export interface PosedQuestion extends Omit<NetworkQuestion, "aggregate" | "normalization"> {
  readonly aggregate: string;
  readonly normalization: string;
}

export interface PosedWindowing extends Omit<Windowing, "kernel"> {
  readonly kernel: string | null;
}

/** Statements and what is asked of them. */
export interface Posed {
  readonly statements: Statements;
  readonly question: PosedQuestion;
  /** Null: of the whole span only. */
  readonly windowing: PosedWindowing | null;
}

export function questionIn({ aggregate, normalization, ...rest }: PosedQuestion): NetworkQuestion {
  return {
    ...rest,
    aggregate: named(aggregates, aggregate),
    normalization: named(normalizations, normalization),
  };
}

export function windowingIn({ kernel, ...rest }: PosedWindowing): Windowing {
  return { ...rest, kernel: kernel === null ? null : named(kernels, kernel) };
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  return list.find((each) => each.name === name) as T;
}
