import { heardOf, type NetworkQuestion } from "./network.ts";
import type { Statements } from "./statements.ts";

/** A statement that counts, as relational event models take it. */
export interface StatementEvent {
  /** Its place among the statements. */
  readonly place: number;
  readonly day: number;
  readonly actor: string;
  readonly issue: string;
  /** The value of its level. */
  readonly level: number;
}

/** The statements that count after filters and duplicates, in the order of their places; undated ones included. */
export function eventListOf(statements: Statements, question: NetworkQuestion): readonly StatementEvent[] {
  const { picked } = heardOf(statements, question);
  return Array.from(picked.toSorted(), (place) => ({
    place,
    day: statements.day[place] as number,
    actor: statements.actors[statements.actor[place] as number] as string,
    issue: statements.issues[statements.issue[place] as number] as string,
    level: statements.levels[statements.level[place] as number] as number,
  }));
}
