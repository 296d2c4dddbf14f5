import type { Order } from "../domain/projection/order.ts";
import { type Projection, pairOf } from "../domain/projection/projection.ts";

/** Which pairs are looked for: of some actors, on some issues, by number; null for all. */
export interface Pairs {
  readonly actors: ReadonlySet<number> | null;
  readonly issues: ReadonlySet<number> | null;
}

/** Whether others speak for the actor, or its stances on the issue are in documents that reprint one another. */
export function isIntricate(
  projection: Projection,
  { actor, issue }: { readonly actor: number; readonly issue: number },
): boolean {
  const { represented, reprinted, actors } = projection;
  return (
    (represented.size > 0 && represented.has(actors.ids[actor] as string)) ||
    (reprinted.size > 0 && reprinted.has(pairOf(actor, issue)))
  );
}

/** How many stances the actors and the issues have that are looked for, whichever are fewer. */
export function stancesOf({ ofActor, onIssue, newest }: Projection, { actors, issues }: Pairs): number {
  return Math.min(lengthOf(ofActor, actors), lengthOf(onIssue, issues), newest.length);
}

function lengthOf({ starts }: Order, runs: ReadonlySet<number> | null): number {
  if (runs === null) return Number.POSITIVE_INFINITY;
  let length = 0;
  for (const run of runs) length += (starts[run + 1] as number) - (starts[run] as number);
  return length;
}
