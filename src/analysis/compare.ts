import type { Day } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId, IssueId } from "../domain/id.ts";
import {
  holdsOn,
  type Observation,
  type Position,
  type PositionRule,
  positionsOf,
} from "../domain/position.ts";
import { signOf } from "../domain/stance.ts";
import type { Analysis } from "./analysis.ts";
import { type Step, stepsOf } from "./history.ts";

export const compare: Analysis = {
  name: "compare",
  summary:
    "Actors side by side on each issue: how far each two agree, and since when they are on opposite sides.",
  reference:
    "Agreement is the distance of Gower 1971, A General Coefficient of Similarity and Some of Its Properties, " +
    "Biometrics 27(4), over issues on which both took a place; scaled to −1 … 1 instead of 0 … 1",
};

export interface Comparison {
  readonly actors: readonly ActorId[];
  /** One an issue, by id. */
  readonly issues: readonly ComparedIssue[];
  /** Every two actors once, in the order of `actors`. */
  readonly pairs: readonly ComparedPair[];
}

export interface ComparedIssue {
  readonly issue: IssueId;
  /** One an actor, in their order; null: unknown. */
  readonly positions: readonly (Position | null)[];
}

export interface ComparedPair {
  readonly actors: readonly [ActorId, ActorId];
  /**
   * The mean over the shared issues of 1 − |score of the one − score of the other|: 1 they hold the same, 0 one is
   * for and the other against, −1 both strongly so. Null without a shared issue.
   */
  readonly agreement: number | null;
  /** The issues on which both took a place. Declining to comment takes none. */
  readonly sharedIssues: number;
  /** Where and when they were first known to be on opposite sides; null: never. */
  readonly divergence: Divergence | null;
}

export interface Divergence {
  readonly issue: IssueId;
  readonly day: Day;
}

export interface ComparisonOptions {
  /** Two to twenty different actors. */
  readonly actors: readonly ActorId[];
  readonly rule: PositionRule;
  /** The day compared at; null: everything counts, undated stances too. */
  readonly asOf: Day | null;
}

/** Compares actors. The observations are all that is known of them, whatever day they hold on. */
export function comparisonOf(
  observations: readonly Observation[],
  { actors: given, rule, asOf }: ComparisonOptions,
): Comparison {
  const actors = differentActors(given);
  const holding = asOf === null ? observations : observations.filter((each) => holdsOn(each, asOf));
  const positions = new Map(
    positionsOf(holding, rule, asOf).map((each) => [key(each.actor, each.issue), each]),
  );
  const groups = Map.groupBy(observations, ({ actor, issue }) => key(actor, issue));
  const sides = new Map([...groups].map(([name, group]) => [name, sidesOf(stepsOf(group, rule))]));
  const ids = [
    ...new Set(observations.filter(({ actor }) => actors.includes(actor)).map(({ issue }) => issue)),
  ].sort();
  const issues = ids
    .map((issue) => ({ issue, positions: actors.map((actor) => positions.get(key(actor, issue)) ?? null) }))
    .filter((row) => row.positions.some((each) => each !== null));
  return {
    actors,
    issues,
    pairs: pairsOf(actors).map(([one, other]) => ({
      actors: [one, other],
      ...agreementOf(issues, actors.indexOf(one), actors.indexOf(other)),
      divergence: firstDivergence(
        ids.map((issue) => ({ issue, one: sides.get(key(one, issue)), other: sides.get(key(other, issue)) })),
        asOf,
      ),
    })),
  };
}

function differentActors(given: readonly ActorId[]): readonly ActorId[] {
  const actors = [...new Set(given)];
  if (actors.length >= 2 && actors.length <= 20) return actors;
  throw new StanceGraphError("invalid", `Compare 2 to 20 different actors; ${actors.length} given.`, [
    "actors",
  ]);
}

function key(actor: ActorId, issue: IssueId): string {
  return `${actor} ${issue}`;
}

function pairsOf(actors: readonly ActorId[]): readonly (readonly [ActorId, ActorId])[] {
  return actors.flatMap((one, index) => actors.slice(index + 1).map((other) => [one, other] as const));
}

function agreementOf(
  issues: readonly ComparedIssue[],
  one: number,
  other: number,
): Pick<ComparedPair, "agreement" | "sharedIssues"> {
  const agreements = issues.flatMap(({ positions }) => {
    const [a, b] = [placeOf(positions[one]), placeOf(positions[other])];
    return a === null || b === null ? [] : [1 - Math.abs(a - b)];
  });
  const total = agreements.reduce((sum, each) => sum + each, 0);
  return {
    agreement: agreements.length === 0 ? null : total / agreements.length,
    sharedIssues: agreements.length,
  };
}

/** Where it stands on the scale; null for unknown and for silence. */
function placeOf(position: Position | null | undefined): number | null {
  return position == null || position.direction === "DECLINED_TO_COMMENT" ? null : position.score;
}

/** A side taken from a day on: 1, −1, or 0 for none. */
interface Side {
  readonly day: Day;
  readonly sign: number;
}

function sidesOf(steps: readonly Step[]): readonly Side[] {
  const sides = steps.map(({ day, held }) => ({ day, sign: held === null ? 0 : signOf(held.direction) }));
  return sides.filter(({ sign }, index) => sign !== sides[index - 1]?.sign);
}

interface Facing {
  readonly issue: IssueId;
  readonly one: readonly Side[] | undefined;
  readonly other: readonly Side[] | undefined;
}

function firstDivergence(facings: readonly Facing[], asOf: Day | null): Divergence | null {
  const divergences = facings.flatMap(({ issue, one = [], other = [] }) => {
    const day = firstOpposed(one, other);
    return day === undefined || (asOf !== null && day > asOf) ? [] : [{ issue, day }];
  });
  return divergences.sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day))[0] ?? null;
}

/** The first day on which the sides are opposite. */
function firstOpposed(one: readonly Side[], other: readonly Side[]): Day | undefined {
  const [signOfOne, signOfOther] = [walk(one), walk(other)];
  const days = [...new Set([...one, ...other].map(({ day }) => day))].sort();
  return days.find((day) => signOfOne(day) * signOfOther(day) === -1);
}

/** The sign held on each of a row of days, asked for oldest first. */
function walk(sides: readonly Side[]): (day: Day) => number {
  let [next, sign] = [0, 0];
  return (day) => {
    for (let side = sides[next]; side !== undefined && side.day <= day; side = sides[next]) {
      sign = side.sign;
      next += 1;
    }
    return sign;
  };
}
