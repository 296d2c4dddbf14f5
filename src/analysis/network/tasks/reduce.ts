import { debateOf } from "../backbone/backbone.ts";
import { type NestedStep, nestedBackbone } from "../backbone/nested.ts";
import { type PenalisedBackbone, penalisedBackbone } from "../backbone/penalised.ts";
import { networkOf } from "../network.ts";
import { randomOf } from "../random.ts";
import { type Posed, questionIn } from "./posed.ts";

export interface ReduceInput extends Posed {
  /** NESTED: in which order issues can be left out. PENALISED: the best set. FIXED: the best of a size. */
  readonly method: "NESTED" | "PENALISED" | "FIXED";
  readonly penalty: number;
  readonly size: number | null;
  readonly seed: number;
}

export interface ReduceOutput {
  readonly actors: number;
  readonly statements: number;
  /** By index of an issue its name. */
  readonly issues: readonly string[];
  readonly steps: readonly NestedStep[];
  readonly best: PenalisedBackbone | null;
}

/** The issues that a network of actors rests on. */
export function reduce({ statements, question, method, penalty, size, seed }: ReduceInput): ReduceOutput {
  const asked = questionIn(question);
  const { rows, picked } = networkOf(statements, asked);
  const debate = debateOf(statements, asked);
  const random = randomOf(seed);
  return {
    actors: rows.labels.length,
    statements: picked.length,
    issues: statements.issues,
    steps: method === "NESTED" ? nestedBackbone(debate) : [],
    best:
      method === "NESTED"
        ? null
        : penalisedBackbone(debate, { penalty, size: method === "FIXED" ? size : null, random }),
  };
}
