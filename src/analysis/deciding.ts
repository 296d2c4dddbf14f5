import { countsOn } from "../domain/projection/columns.ts";
import { type Projection, pairOf } from "../domain/projection/projection.ts";
import { firstUpTo } from "./stretch.ts";

/** Goes through the stances that decide positions on an issue, by their places in the columns. */
export type Deciding = (issue: number, visit: (place: number) => void) => void;

/**
 * The stances that decide, one an actor with a position, most preferred first: for going through whole issues, each
 * once. Pairs that a projection alone cannot tell are left out.
 */
export function decidingStances(projection: Projection, day: number | null): Deciding {
  const { columns, actors, onIssue, represented } = projection;
  const isLeftOut = actors.ids.map((id) => represented.has(id));
  const { actor: actorAt } = columns;
  /** By actor: the last issue on which it was met, from 1. */
  const metOn = new Int32Array(actors.ids.length);
  return (issue, visit) => {
    const { places, starts } = onIssue;
    const [start, end] = [starts[issue] as number, starts[issue + 1] as number];
    for (let at = firstUpTo(columns, { places, start, end }, day); at < end; at += 1) {
      const place = places[at] as number;
      const actor = actorAt[place] as number;
      if (metOn[actor] === issue + 1 || !countsOn(columns, place, day)) continue;
      metOn[actor] = issue + 1;
      if (isLeftOut[actor] !== true && !isReprinted(projection, actor, issue)) visit(place);
    }
  };
}

function isReprinted(projection: Projection, actor: number, issue: number): boolean {
  const { reprinted } = projection;
  return reprinted.size > 0 && reprinted.has(pairOf(actor, issue));
}
