import type { Projection } from "../domain/projection/projection.ts";
import { decidingStances } from "./deciding.ts";
import { isIntricate, type Pairs, stancesOf } from "./pairs.ts";
import { type Decided, decidingOf, standingsOf } from "./standing.ts";

/** What looking one pair up costs, in steps of a walk over stances. */
const lookUp = 20;

/**
 * The standings of some actors on some issues, in no order: pair by pair, or issue by issue, whichever is shorter. Pairs
 * that a projection alone cannot tell are left out.
 */
export function standingsAmong(projection: Projection, pairs: Pairs, day: number | null): readonly Decided[] {
  const { issues } = pairs;
  const actors = pairs.actors ?? [...projection.actors.ids.keys()];
  if (issues === null) return [...actors].flatMap((actor) => ofActor(projection, actor, day));
  if (isWalked(projection, pairs))
    return [...issues].flatMap((issue) => onIssue(projection, { ...pairs, issue }, day));
  return eachPair(projection, { actors, issues }, day);
}

/** How many there are. */
export function countStandings(projection: Projection, pairs: Pairs, day: number | null): number {
  if (pairs.actors !== null && !isWalked(projection, pairs))
    return standingsAmong(projection, pairs, day).length;
  const { actors } = pairs;
  const deciding = decidingStances(projection, day);
  let count = 0;
  for (const issue of pairs.issues ?? projection.issues.ids.keys()) {
    deciding(issue, (_at, actor) => {
      if (actors === null || actors.has(actor)) count += 1;
    });
  }
  return count;
}

function isWalked(projection: Projection, { actors, issues }: Pairs): boolean {
  if (issues === null) return false;
  const lookUps = (actors?.size ?? projection.actors.ids.length) * issues.size * lookUp;
  return stancesOf(projection, { actors: null, issues }) < lookUps;
}

function ofActor(projection: Projection, actor: number, day: number | null): readonly Decided[] {
  return [...standingsOf(projection, actor, day)].filter((each) => !isIntricate(projection, each));
}

function eachPair(
  projection: Projection,
  { actors, issues }: { readonly actors: Iterable<number>; readonly issues: Iterable<number> },
  day: number | null,
): readonly Decided[] {
  const found: Decided[] = [];
  for (const actor of actors) {
    for (const issue of issues) {
      const pair = { actor, issue };
      const deciding = isIntricate(projection, pair) ? null : decidingOf(projection, pair, day);
      if (deciding !== null) found.push({ actor, issue, deciding });
    }
  }
  return found;
}

function onIssue(
  projection: Projection,
  { actors, issue }: { readonly actors: Pairs["actors"]; readonly issue: number },
  day: number | null,
): readonly Decided[] {
  const found: Decided[] = [];
  const { places } = projection.onIssue;
  decidingStances(projection, day)(issue, (at, actor) => {
    if (actors === null || actors.has(actor)) found.push({ actor, issue, deciding: places[at] as number });
  });
  return found;
}
