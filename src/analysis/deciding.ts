import { countsOn } from "../domain/projection/columns.ts";
import { type Projection, pairOf } from "../domain/projection/projection.ts";
import { firstUpTo } from "./stretch.ts";

/** Goes through the stances that decide positions on an issue, by their indexes in `onIssue`, with their actors. */
export type Deciding = (issue: number, visit: (at: number, actor: number) => void) => void;

/**
 * The stances that decide, one an actor with a position, most preferred first: for going through whole issues, each
 * once. Pairs that a projection alone cannot tell are left out.
 */
export function decidingStances(projection: Projection, day: number | null): Deciding {
  const { columns, actors, onIssue, represented, reprinted } = projection;
  const { places, starts, actor: actorAt } = onIssue;
  const isLeftOut = Uint8Array.from(actors.ids, (id) => (represented.has(id) ? 1 : 0));
  const hasReprints = reprinted.size > 0;
  /** By actor: the last issue on which it was met, from 1. */
  const metOn = new Int32Array(actors.ids.length);
  return (issue, visit) => {
    const [start, end] = [starts[issue] as number, starts[issue + 1] as number];
    for (let at = firstUpTo(columns, { places, start, end }, day); at < end; at += 1) {
      const found = actorAt[at] as number;
      const actor = found < 0 ? -1 - found : found;
      if (metOn[actor] === issue + 1) continue;
      if (found < 0 && !countsOn(columns, places[at] as number, day)) continue;
      metOn[actor] = issue + 1;
      if (isLeftOut[actor] === 1 || (hasReprints && reprinted.has(pairOf(actor, issue)))) continue;
      visit(at, actor);
    }
  };
}
