import type { DuplicateRule } from "./duplicates.ts";
import { withoutDuplicates } from "./duplicates.ts";
import { chosen, type Selection } from "./selection.ts";
import { type Axis, namesOf, type Statements } from "./statements.ts";

/** How often an actor or an issue was met at each level. */
export interface Bar {
  readonly name: string;
  /** By index of a level of the statements. */
  readonly counts: readonly number[];
}

/**
 * Counts of each actor or issue by level, in the order of their names, of those that have any. Duplicates are those of
 * the one axis: an actor's statements of one level within the period, on whatever issue.
 */
export function barsOf(
  statements: Statements,
  { axis, duplicates, ...selection }: Selection & { readonly axis: Axis; readonly duplicates: DuplicateRule },
): readonly Bar[] {
  const across: Axis = axis === "actor" ? "issue" : "actor";
  const found = chosen(statements, selection);
  const alike: Statements = { ...statements, [across]: new Int32Array(statements.size) };
  const picked = withoutDuplicates(alike, found, {
    rule: duplicates,
    ignoresLevel: false,
    forgetsYear: false,
  });
  const names = namesOf(statements, axis);
  const depth = statements.levels.length;
  const counts = new Float64Array(names.length * depth);
  for (const place of picked)
    (counts[(statements[axis][place] as number) * depth + (statements.level[place] as number)] as number) +=
      1;
  return names.flatMap((name, at) => {
    const own = [...counts.subarray(at * depth, (at + 1) * depth)];
    return own.some((count) => count > 0) ? [{ name, counts: own }] : [];
  });
}
