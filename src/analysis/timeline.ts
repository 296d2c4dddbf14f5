import type { Day } from "../domain/edtf.ts";
import { addDays } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId, IssueId } from "../domain/id.ts";
import { byPreference, type Observation, type Position, type PositionRule } from "../domain/position.ts";
import type { Analysis } from "./analysis.ts";
import { beginsOf, groupsOf, positionOn, type Span } from "./history.ts";

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

const maxTimelineRows = 10_000;

interface Range {
  readonly from: Day | null;
  readonly to: Day;
  readonly interval: Interval;
}

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
  const last = beginsOf(observations).at(-1);
  if (last === undefined) return [];
  const span = { from, to: to ?? lastDayOf(interval, from !== null && from > last ? from : last), interval };
  return plansOf(groupsOf(observations), span).flatMap(({ group, days }) => rowsOf(group, rule, days));
}

interface Plan {
  readonly group: readonly Observation[];
  readonly days: readonly Day[];
}

/** Which days to look at for whom; refused before anything is computed when they are too many. */
function plansOf(groups: readonly (readonly Observation[])[], span: Range): readonly Plan[] {
  let rows = 0;
  return groups.map((group) => {
    const days = daysFor(group, span);
    rows += days.length;
    if (rows > maxTimelineRows) throw tooMany(span);
    return { group: group.toSorted(byPreference), days };
  });
}

function tooMany({ interval }: Range): StanceGraphError {
  return new StanceGraphError(
    "invalid",
    `By ${interval} this timeline would have more than ${maxTimelineRows} rows; ` +
      "choose a coarser interval, a shorter range or fewer actors.",
    ["interval"],
  );
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

/** None before something is known of the group, and hardly more than are allowed. */
function daysFor(group: readonly Observation[], { from, to, interval }: Range): readonly Day[] {
  const [first] = beginsOf(group);
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
