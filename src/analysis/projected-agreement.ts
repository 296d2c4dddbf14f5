import type { ActorId } from "../domain/id.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { directions } from "../domain/stance.ts";
import { type Likeness, likeness } from "./agreement.ts";
import { decidingStances } from "./deciding.ts";

const declined = directions.indexOf("DECLINED_TO_COMMENT");

/**
 * What `likenessesTo` gives for all positions by the rule LATEST that a projection alone can tell: one walk over the
 * issues on which a place is taken, given by their numbers.
 */
export function projectedLikenesses(
  projection: Projection,
  places: ReadonlyMap<number, number>,
  day: number | null,
): ReadonlyMap<ActorId, Likeness> {
  const { columns, actors } = projection;
  const totals = new Float64Array(actors.ids.length);
  const shared = new Int32Array(actors.ids.length);
  const deciding = decidingStances(projection, day);
  for (const [issue, own] of places) {
    deciding(issue, (stance) => {
      if (columns.direction[stance] === declined) return;
      const actor = columns.actor[stance] as number;
      totals[actor] = (totals[actor] as number) + likeness(own, (columns.intensity[stance] as number) / 2);
      shared[actor] = (shared[actor] as number) + 1;
    });
  }
  const sums = new Map<ActorId, Likeness>();
  for (const [actor, sharedIssues] of shared.entries()) {
    if (sharedIssues === 0) continue;
    sums.set(actors.ids[actor] as ActorId, { total: totals[actor] as number, sharedIssues });
  }
  return sums;
}
