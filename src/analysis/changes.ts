import type { Day, Edtf } from "../domain/edtf.ts";
import type { ActorId, IssueId } from "../domain/id.ts";
import type { Observation, Position, PositionRule } from "../domain/position.ts";
import { type Condition, signOf } from "../domain/stance.ts";
import type { Analysis } from "./analysis.ts";
import { checkSpan, groupsOf, type Held, positionOn, type Span, type Step, stepsOf } from "./history.ts";

export const changes: Analysis = {
  name: "changes",
  summary:
    "Pairs of consecutive positions that differ: reversed, hardened, softened, a condition, a silence broken.",
  reference: null,
};

export const changeKinds = [
  "REVERSED",
  "HARDENED",
  "SOFTENED",
  "CONDITION_ADDED",
  "CONDITION_DROPPED",
  "SILENCE_BROKEN",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A day on which an actor's position on an issue changed, as far as is known without its reasons. */
export interface Turn {
  readonly actor: ActorId;
  readonly issue: IssueId;
  /** The first day on which what is held after certainly holds. */
  readonly day: Day;
  /** Every kind that holds of the pair, in the order of `changeKinds`. */
  readonly kinds: readonly ChangeKind[];
  readonly before: Held;
  readonly after: Held;
  /** The two positions whole, which takes much more work: count first. */
  readonly change: () => Change;
}

/** Two consecutive positions of an actor on an issue that differ. */
export interface Change extends Omit<Turn, "change"> {
  /** The date of the stance that decides afterwards. */
  readonly on: Edtf;
  /** As of the last day before on which the position may have turned. */
  readonly before: Position;
  /** As of `day`. */
  readonly after: Position;
}

/**
 * The changes that fell on days within a span, oldest first. Pairs to which no kind applies, as a restatement, are no
 * change. Undated observations are in no pair: nobody knows what they came after.
 */
export function changesOf(
  observations: readonly Observation[],
  rule: PositionRule,
  span: Span,
): readonly Change[] {
  return turnsOf(observations, rule, span).map(({ change }) => change());
}

/** The same changes, without the work that their reasons take. */
export function turnsOf(
  observations: readonly Observation[],
  rule: PositionRule,
  span: Span,
): readonly Turn[] {
  checkSpan(span, "changes");
  return groupsOf(observations)
    .flatMap((group) => turnsOfGroup(group, rule, span))
    .sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day));
}

function turnsOfGroup(group: readonly Observation[], rule: PositionRule, span: Span): readonly Turn[] {
  const { actor, issue } = group[0] as Observation;
  const positionAt = remembered((day) => positionOn(group, rule, day) as Position);
  const steps = stepsOf(group, rule, span).filter(({ held }) => held !== null);
  return steps.slice(1).flatMap((step, index) => {
    const earlier = steps[index] as Step;
    const kinds = kindsOf(earlier, step);
    if (kinds.length === 0) return [];
    const told = {
      actor,
      issue,
      day: step.day,
      kinds,
      before: earlier.held as Held,
      after: step.held as Held,
    };
    return [turnOf(told, earlier.day, positionAt)];
  });
}

function turnOf(told: Omit<Turn, "change">, earlier: Day, positionAt: (day: Day) => Position): Turn {
  const change = () => {
    const [before, after] = [positionAt(earlier), positionAt(told.day)];
    return { ...told, on: after.lastOn as Edtf, before, after };
  };
  return { ...told, change };
}

/** What comes after one change often comes before the next: it is made once. */
function remembered(make: (day: Day) => Position): (day: Day) => Position {
  let last: Position | null = null;
  return (day) => {
    last = last?.asOf === day ? last : make(day);
    return last;
  };
}

function kindsOf(earlier: Step, later: Step): readonly ChangeKind[] {
  const [before, after] = [earlier.held as Held, later.held as Held];
  return changeKinds.filter((kind) => applies[kind](before, after));
}

const applies: Readonly<Record<ChangeKind, (before: Held, after: Held) => boolean>> = {
  /** From one side to the other. */
  REVERSED: (before, after) => signOf(before.direction) * signOf(after.direction) === -1,
  /** Stronger on the same side, or from no side to one. */
  HARDENED: (before, after) => isOnOneSide(before, after) && strength(after) > strength(before),
  /** Weaker on the same side, or from a side to none. */
  SOFTENED: (before, after) => isOnOneSide(before, after) && strength(after) < strength(before),
  /** The same direction, now with a condition it did not have. */
  CONDITION_ADDED: (before, after) => isSameWithout(after, before),
  /** The same direction, now without a condition it had. */
  CONDITION_DROPPED: (before, after) => isSameWithout(before, after),
  /** From declining to comment to anything else. */
  SILENCE_BROKEN: (before, after) =>
    before.direction === "DECLINED_TO_COMMENT" && after.direction !== "DECLINED_TO_COMMENT",
};

function isOnOneSide(before: Held, after: Held): boolean {
  return signOf(before.direction) * signOf(after.direction) !== -1;
}

function strength({ intensity }: Held): number {
  return Math.abs(intensity);
}

/** Whether one has a condition that the other, of the same direction, lacks. */
function isSameWithout(one: Held, other: Held): boolean {
  if (one.direction !== other.direction) return false;
  const known = new Set(other.conditions.map(wording));
  return one.conditions.some((condition) => !known.has(wording(condition)));
}

/** Conditions are the same when their kinds and words are; case and spacing do not matter. */
function wording({ kind, text }: Condition): string {
  return `${kind} ${text.toLowerCase().replace(/\s+/g, " ").trim()}`;
}
