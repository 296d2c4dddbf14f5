import type { Day, Edtf, Instant } from "./edtf.ts";
import { addDays, daysBetween } from "./edtf.ts";
import type { ActorId, IssueId, StanceId } from "./id.ts";
import type { FacetValues } from "./issue.ts";
import type { Condition, Direction, Intensity } from "./stance.ts";
import { signOf } from "./stance.ts";

export const ruleNames = ["LATEST", "MODAL", "WEIGHTED", "ALL"] as const;
export type RuleName = (typeof ruleNames)[number];

/** How stances make a position; LATEST unless asked otherwise. */
export interface PositionRule {
  readonly name: RuleName;
  /** Days before the day asked for (or the newest stance) that MODAL counts and in which sides contest; default 365. */
  readonly windowDays: number;
  /** Days after which a stance weighs half under WEIGHTED; default 180. */
  readonly halfLifeDays: number;
}

export const defaultRule: PositionRule = { name: "LATEST", windowDays: 365, halfLifeDays: 180 };

/** A stance as the rule sees it, filed under the actor whose position it bears on. */
export interface Observation {
  readonly stance: StanceId;
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly direction: Direction;
  readonly intensity: Intensity;
  readonly conditions: readonly Condition[];
  readonly facets: FacetValues;
  /** 0 the holder's own words … 4 a third party's account; see `authorities`. */
  readonly authority: number;
  readonly effective: Edtf | null;
  /** The half-open period it is meant for; null where it names none. */
  readonly validFrom: Edtf | null;
  readonly validUntil: Edtf | null;
  readonly recordedAt: Instant;
  /** The independence group of its document. */
  readonly source: string;
  /** The representative who holds it, where the actor itself said nothing. */
  readonly representative: ActorId | null;
}

export interface Contribution {
  readonly stance: StanceId;
  /** 0 to 1; the weights of a position sum to 1. 0: considered, and outweighed by the rule. */
  readonly weight: number;
}

/** Where an actor stands on an issue at a date: computed from stances, never stored. */
export interface Position {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly direction: Direction;
  readonly intensity: Intensity;
  /** Weighted mean of intensity over 2: −1 strongly against … +1 strongly for. */
  readonly score: number;
  readonly conditions: readonly Condition[];
  readonly facets: FacetValues;
  /** When the unbroken run of this direction began; null when no stance of it is dated. */
  readonly since: Edtf | null;
  /** The date of the stance that decides. */
  readonly lastOn: Edtf | null;
  /** Both supporting and opposing stances within the window. */
  readonly contested: boolean;
  /** The stance that decides: the most preferred of the winning direction. */
  readonly deciding: StanceId;
  /** All that was considered, most preferred first. */
  readonly contributions: readonly Contribution[];
  /** Independent sources among them: reprints count once. */
  readonly sourceCount: number;
  /** Who spoke, when the actor itself did not. */
  readonly representative: ActorId | null;
  readonly rule: PositionRule;
  readonly asOf: Day | null;
}

/**
 * The position that observations of one actor on one issue make; null without any.
 * The observations are those already known and effective by `asOf`.
 */
export function position(all: readonly Observation[], rule: PositionRule, asOf: Day | null): Position | null {
  const voiced = ownElseRepresented(all).toSorted(byPreference);
  const [newest] = voiced;
  if (newest === undefined) return null;
  const end = asOf ?? newest.effective?.latest ?? null;
  const counted = withoutReprints(voiced);
  const tally = tallies[rule.name](counted, rule, end);
  if (tally === null) return null;
  const { deciding, direction, weights } = tally;
  const score = sum(counted.map((each, index) => ((weights[index] ?? 0) * each.intensity) / 2));
  return {
    actor: deciding.actor,
    issue: deciding.issue,
    direction,
    intensity: direction === deciding.direction ? meanIntensity(counted, weights, direction) : 0,
    score: Math.round(score * 1e12) / 1e12 + 0,
    conditions: deciding.conditions,
    facets: deciding.facets,
    since: startOfRun(voiced, deciding),
    lastOn: deciding.effective,
    contested: isContested(counted, rule, end),
    deciding: deciding.stance,
    contributions: counted.map((each, index) => ({ stance: each.stance, weight: weights[index] ?? 0 })),
    sourceCount: new Set(counted.map((each) => each.source)).size,
    representative: deciding.representative,
    rule,
    asOf,
  };
}

/** Whether a stance certainly holds on a day: held by then at the latest, and not over at the earliest. */
export function holdsOn({ effective, validFrom, validUntil }: Observation, day: Day): boolean {
  return (
    effective !== null &&
    effective.latest <= day &&
    (validFrom === null || validFrom.latest <= day) &&
    (validUntil === null || validUntil.earliest > day)
  );
}

/** Groups observations by actor and issue and gives each group's position, in the order first met. */
export function positionsOf(
  observations: readonly Observation[],
  rule: PositionRule,
  asOf: Day | null,
): readonly Position[] {
  const groups = Map.groupBy(observations, ({ actor, issue }) => `${actor} ${issue}`);
  return [...groups.values()].flatMap((group) => position(group, rule, asOf) ?? []);
}

