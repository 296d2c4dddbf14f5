import { placesUpTo } from "./places.ts";
import { type Axis, namesOf, type Statements, undated } from "./statements.ts";

/** Some of a list: only those named, or all but those named. */
export type Choice = { readonly only: readonly string[] } | { readonly but: readonly string[] };

export interface Selection {
  readonly actors?: Choice | null | undefined;
  readonly issues?: Choice | null | undefined;
  /** The levels not counted, by value. */
  readonly withoutLevels?: readonly number[] | undefined;
  /** First and last day counted, in days since 1970-01-01; with either, undated statements are left out. */
  readonly from?: number | null | undefined;
  readonly until?: number | null | undefined;
}

/** The places of the statements within a span of days, in their order. */
export function within({ day, size }: Statements, selection: Selection): Int32Array {
  const [first, last] = daysIn(selection);
  return placesUpTo(size, (place) => (day[place] as number) >= first && (day[place] as number) <= last);
}

/** Of those within the span the ones that have a level, and whose actor, issue and level are chosen. */
export function chosen(statements: Statements, selection: Selection): Int32Array {
  const [first, last] = daysIn(selection);
  const actors = marksOf(statements, "actor", selection.actors);
  const issues = marksOf(statements, "issue", selection.issues);
  const levels = Uint8Array.from(statements.levels, (value) =>
    Number(selection.withoutLevels?.includes(value) !== true),
  );
  const { actor, issue, level, day, size } = statements;
  return placesUpTo(
    size,
    (place) =>
      (day[place] as number) >= first &&
      (day[place] as number) <= last &&
      (level[place] as number) >= 0 &&
      levels[level[place] as number] === 1 &&
      actors[actor[place] as number] === 1 &&
      issues[issue[place] as number] === 1,
  );
}

/** The first and the last day that count: of an open span also that of undated statements. */
function daysIn({ from, until }: Selection): readonly [first: number, last: number] {
  const isOpen = from == null && until == null;
  return [isOpen ? undated : Math.max(from ?? undated, undated + 1), until ?? 0x7fffffff];
}

/** One a name, 1 where it is chosen. */
export function marksOf(statements: Statements, axis: Axis, choice: Choice | null | undefined): Uint8Array {
  const names = namesOf(statements, axis);
  if (choice == null) return new Uint8Array(names.length).fill(1);
  const isOnly = "only" in choice;
  const named = new Set(isOnly ? choice.only : choice.but);
  return Uint8Array.from(names, (name) => Number(named.has(name) === isOnly));
}
