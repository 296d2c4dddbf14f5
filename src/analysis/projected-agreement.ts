import type { ActorId } from "../domain/id.ts";
import { silence } from "../domain/projection/order.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { type Likeness, likeness } from "./agreement.ts";
import { decidingStances } from "./deciding.ts";

/**
 * What `likenessesTo` gives for all positions by the rule LATEST that a projection alone can tell: one walk over the
 * issues on which a place is taken, given by their numbers.
 */
export function projectedLikenesses(
  projection: Projection,
  places: ReadonlyMap<number, number>,
  day: number | null,
): ReadonlyMap<ActorId, Likeness> {
  const { actors, onIssue } = projection;
  const totals = new Float64Array(actors.ids.length);
  const shared = new Int32Array(actors.ids.length);
  const deciding = decidingStances(projection, day);
  for (const [issue, own] of places) {
    deciding(issue, (at, actor) => {
      const intensity = onIssue.intensity[at] as number;
      if (intensity === silence) return;
      totals[actor] = (totals[actor] as number) + likeness(own, intensity / 2);
      shared[actor] = (shared[actor] as number) + 1;
    });
  }
  const sums = new Map<ActorId, Likeness>();
  for (let actor = 0; actor < shared.length; actor += 1) {
    const sharedIssues = shared[actor] as number;
    if (sharedIssues === 0) continue;
    sums.set(actors.ids[actor] as ActorId, { total: totals[actor] as number, sharedIssues });
  }
  return sums;
}
