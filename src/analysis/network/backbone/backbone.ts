import type { Analysis } from "../../analysis.ts";
import { type Heard, heardOf, type NetworkQuestion, networkFrom } from "../network.ts";
import { those } from "../places.ts";
import type { Statements } from "../statements.ts";
import { spectralLoss, spectrumOf } from "./loss.ts";

export const backbone: Analysis = {
  name: "backbone",
  summary: "Which issues the structure of a network rests on, and which could be left out.",
  reference:
    "Leifeld, Discourse Network Analyzer 3, backbones by the spectral distance of the network without some issues",
};

/** What is lost by some issues alone. */
export interface Loss {
  /** Of the network of these issues only. */
  readonly backbone: number;
  /** Of the network of all others. */
  readonly redundant: number;
  /** How many statements are of these issues. */
  readonly statements: number;
}

/** A network's issues, and what is lost by keeping some of them. */
export interface Debate {
  /** By index of a name of the statements those that are spoken on, ascending. */
  readonly issues: readonly number[];
  readonly lossOf: (kept: ReadonlySet<number>) => Loss;
}

/** The nodes stay those of the whole network, whichever issues are kept. Of a question of ACTORS. */
export function debateOf(statements: Statements, question: NetworkQuestion): Debate {
  const heard = heardOf(statements, question);
  const whole = networkFrom(statements, question, heard);
  const compat = question.compat ?? null;
  const size = whole.rows.labels.length;
  const full = spectrumOf(whole.values, size, compat);
  const fixed = { ...question, isolates: true, actors: { only: whole.rows.labels } };
  const lossBy = (isKept: (issue: number) => boolean) => {
    const picked = those(whole.picked, (place) => isKept(statements.issue[place] as number));
    const some: Heard = { ...heard, dated: () => whole.picked, picked };
    const network = networkFrom(statements, { ...fixed, top: null }, some);
    return { loss: spectralLoss(full, spectrumOf(network.values, size, compat)), statements: picked.length };
  };
  return {
    issues: [...new Set(whole.picked.map((place) => statements.issue[place] as number))].sort(
      (a, b) => a - b,
    ),
    lossOf: (kept) => {
      const own = lossBy((issue) => kept.has(issue));
      return {
        backbone: own.loss,
        redundant: lossBy((issue) => !kept.has(issue)).loss,
        statements: own.statements,
      };
    },
  };
}
