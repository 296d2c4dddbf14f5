import { newestStandings } from "../analysis/newest.ts";
import { isIntricate, type Pairs } from "../analysis/pairs.ts";
import { countStandings, standingsAmong } from "../analysis/standings.ts";
import { type Position, positionsOf } from "../domain/position.ts";
import { actorOfPair, type Numbered, type Projection } from "../domain/projection/projection.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { both } from "./narrowed.ts";
import { ProjectedAnswer } from "./projected.ts";
import { type Answer, type Asked, dayAsked, type Projecting, type Question } from "./questions.ts";

/** The store takes a thousand ids at a time. */
const maxIntricate = 1_000;

/** What a projection has to say to a question; null where only the tables can answer it. */
export function projecting(context: Context, question: Question): Projecting | null {
  const { asOf, rule } = question;
  if (rule.name !== "LATEST" || asOf.knownAt !== null) return null;
  const projection = context.store.projection.current();
  if (projection === null || intricateActors(projection).length > maxIntricate) return null;
  return { context, projection, question, day: dayAsked(asOf) };
}

/** The pairs that a question is about. */
export function pairsAsked({ context, projection }: Projecting, { actors, issues }: Asked): Pairs {
  return {
    actors: numbersAsked(context, projection, "actors", actors),
    issues: numbersAsked(context, projection, "issues", issues),
  };
}

/** The numbers of what a filter lets through; null for all. Ids that it names are read as they stand, where they can be. */
export function numbersAsked(
  { store }: Context,
  projection: Projection,
  kind: "actors" | "issues",
  where: Where | null | undefined,
): ReadonlySet<number> | null {
  const { starts } = kind === "actors" ? projection.ofActor : projection.onIssue;
  return numbersOf(where, projection[kind], starts, (filter) => store[kind].ids(filter));
}

/** Every position asked for, in no order. */
export function projectedAnswers(asking: Projecting, asked: Asked): readonly Answer[] {
  const { projection, day } = asking;
  const standings = standingsAmong(projection, pairsAsked(asking, asked), day);
  return [...standings.map((each) => new ProjectedAnswer(asking, each)), ...intricateAnswers(asking, asked)];
}

/** How many positions there are of those asked for. */
export function countAnswers(asking: Projecting, asked: Asked): number {
  const { projection, day } = asking;
  const count = countStandings(projection, pairsAsked(asking, asked), day);
  return count + intricateAnswers(asking, asked).length;
}

/** The positions asked for, the newest first, those of later days than `from` left out; intricate ones as well. */
export function newestAnswers(
  asking: Projecting,
  pairs: Pairs,
  from: number | null,
): Iterable<ProjectedAnswer> {
  const { projection, day } = asking;
  return Iterator.from(newestStandings(projection, pairs, { day, from: earlier(from, day) })).map(
    (standing) => new ProjectedAnswer(asking, standing),
  );
}

/** Positions that a projection alone cannot tell: by the tables. */
export function intricateAnswers(
  { context, projection, question }: Projecting,
  asked: Asked,
): readonly Answer[] {
  const ids = intricateActors(projection);
  if (ids.length === 0) return [];
  const actors = asked.actors == null ? { id: { in: ids } } : both(asked.actors, { id: { in: ids } });
  const { asOf, rule } = question;
  const observations = context.store.positions.observations({ ...asked, actors, asOf });
  const positions = positionsOf(observations, rule, asOf.validAt as Position["asOf"]);
  return positions
    .filter(isIntricateIn(projection))
    .map((position) => ({ ...position, knownAt: asOf.knownAt }));
}

function intricateActors({ represented, reprinted, actors }: Projection): readonly string[] {
  if (represented.size === 0 && reprinted.size === 0) return [];
  const inReprints = [...reprinted].map((pair) => actors.ids[actorOfPair(pair)] as string);
  return [...new Set([...represented, ...inReprints])];
}

function isIntricateIn(projection: Projection): (position: Position) => boolean {
  const { actors, issues, represented } = projection;
  return ({ actor, issue }) => {
    if (represented.has(actor)) return true;
    const pair = { actor: actors.numberOf.get(actor), issue: issues.numberOf.get(issue) };
    return pair.actor !== undefined && pair.issue !== undefined && isIntricate(projection, pair as never);
  };
}

/** Ids that are filed under themselves need no look-up; of others the store knows where they lead. */
function numbersOf(
  where: Where | null | undefined,
  { numberOf }: Numbered<string>,
  starts: Uint32Array,
  idsOf: (where: Where) => readonly string[],
): ReadonlySet<number> | null {
  if (where == null) return null;
  const filed = idsNamed(where)?.map((id) => {
    const number = numberOf.get(id);
    return number !== undefined && starts[number] !== starts[number + 1] ? number : null;
  });
  if (filed !== undefined && !filed.includes(null)) return new Set(filed as number[]);
  return new Set(idsOf(where).flatMap((id) => numberOf.get(id) ?? []));
}

/** The ids that a filter names, where it does nothing else. */
function idsNamed(where: Where): readonly string[] | undefined {
  const [[name, filter] = [], ...others] = Object.entries(where).filter(([, each]) => each != null);
  if (name !== "id" || others.length > 0) return undefined;
  const [[comparison, value] = [], ...more] = Object.entries(filter as Where).filter(
    ([, each]) => each != null,
  );
  if (more.length > 0) return undefined;
  if (comparison === "eq") return [value as string];
  return comparison === "in" ? (value as readonly string[]) : undefined;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
