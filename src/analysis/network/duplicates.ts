import { bucketsOf } from "./buckets.ts";
import { monthOf, monthOfYear, weekOf, weekOfYear, yearOf } from "./periods.ts";
import { type Statements, undated } from "./statements.ts";

/** Within what a statement counts once: nothing, its document, its ISO week, month or year, or everything. */
export const duplicateRules = ["NONE", "DOCUMENT", "WEEK", "MONTH", "YEAR", "ALL"] as const;
export type DuplicateRule = (typeof duplicateRules)[number];

export interface Deduplication {
  readonly rule: DuplicateRule;
  /** Also statements that differ by their level only are duplicates: those of aggregates that do not look at it. */
  readonly ignoresLevel: boolean;
  /** Weeks and months forget their year, as in the Discourse Network Analyzer. */
  readonly forgetsYear: boolean;
}

/**
 * Of some statements the first of each actor on an issue at a level within a period, oldest first. Undated statements
 * are known to be of one time only within a document.
 * Leifeld, Gruber & Bossner 2019, Discourse Network Analyzer Manual, "Duplicates".
 */
export function withoutDuplicates(
  statements: Statements,
  places: Int32Array,
  { rule, ignoresLevel, forgetsYear }: Deduplication,
): Int32Array {
  if (rule === "NONE" || places.length === 0) return places;
  const sorted = oldestFirst(statements, places);
  const { keys, size } = periodsOf(statements, sorted, { rule, forgetsYear });
  const byPeriod = bucketsOf(sorted, keys, size).places;
  const isFirst = firstOfEach(statements, byPeriod, { keys, ignoresLevel });
  return sorted.filter((place) => isFirst[place] === 1);
}

/** Marks the first of each actor, issue, level and period. Statements come sorted by period. */
function firstOfEach(
  { actors, actor, issues, issue, level, levels, size }: Statements,
  byPeriod: Int32Array,
  { keys, ignoresLevel }: { readonly keys: Int32Array; readonly ignoresLevel: boolean },
): Uint8Array {
  const isFirst = new Uint8Array(size);
  const depth = ignoresLevel ? 1 : levels.length;
  const { start, places } = bucketsOf(byPeriod, issue, issues.length);
  // By actor and level: the issue and the period in which it was met last.
  const [lastIssue, lastPeriod] = [
    new Int32Array(actors.length * depth).fill(-1),
    new Int32Array(actors.length * depth),
  ];
  for (let on = 0; on < issues.length; on += 1) {
    for (let at = start[on] as number; at < (start[on + 1] as number); at += 1) {
      const place = places[at] as number;
      const who = (actor[place] as number) * depth + (ignoresLevel ? 0 : (level[place] as number));
      if (lastIssue[who] === on && lastPeriod[who] === keys[place]) continue;
      isFirst[place] = 1;
      lastIssue[who] = on;
      lastPeriod[who] = keys[place] as number;
    }
  }
  return isFirst;
}

const periodOfDay = { WEEK: weekOf, MONTH: monthOf, YEAR: yearOf };
const periodWithoutYear = { WEEK: weekOfYear, MONTH: monthOfYear, YEAR: yearOf };

/** By place the number of its period, from 0. */
function periodsOf(
  { day, document, size }: Statements,
  places: Int32Array,
  { rule, forgetsYear }: { readonly rule: Exclude<DuplicateRule, "NONE">; readonly forgetsYear: boolean },
): { readonly keys: Int32Array; readonly size: number } {
  const keys = new Int32Array(size);
  if (rule === "ALL") return { keys, size: 1 };
  const numbers = new Map<string | number, number>();
  const numberOf = (period: string | number) => {
    const number = numbers.get(period) ?? numbers.size;
    numbers.set(period, number);
    return number;
  };
  const of = rule === "DOCUMENT" ? null : (forgetsYear ? periodWithoutYear : periodOfDay)[rule];
  let [last, number] = [undated, 0];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const on = day[place] as number;
    if (of === null) keys[place] = numberOf(document[place] as number);
    else if (on === undated) keys[place] = numberOf(`undated ${document[place]}`);
    else {
      if (on !== last) [last, number] = [on, numberOf(of(on))];
      keys[place] = number;
    }
  }
  return { keys, size: numbers.size };
}

function oldestFirst({ day, size }: Statements, places: Int32Array): Int32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < places.length; at += 1) {
    const on = day[places[at] as number] as number;
    if (on > last) last = on;
    if (on < first && on !== undated) first = on;
  }
  const keys = new Int32Array(size);
  for (let at = 0; at < places.length; at += 1) {
    const on = day[places[at] as number] as number;
    keys[places[at] as number] = on === undated ? 0 : on - first + 1;
  }
  return bucketsOf(places, keys, last === undated ? 1 : last - first + 2).places;
}