/**
 * The total order of LATEST, most preferred first: the later day; on one day the better authority, then the more
 * precise date, then what was recorded later, then the id. Undated stances come last.
 */
export function byPreference(a: Observation, b: Observation): number {
  return (
    descending(a.effective?.latest ?? "", b.effective?.latest ?? "") ||
    a.authority - b.authority ||
    descending(a.effective?.earliest ?? "", b.effective?.earliest ?? "") ||
    descending(a.recordedAt, b.recordedAt) ||
    descending(b.stance, a.stance)
  );
}

function descending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}

/** An organisation's own statements; where there is none, those of who represented it when they were made. */
function ownElseRepresented(all: readonly Observation[]): readonly Observation[] {
  const own = all.filter((each) => each.representative === null);
  return own.length > 0 ? own : all;
}

/** Keeps the most preferred of each source and direction: a report printed twice is one report. */
function withoutReprints(sorted: readonly Observation[]): readonly Observation[] {
  const seen = new Set<string>();
  return sorted.filter(({ source, direction }) => {
    const report = `${direction} ${source}`;
    return !seen.has(report) && seen.add(report);
  });
}

interface Tally {
  readonly deciding: Observation;
  readonly direction: Direction;
  readonly weights: readonly number[];
}

type Tallying = (sorted: readonly Observation[], rule: PositionRule, end: Day | null) => Tally | null;

const tallies: Readonly<Record<RuleName, Tallying>> = {
  LATEST: (sorted) => heaviest(sorted, sorted.map((_, index) => (index === 0 ? 1 : 0))),
  MODAL: (sorted, rule, end) =>
    heaviest(sorted, sorted.map((each) => (isWithin(each, rule.windowDays, end) ? 1 : 0))),
  WEIGHTED: (sorted, rule, end) => heaviest(sorted, sorted.map((each) => decayed(each, rule.halfLifeDays, end))),
  ALL: (sorted) => united(heaviest(sorted, sorted.map(() => 1)), sorted),
};

/** The direction that weighs most wins, on a tie the one more recently held; weights are scaled to sum to 1. */
function heaviest(sorted: readonly Observation[], raw: readonly number[]): Tally | null {
  const total = sum(raw);
  if (total === 0) return null;
  const byDirection = new Map<Direction, number>();
  for (const [index, { direction }] of sorted.entries()) {
    byDirection.set(direction, (byDirection.get(direction) ?? 0) + (raw[index] ?? 0));
  }
  const most = Math.max(...byDirection.values());
  const deciding = sorted.find(
    ({ direction }, index) => (raw[index] ?? 0) > 0 && (byDirection.get(direction) ?? 0) >= most * (1 - 1e-12),
  ) as Observation;
  return { deciding, direction: deciding.direction, weights: raw.map((weight) => weight / total) };
}

/** Under ALL, holding both sides is ambivalence. */
function united(tally: Tally | null, sorted: readonly Observation[]): Tally | null {
  return tally && hasBothSides(sorted) ? { ...tally, direction: "AMBIVALENT" } : tally;
}

function decayed(each: Observation, halfLifeDays: number, end: Day | null): number {
  if (each.effective === null || end === null) return end === null ? 1 : 0;
  return 2 ** (-daysBetween(each.effective.latest, end) / halfLifeDays);
}

/** Whether it was held in the days (end − window, end]; with nothing dated at all, everything is. */
function isWithin(each: Observation, windowDays: number, end: Day | null): boolean {
  if (end === null) return true;
  return each.effective !== null && each.effective.latest > addDays(end, -windowDays);
}

function isContested(counted: readonly Observation[], rule: PositionRule, end: Day | null): boolean {
  return hasBothSides(counted.filter((each) => isWithin(each, rule.windowDays, end)));
}

function hasBothSides(observations: readonly Observation[]): boolean {
  const signs = new Set(observations.map((each) => signOf(each.direction)));
  return signs.has(1) && signs.has(-1);
}

/** The date of the oldest dated stance in the unbroken run of the deciding one's direction. */
function startOfRun(sorted: readonly Observation[], deciding: Observation): Edtf | null {
  let since = deciding.effective;
  for (const each of sorted.slice(sorted.indexOf(deciding) + 1)) {
    if (each.direction !== deciding.direction) break;
    since = each.effective ?? since;
  }
  return since;
}

/** The weighted mean intensity of the winning direction, rounded half toward zero but never to none. */
function meanIntensity(sorted: readonly Observation[], weights: readonly number[], direction: Direction): Intensity {
  const sign = signOf(direction);
  if (sign === 0) return 0;
  const winners = sorted.flatMap((each, index) =>
    each.direction === direction ? [{ strength: Math.abs(each.intensity), weight: weights[index] ?? 0 }] : [],
  );
  const mean = sum(winners.map((each) => each.strength * each.weight)) / sum(winners.map((each) => each.weight));
  return (sign * (mean > 1.5 + 1e-9 ? 2 : 1)) as Intensity;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
