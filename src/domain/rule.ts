import type { Day, Edtf } from "./edtf.ts";
import { addDays, daysBetween } from "./edtf.ts";
import { type Direction, type Intensity, signOf } from "./stance.ts";

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

/** What a rule looks at in a stance. */
interface Voice {
  readonly direction: Direction;
  readonly intensity: Intensity;
  readonly effective: Edtf | null;
}

/** What a rule makes of stances: which one decides, the direction that wins, and each one's weight. */
export interface Tally<Each extends Voice> {
  readonly deciding: Each;
  readonly direction: Direction;
  /** One a stance, in their order; they sum to 1. */
  readonly weights: readonly number[];
}

/** Weighs stances, most preferred first, as they stand at the end of a period; null when none has weight. */
export function tallyOf<Each extends Voice>(
  sorted: readonly Each[],
  rule: PositionRule,
  end: Day | null,
): Tally<Each> | null {
  const tally = heaviest(sorted, weightsOf(sorted, rule, end));
  // Under ALL, holding both sides is ambivalence.
  if (rule.name === "ALL" && tally && hasBothSides(sorted)) return { ...tally, direction: "AMBIVALENT" };
  return tally;
}

function weightsOf(sorted: readonly Voice[], rule: PositionRule, end: Day | null): readonly number[] {
  const newest = sorted[0]?.effective ?? null;
  switch (rule.name) {
    case "LATEST":
      return sorted.map((_, index) => (index === 0 ? 1 : 0));
    case "MODAL":
      return sorted.map(withinWindow(rule, end)).map(Number);
    case "WEIGHTED":
      return sorted.map(({ effective }) => decayed(effective, newest, rule));
    case "ALL":
      return sorted.map(() => 1);
  }
}

/** Whether a stance was held in the days (end − window, end]; with nothing dated at all, everything was. */
function withinWindow({ windowDays }: PositionRule, end: Day | null): (each: Voice) => boolean {
  if (end === null) return () => true;
  const before = addDays(end, -windowDays);
  return ({ effective }) => effective !== null && effective.latest > before;
}

/** Half for each half-life older than the newest; of undated ones only where none is dated. */
function decayed(effective: Edtf | null, newest: Edtf | null, { halfLifeDays }: PositionRule): number {
  if (newest === null) return 1;
  return effective === null ? 0 : 2 ** (-daysBetween(effective.latest, newest.latest) / halfLifeDays);
}

/** The direction that weighs most wins, on a tie the one more recently held; weights are scaled to sum to 1. */
function heaviest<Each extends Voice>(sorted: readonly Each[], raw: readonly number[]): Tally<Each> | null {
  const total = sum(raw);
  if (total === 0) return null;
  const byDirection = new Map<Direction, number>();
  for (const [index, { direction }] of sorted.entries()) {
    byDirection.set(direction, (byDirection.get(direction) ?? 0) + (raw[index] ?? 0));
  }
  const most = Math.max(...byDirection.values());
  const deciding = sorted.find(
    ({ direction }, index) =>
      (raw[index] ?? 0) > 0 && (byDirection.get(direction) ?? 0) >= most * (1 - 1e-12),
  ) as Each;
  return { deciding, direction: deciding.direction, weights: raw.map((weight) => weight / total) };
}

/** Both supporting and opposing stances within the window. */
export function isContested(voices: readonly Voice[], rule: PositionRule, end: Day | null): boolean {
  return hasBothSides(voices.filter(withinWindow(rule, end)));
}

function hasBothSides(voices: readonly Voice[]): boolean {
  const signs = new Set(voices.map(({ direction }) => signOf(direction)));
  return signs.has(1) && signs.has(-1);
}

/** The weighted mean intensity of the winning direction, rounded half toward zero but never to none. */
export function intensityOf(sorted: readonly Voice[], { direction, weights }: Tally<Voice>): Intensity {
  const sign = signOf(direction);
  if (sign === 0) return 0;
  const winners = sorted.flatMap((each, index) =>
    each.direction === direction ? [{ strength: Math.abs(each.intensity), weight: weights[index] ?? 0 }] : [],
  );
  const mean =
    sum(winners.map((each) => each.strength * each.weight)) / sum(winners.map((each) => each.weight));
  return (sign * (mean > 1.5 + 1e-9 ? 2 : 1)) as Intensity;
}

/** The weighted mean of intensity over 2, −1 to 1, without the dust of floating point. */
export function scoreOf(sorted: readonly Voice[], { weights }: Tally<Voice>): number {
  const score = sum(sorted.map((each, index) => ((weights[index] ?? 0) * each.intensity) / 2));
  return Math.round(score * 1e12) / 1e12 + 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
