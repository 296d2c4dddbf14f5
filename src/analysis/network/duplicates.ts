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
  rows: Int32Array,
  { rule, ignoresLevel, forgetsYear }: Deduplication,
): Int32Array {
  if (rule === "NONE") return rows;
  const { actor, issue, level } = statements;
  const periodOf = periods(statements, rule, forgetsYear);
  const levels = ignoresLevel ? 1 : statements.levels.length;
  const isNew = firstTimes(rows.length);
  return oldestFirst(statements, rows).filter((row) => {
    const what = (actor[row] as number) * statements.issues.length + (issue[row] as number);
    return isNew(what * levels + (ignoresLevel ? 0 : (level[row] as number)), periodOf(row));
  });
}

const periodOfDay = { WEEK: weekOf, MONTH: monthOf, YEAR: yearOf };
const periodWithoutYear = { WEEK: weekOfYear, MONTH: monthOfYear, YEAR: yearOf };

function periods(
  { day, document }: Statements,
  rule: Exclude<DuplicateRule, "NONE">,
  forgetsYear: boolean,
): (row: number) => number {
  if (rule === "ALL") return () => 0;
  if (rule === "DOCUMENT") return (row) => document[row] as number;
  const of = (forgetsYear ? periodWithoutYear : periodOfDay)[rule];
  let [last, period] = [undated, 0];
  return (row) => {
    const at = day[row] as number;
    // Apart from every period of a calendar.
    if (at === undated) return 0x40000000 + (document[row] as number);
    if (at !== last) [last, period] = [at, of(at)];
    return period;
  };
}

function oldestFirst({ day }: Statements, rows: Int32Array): Int32Array {
  const isSorted = rows.every(
    (row, index) => index === 0 || (day[rows[index - 1] as number] as number) <= (day[row] as number),
  );
  if (isSorted) return rows;
  const keys = Float64Array.from(rows, (row, index) => (day[row] as number) * placesADay + index);
  return Int32Array.from(
    keys.sort(),
    (key) => rows[key - Math.floor(key / placesADay) * placesADay] as number,
  );
}

const placesADay = 2 ** 28;

/** Tells of pairs of numbers whether they come for the first time: a hash table with open addressing. */
function firstTimes(most: number): (one: number, other: number) => boolean {
  const size = 2 ** Math.ceil(Math.log2(most * 2 + 2));
  const [ones, others] = [new Float64Array(size).fill(-1), new Float64Array(size)];
  return (one, other) => {
    let at = (Math.imul(one % 0x7fffffff, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & (size - 1);
    for (; ones[at] !== -1; at = (at + 1) & (size - 1)) {
      if (ones[at] === one && others[at] === other) return false;
    }
    ones[at] = one;
    others[at] = other;
    return true;
  };
}
