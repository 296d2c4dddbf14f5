import type { Debate, Loss } from "./backbone.ts";

/** An issue that is left out, the least needed first, and what is lost then. */
export interface NestedStep extends Loss {
  readonly issue: number;
}

/**
 * The nested backbone: one issue after the other is left out, always that without which the network changes least; of
 * equals the last by name. So many steps as there are issues. With `compat` all equals are left out at once, each with
 * the loss of leaving out itself alone, as in the Discourse Network Analyzer.
 */
export function nestedBackbone(
  { issues, lossOf }: Debate,
  {
    compat = null,
    isLate = () => false,
  }: { readonly compat?: "DNA" | null; readonly isLate?: () => boolean } = {},
): readonly NestedStep[] {
  const steps: NestedStep[] = [];
  for (let kept = issues; kept.length > 0 && !isLate(); ) {
    const losses = kept.toReversed().map((issue) => ({ issue, ...lossOf(without(kept, issue)) }));
    const least = Math.min(...losses.map(({ backbone }) => backbone));
    const equals = losses.filter(({ backbone }) => backbone === least);
    for (const step of compat === "DNA" ? equals : equals.slice(0, 1)) {
      steps.push({ ...step, redundant: lossOf(without(kept, step.issue)).redundant });
      kept = kept.filter((issue) => issue !== step.issue);
    }
  }
  return steps;
}

function without(kept: readonly number[], issue: number): ReadonlySet<number> {
  return new Set(kept.filter((other) => other !== issue));
}
