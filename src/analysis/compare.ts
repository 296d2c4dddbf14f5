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
import { agreement, agreementIn, likeness, placeOf } from "./agreement.ts";
import type { Analysis } from "./analysis.ts";
import { type Divergence, firstDivergence } from "./divergence.ts";
import { type Step, stepsOf } from "./history.ts";

export const compare: Analysis = {
  name: "compare",
  summary:
    "Actors side by side on each issue: how far each two agree, and when they were first known to be on opposite sides.",
  reference: agreement.reference,
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
   * The mean over the shared issues of 1 − |score of the one − score of the other|: 1 they hold the same, 0 they are
   * as far apart as plain support and opposition, −1 as strong support and opposition. Null without a shared issue.
   */
  readonly agreement: number | null;
  /** The issues on which both took a place. Declining to comment takes none. */
  readonly sharedIssues: number;
  /** Where and when they were first known to be on opposite sides; null: never. */
  readonly divergence: Divergence | null;
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
  const known = observations.filter(({ actor }) => actors.includes(actor));
  const issues = issuesOf(known, { actors, rule, asOf });
  const histories = historiesOf(known, rule);
  const pairs = pairsOf(actors).map(([one, other]) => ({
    actors: [one, other] as const,
    ...agreementOf(issues, actors.indexOf(one), actors.indexOf(other)),
    divergence: firstDivergence(
      [...histories].map(([issue, of]) => ({ issue, one: of.get(one) ?? [], other: of.get(other) ?? [] })),
      asOf,
    ),
  }));
  return { actors, issues, pairs };
}

function differentActors(given: readonly ActorId[]): readonly ActorId[] {
  const actors = [...new Set(given)];
  if (actors.length >= 2 && actors.length <= 20) return actors;
  throw new StanceGraphError("invalid", `Compare 2 to 20 different actors; ${actors.length} given.`, [
    "actors",
  ]);
}

function issuesOf(
  known: readonly Observation[],
  { actors, rule, asOf }: ComparisonOptions,
): readonly ComparedIssue[] {
  const holding = asOf === null ? known : known.filter((each) => holdsOn(each, asOf));
  const byIssue = Map.groupBy(positionsOf(holding, rule, asOf), ({ issue }) => issue);
  return [...byIssue.keys()].sort().map((issue) => {
    const positions = new Map(byIssue.get(issue)?.map((each) => [each.actor, each]));
    return { issue, positions: actors.map((actor) => positions.get(actor) ?? null) };
  });
}

/** What was held over time, by issue and actor. */
function historiesOf(
  known: readonly Observation[],
  rule: PositionRule,
): ReadonlyMap<IssueId, ReadonlyMap<ActorId, readonly Step[]>> {
  const byIssue = Map.groupBy(known, ({ issue }) => issue);
  return new Map(
    [...byIssue.keys()].sort().map((issue) => {
      const byActor = Map.groupBy(byIssue.get(issue) ?? [], ({ actor }) => actor);
      return [issue, new Map([...byActor].map(([actor, group]) => [actor, stepsOf(group, rule)]))];
    }),
  );
}

function pairsOf(actors: readonly ActorId[]): readonly (readonly [ActorId, ActorId])[] {
  return actors.flatMap((one, index) => actors.slice(index + 1).map((other) => [one, other] as const));
}

function agreementOf(
  issues: readonly ComparedIssue[],
  one: number,
  other: number,
): Pick<ComparedPair, "agreement" | "sharedIssues"> {
  const shared = issues.flatMap(({ positions }) => {
    const [a, b] = [placeOf(positions[one]), placeOf(positions[other])];
    return a === null || b === null ? [] : [likeness(a, b)];
  });
  const total = shared.reduce((sum, each) => sum + each, 0);
  return { agreement: agreementIn({ total, sharedIssues: shared.length }), sharedIssues: shared.length };
}
