import type { Day } from "../domain/edtf.ts";
import { addDays } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import {
  byPreference,
  holdsOn,
  type Observation,
  type Position,
  type PositionRule,
  position,
} from "../domain/position.ts";

/** Days from and to, both included; null: without bound. */
export interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What a deciding stance and a position have in common: what is held. */
export type Held = Pick<Position, "direction" | "intensity" | "conditions">;

/** From this day on, until the next step's, this is held; null: nothing (any more). */
export interface Step {
  readonly day: Day;
  readonly held: Held | null;
}

/** Observations of one actor on one issue, by actor and issue. */
export function groupsOf(observations: readonly Observation[]): readonly (readonly Observation[])[] {
  const groups = Map.groupBy(observations, ({ actor, issue }) => `${actor} ${issue}`);
  return [...groups.keys()].sort().map((key) => groups.get(key) ?? []);
}

/** The position on a day: the rule applied to the observations that hold on it. */
export function positionOn(group: readonly Observation[], rule: PositionRule, day: Day): Position | null {
  const holding = group.filter((each) => holdsOn(each, day));
  return position(holding, rule, day);
}

/** Refuses a span that ends before it starts. */
export function checkSpan({ from, to }: Span, what: string): void {
  if (from === null || to === null || from <= to) return;
  throw new StanceGraphError(
    "invalid",
    `The ${what} end (${to}) before they start (${from}); swap the two.`,
    ["to"],
  );
}

/**
 * What one actor held on one issue over time: a step for each day on which the answer may change, oldest first. Of the
 * days before a span, only the last one on which anything was held is looked for; of those after it, none.
 */
export function stepsOf(
  group: readonly Observation[],
  rule: PositionRule,
  { from, to }: Span = { from: null, to: null },
): readonly Step[] {
  const days = turningDays(group, rule).filter((day) => to === null || day <= to);
  const within = from === null ? days : days.filter((day) => day >= from);
  if (within.length === 0) return [];
  const heldOn = rule.name === "LATEST" ? latestOf(group) : (day: Day) => positionOn(group, rule, day);
  const stepOn = (day: Day): Step => ({ day, held: heldOn(day) });
  const earlier = days.slice(0, days.length - within.length);
  return [...lastHeld(earlier, stepOn), ...within.map(stepOn)];
}

function lastHeld(days: readonly Day[], stepOn: (day: Day) => Step): readonly Step[] {
  for (const day of days.toReversed()) {
    const step = stepOn(day);
    if (step.held !== null) return [step];
  }
  return [];
}

/** The days on which observations begin to hold, earliest first. */
export function beginsOf(observations: readonly Observation[]): readonly Day[] {
  return observations
    .map(beginOf)
    .filter((day) => day !== null)
    .sort();
}

/** The first day on which an observation certainly holds; null when it is undated or has no last possible day. */
function beginOf({ effective, validFrom }: Observation): Day | null {
  if (effective === null) return null;
  const day = validFrom !== null && validFrom.latest > effective.latest ? validFrom.latest : effective.latest;
  return day < endless ? day : null;
}

/** What an open end is stored as. */
const endless = "9999-12-31";

/** Days on which an observation begins to hold, ends, or leaves the window. WEIGHTED halves all alike: no turn. */
function turningDays(group: readonly Observation[], rule: PositionRule): readonly Day[] {
  const days = group.flatMap((each) => {
    const begin = beginOf(each);
    if (begin === null || each.effective === null) return [];
    const end = each.validUntil?.earliest ?? endless;
    const left = rule.name === "MODAL" ? addDays(each.effective.latest, rule.windowDays) : endless;
    return [begin, end, left].filter((day) => day >= begin && day < endless);
  });
  return [...new Set(days)].sort();
}

/** LATEST without weighing everything anew each day: the stance that would decide on a day, itself. */
function latestOf(group: readonly Observation[]): (day: Day) => Observation | null {
  const sorted = group.toSorted(byPreference);
  const own = sorted.filter(({ representative }) => representative === null);
  const represented = sorted.filter(({ representative }) => representative !== null);
  const newest = (some: readonly Observation[], day: Day) => some.find((each) => holdsOn(each, day));
  return (day) => newest(own, day) ?? newest(represented, day) ?? null;
}
