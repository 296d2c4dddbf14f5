import type { Analysis } from "../analysis.ts";
import { distanceOf } from "./measure.ts";
import { countedIn, heardOf, type NetworkQuestion } from "./network.ts";
import type { Statements } from "./statements.ts";

export const issueConflict: Analysis = {
  name: "issueConflict",
  summary: "On which issues actors dispute, and how much.",
  reference: null,
};

/** How far actors dispute on an issue. */
export interface IssueConflict {
  readonly issue: string;
  readonly statements: number;
  readonly actors: number;
  /** Pairs of statements of different actors: Σ over i < i′ of x[i,k1] · x[i′,k2] · (1 − d), and · d. */
  readonly congruence: number;
  readonly conflict: number;
  /** conflict / (congruence + conflict): the chance that two statements of two actors differ, 0 to 1; null without two. */
  readonly share: number | null;
}

/** By issue, in the order of their names. */
export function issueConflictOf(statements: Statements, question: NetworkQuestion): readonly IssueConflict[] {
  const { columns, counts } = countedIn(
    statements,
    { ...question, mode: "ACTORS" },
    heardOf(statements, question),
  );
  const { start, row, level, count } = counts;
  return columns.labels.map((issue, column) => {
    const [first, end] = [start[column] as number, start[column + 1] as number];
    let [congruence, conflict] = [0, 0];
    for (let one = first; one < end; one += 1)
      for (let other = one + 1; other < end; other += 1) {
        if (row[one] === row[other]) continue;
        const both = (count[one] as number) * (count[other] as number);
        const distance = distanceOf(counts, level[one] as number, level[other] as number);
        conflict += both * distance;
        congruence += both * (1 - distance);
      }
    const all = congruence + conflict;
    return {
      issue,
      statements: columns.statements[column] as number,
      actors: new Set(row.subarray(first, end)).size,
      congruence,
      conflict,
      share: all === 0 ? null : conflict / all,
    };
  });
}
