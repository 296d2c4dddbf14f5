import Database from "better-sqlite3";
import type { Scale, Statements } from "../../../src/analysis/network/statements.ts";
import type { CsvRow } from "./shared.ts";

/** A statement as the Discourse Network Analyzer keeps it. */
export interface Spoken {
  readonly actor: string;
  readonly issue: string;
  readonly value: number | string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly document: number;
  readonly start: number;
  readonly stop: number;
  readonly id: number;
}

/** Statements in its order, with the levels of the scale. */
export function statementsOf(given: readonly Spoken[], scale: Scale): Statements {
  const spoken = given.toSorted(
    (a, b) =>
      a.time - b.time || a.document - b.document || a.start - b.start || a.stop - b.stop || a.id - b.id,
  );
  const actors = [...new Set(spoken.map(({ actor }) => actor))].sort();
  const issues = [...new Set(spoken.map(({ issue }) => issue))].sort();
  const values = [...new Set(spoken.map(({ value }) => value))];
  const sorted = scale === "CATEGORY" ? values.sort() : values.sort((a, b) => Number(a) - Number(b));
  const levels = scale === "BINARY" ? [0, 1] : sorted;
  return {
    size: spoken.length,
    actors,
    issues,
    scale,
    levels: scale === "CATEGORY" ? [...levels.keys()] : levels.map(Number),
    actor: Int32Array.from(spoken, ({ actor }) => actors.indexOf(actor)),
    issue: Int32Array.from(spoken, ({ issue }) => issues.indexOf(issue)),
    level: Int8Array.from(spoken, ({ value }) => levels.indexOf(value)),
    day: Int32Array.from(spoken, ({ time }) => Math.floor(time / 86_400)),
    document: Int32Array.from(spoken, ({ document }) => document),
  };
}

/** A variable of statements, or the author of their document. */
export type Variable = "organization" | "person" | "concept" | "author";

/** Networks of concepts are tied by their second variable. */
export function axesIn({ variable1, variable2 }: CsvRow): readonly [actor: Variable, issue: Variable] {
  const [one, other] = [variable1 as Variable, variable2 as Variable];
  return one === "concept" ? [other, one] : [one, other];
}

/** The statements of a database by which variables are to be the actor and the issue. */
export function spokenIn(file: string, actor: Variable, issue: Variable): readonly Spoken[] {
  const db = new Database(file, { readonly: true });
  const named = (variable: Variable) =>
    variable === "author"
      ? "d.Author"
      : `(
    select e.Value from DATASHORTTEXT t join VARIABLES v on v.ID = t.VariableId join ENTITIES e on e.ID = t.Entity
    where t.StatementId = s.ID and v.Variable = '${variable}')`;
  try {
    return db
      .prepare(`
        select s.ID as id, s.DocumentId as document, s.Start as start, s.Stop as stop, d.Date as time,
          ${named(actor)} as actor, ${named(issue)} as issue, b.Value as value
        from STATEMENTS s
        join DOCUMENTS d on d.ID = s.DocumentId
        join VARIABLES q on q.StatementTypeId = s.StatementTypeId and q.Variable = 'agreement'
        join DATABOOLEAN b on b.StatementId = s.ID and b.VariableId = q.ID
      `)
      .all() as Spoken[];
  } finally {
    db.close();
  }
}
