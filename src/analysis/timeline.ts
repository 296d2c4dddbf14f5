import type { Day } from "../domain/edtf.ts";
import { addDays } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId, IssueId } from "../domain/id.ts";
import { byPreference, type Observation, type Position, type PositionRule } from "../domain/position.ts";
import type { Analysis } from "./analysis.ts";
import { beginsOn, groupsOf, positionOn, type Span } from "./history.ts";

export const timeline: Analysis = {
  name: "timeline",
  summary: "Where actors stood on an issue at the end of each day, week, month, quarter or year.",
  reference: null,
};

/** Weeks are those of ISO 8601: they end on Sunday. */
export const intervals = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] as const;
export type Interval = (typeof intervals)[number];

/** Where an actor stood on an issue at the end of an interval. */
export interface TimelineRow {
  readonly actor: ActorId;
  readonly issue: IssueId;
  /** The last day of the interval, or of the span where that is earlier. */
  readonly at: Day;
  readonly position: Position;
}

export const maxTimelineRows = 10_000;

/**
 * A row for each actor, issue and interval from the first known position on; no row is no data. By default from the
 * first day on which anything is known to the end of the interval in which the last thing became known.
 */
export function timelineOf(
  observations: readonly Observation[],
  rule: PositionRule,
  { from, to, interval }: Span & { readonly interval: Interval },
): readonly TimelineRow[] {
  if (from !== null && to !== null && from > to) {
    throw new StanceGraphError(
      "invalid",
      `The timeline ends (${to}) before it starts (${from}); swap the two.`,
      ["to"],
    );
  }
  const begins = observations
    .map(beginsOn)
    .filter((day) => day !== null)
    .sort();
  const last = begins.at(-1);
  if (last === undefined) return [];
  const span = { from, to: to ?? lastDayOf(interval, last), interval };
  return limited(
    groupsOf(observations).map((group) => ({ group, days: daysFor(group, span) })),
    interval,
  ).flatMap(({ group, days }) => rowsOf(group.toSorted(byPreference), rule, days));
}

function rowsOf(
  group: readonly Observation[],
  rule: PositionRule,
  days: readonly Day[],
): readonly TimelineRow[] {
  return days.flatMap((at) => {
    const position = positionOn(group, rule, at);
    return position === null ? [] : [{ actor: position.actor, issue: position.issue, at, position }];
  });
}

/** The days to look at for one actor on one issue: none before something is known, at most one more than allowed. */
function daysFor(
  group: readonly Observation[],
  { from, to, interval }: { readonly from: Day | null; readonly to: Day; readonly interval: Interval },
): readonly Day[] {
  const [first] = group
    .map(beginsOn)
    .filter((day) => day !== null)
    .sort();
  const days: Day[] = [];
  if (first === undefined) return days;
  let day = from !== null && from > first ? from : first;
  while (day <= to && days.length <= maxTimelineRows) {
    const end = lastDayOf(interval, day);
    if (end >= to) return [...days, to];
    days.push(end);
    day = addDays(end, 1);
  }
  return days;
}

function limited<Plan extends { readonly days: readonly Day[] }>(
  plans: readonly Plan[],
  interval: Interval,
): readonly Plan[] {
  const rows = plans.reduce((total, { days }) => total + days.length, 0);
  if (rows <= maxTimelineRows) return plans;
  throw new StanceGraphError(
    "invalid",
    `By ${interval} this timeline would have more than ${maxTimelineRows.toLocaleString("en")} rows; ` +
      "choose a coarser interval, a shorter range or fewer actors.",
    ["interval"],
  );
}

/** The last day of the interval in which a day lies. */
function lastDayOf(interval: Interval, day: Day): Day {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (interval) {
    case "DAY":
      return day;
    case "WEEK":
      return addDays(day, (7 - new Date(day).getUTCDay()) % 7);
    case "MONTH":
      return lastDayOfMonth(year, month);
    case "QUARTER":
      return lastDayOfMonth(year, Math.ceil(month / 3) * 3);
    case "YEAR":
      return lastDayOfMonth(year, 12);
  }
}

function lastDayOfMonth(year: string, month: number): Day {
  if (month === 12) return `${year}-12-31` as Day;
  return addDays(`${year}-${String(month + 1).padStart(2, "0")}-01` as Day, -1);
}
