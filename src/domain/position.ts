import type { Day, Edtf, Instant } from "./edtf.ts";
import type { FacetValues } from "./facet.ts";
import type { ActorId, IssueId, StanceId } from "./id.ts";
import { intensityOf, isContested, type PositionRule, scoreOf, type Tally, tallyOf } from "./rule.ts";
import { type Condition, type Direction, type Intensity, signOf } from "./stance.ts";

export { defaultRule, type PositionRule, type RuleName, ruleNames } from "./rule.ts";

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
  /** Whether that is when it was said or done, not only when it was published. */
  readonly isStated: boolean;
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
  const tally = tallyOf(counted, rule, end);
  if (tally === null) return null;
  const { deciding, direction, weights } = tally;
  return {
    actor: deciding.actor,
    issue: deciding.issue,
    direction,
    intensity: intensityOf(counted, tally),
    score: scoreOf(counted, tally),
    conditions: deciding.conditions,
    facets: deciding.facets,
    since: sinceOf(voiced, tally),
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

/**
 * Leaves out later prints: of what one group of documents reports of one holder in one direction, dated by its
 * publication alone, the first print stands, so that reprinting an old report is no new statement.
 */
export function withoutLaterPrints(all: readonly Observation[]): readonly Observation[] {
  const report = ({ actor, issue, representative, source, direction }: Observation) =>
    [actor, issue, representative, source, direction].join(" ");
  const first = new Map<string, string>();
  for (const each of all) {
    if (each.isStated || each.effective === null) continue;
    const known = first.get(report(each));
    if (known === undefined || each.effective.latest < known) first.set(report(each), each.effective.latest);
  }
  return all.filter(
    (each) => each.isStated || each.effective === null || each.effective.latest === first.get(report(each)),
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

/** Keeps the most preferred of each source, holder and direction: a report printed twice is one report. */
function withoutReprints(sorted: readonly Observation[]): readonly Observation[] {
  const seen = new Set<string>();
  return sorted.filter(({ source, representative, direction }) => {
    const report = `${direction} ${representative} ${source}`;
    return !seen.has(report) && seen.add(report);
  });
}

function sinceOf(sorted: readonly Observation[], { deciding, direction }: Tally<Observation>): Edtf | null {
  return direction === deciding.direction ? startOfRun(sorted, deciding) : startOfBothSides(sorted);
}

/**
 * The date of the oldest dated stance in the unbroken run of the deciding one's direction. A stance outweighed by
 * another of its day never was the position, so it breaks no run.
 */
function startOfRun(sorted: readonly Observation[], deciding: Observation): Edtf | null {
  let since = deciding.effective;
  let day = since?.latest;
  for (const { direction, effective } of sorted.slice(sorted.indexOf(deciding) + 1)) {
    if (effective !== null && effective.latest === day) continue;
    if (direction !== deciding.direction) break;
    since = effective ?? since;
    day = effective?.latest;
  }
  return since;
}

/** When the second of the two sides was first taken; null when one of them is undated. */
function startOfBothSides(sorted: readonly Observation[]): Edtf | null {
  const first = (sign: number) =>
    sorted.findLast(({ direction, effective }) => signOf(direction) === sign && effective !== null)
      ?.effective ?? null;
  const [pro, contra] = [first(1), first(-1)];
  if (pro === null || contra === null) return null;
  return pro.latest > contra.latest ? pro : contra;
}
