import { inRuns } from "../../domain/projection/order.ts";
import { monthOf, monthOfYear, weekOf, weekOfYear, yearOf } from "./periods.ts";
import { those } from "./places.ts";
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
  const { document } = statements;
  if (document === null) throw new Error("Duplicates are told by documents, which were not read.");
  const sorted = oldestFirst(statements, places);
  const { keys, size } = periodsOf({ ...statements, document }, sorted, { rule, forgetsYear });
  const byPeriod = inRuns(sorted, size, (place) => keys[place] as number).places;
  const isFirst = firstOfEach(statements, byPeriod, { keys, ignoresLevel });
  return those(sorted, (place) => isFirst[place] === 1);
}

/** Marks the first of each actor, issue, level and period. Statements come sorted by period. */
function firstOfEach(
  { actors, actor, issues, issue, level, levels, size }: Statements,
  byPeriod: Int32Array,
  { keys, ignoresLevel }: { readonly keys: Int32Array; readonly ignoresLevel: boolean },
): Uint8Array {
  const isFirst = new Uint8Array(size);
  const depth = ignoresLevel ? 1 : levels.length;
  const { starts, places } = inRuns(byPeriod, issues.length, (place) => issue[place] as number);
  // By actor and level: the issue and the period in which it was met last.
  const lastIssue = new Int32Array(actors.length * depth).fill(-1);
  const lastPeriod = new Int32Array(actors.length * depth);
  for (let on = 0; on < issues.length; on += 1) {
    for (let index = starts[on] as number; index < (starts[on + 1] as number); index += 1) {
      const place = places[index] as number;
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

/** By place the number of its period, from 0: of days those of the calendar first, then those of documents. */
function periodsOf(
  { day, document, size }: Pick<Statements, "day" | "size"> & { readonly document: Int32Array },
  places: Int32Array,
  { rule, forgetsYear }: { readonly rule: Exclude<DuplicateRule, "NONE">; readonly forgetsYear: boolean },
): { readonly keys: Int32Array; readonly size: number } {
  const keys = new Int32Array(size);
  if (rule === "ALL") return { keys, size: 1 };
  const most = places.reduce((sum, place) => Math.max(sum, document[place] as number), 0) + 1;
  if (rule === "DOCUMENT") return { keys: document, size: most };
  const of = (forgetsYear ? periodWithoutYear : periodOfDay)[rule];
  const numbers = new Map<number, number>();
  let [last, number] = [undated, 0];
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    const on = day[place] as number;
    if (on !== undated && on !== last) {
      last = on;
      number = numbers.get(of(on)) ?? numbers.size;
      numbers.set(of(on), number);
    }
    keys[place] = on === undated ? (document[place] as number) : most + number;
  }
  return { keys, size: most + numbers.size };
}

/** Undated ones first. */
function oldestFirst({ day }: Statements, places: Int32Array): Int32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < places.length; index += 1) {
    const on = day[places[index] as number] as number;
    if (on !== undated && on > last) last = on;
    if (on !== undated && on < first) first = on;
  }
  if (last < first) return places;
  return inRuns(places, last - first + 2, (place) =>
    day[place] === undated ? 0 : (day[place] as number) - first + 1,
  ).places;
}
