import { type Axis, namesOf, type Statements, undated } from "./statements.ts";

/** Some of a list: only those named, or all but those named. */
export type Choice = { readonly only: Iterable<string> } | { readonly but: Iterable<string> };

export interface Selection {
  readonly actors?: Choice | null | undefined;
  readonly issues?: Choice | null | undefined;
  /** The levels not counted, by value. */
  readonly withoutLevels?: readonly number[] | undefined;
  /** First and last day counted, in days since 1970-01-01; with either, undated statements are left out. */
  readonly from?: number | null | undefined;
  readonly until?: number | null | undefined;
}

/** The statements within a span of days, in their order. */
export function within(statements: Statements, { from, until }: Selection): Int32Array {
  const [first, last] = [from ?? undated, until ?? 0x7fffffff];
  const isOpen = from == null && until == null;
  const { day, size } = statements;
  return kept(size, (row) => {
    const at = day[row] as number;
    return isOpen || (at !== undated && at >= first && at <= last);
  });
}

/** Of some statements those that have a level, and whose actor, issue and level are chosen. */
export function chosen(statements: Statements, rows: Int32Array, selection: Selection): Int32Array {
  const actors = marks(statements, "actor", selection.actors);
  const issues = marks(statements, "issue", selection.issues);
  const levels = statements.levels.map((value) => !selection.withoutLevels?.includes(value));
  const { actor, issue, level } = statements;
  const found = kept(rows.length, (index) => {
    const row = rows[index] as number;
    return (
      levels[level[row] as number] === true &&
      actors[actor[row] as number] === 1 &&
      issues[issue[row] as number] === 1
    );
  });
  return found.map((index) => rows[index] as number);
}

/** One a name, 1 where it is chosen. */
export function marks(statements: Statements, axis: Axis, choice: Choice | null | undefined): Uint8Array {
  const names = namesOf(statements, axis);
  if (choice == null) return new Uint8Array(names.length).fill(1);
  const isOnly = "only" in choice;
  const named = new Set(isOnly ? choice.only : choice.but);
  return Uint8Array.from(names, (name) => Number(named.has(name) === isOnly));
}

function kept(size: number, isKept: (index: number) => boolean): Int32Array {
  const found = new Int32Array(size);
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    if (isKept(index)) {
      found[count] = index;
      count += 1;
    }
  }
  return found.subarray(0, count);
}
