import { endless, type MutableColumns } from "../domain/projection/columns.ts";
import { noDay, numberOfDay } from "../domain/projection/day-number.ts";
import type { Projection } from "../domain/projection/projection.ts";
import { directions, statuses } from "../domain/stance.ts";
import type { Sqlite } from "./sqlite.ts";

/** Gives things numbers in the order in which they are met. */
export interface Numbering<Id extends string> {
  readonly ids: Id[];
  readonly numberOf: Map<string, number>;
}

export type StanceRow = readonly (string | number | null)[];

/**
 * What is read of a row. Each text costs more to read than all numbers of a row, so that what a number or null can say
 * is not read as text: a direction by its first letter, a status by its third, both as code points, and of a date that
 * is a plain day only the day.
 */
const columns = `key, id, holder_id, issue_id, unicode(direction), intensity, authority, unicode(substr(status, 3, 1)),
  effective_latest, nullif(effective_earliest, effective_latest), effective_edtf is effective_latest,
  valid_from_latest, valid_until_earliest, recorded_at, independence_group,
  (select iif(count(*) = 1, max(e.evidence_key), 0) from stance_evidence e where e.stance_key = stance.key)`;

/** Reads the rows that are projected: in the order of their keys, or those that have changed since a revision. */
export function projectedRows(db: Sqlite) {
  const after = db.prepare(`select ${columns} from stance where key > :key order by key limit :limit`).raw();
  // The pluses keep SQLite from going through all keys instead of the few changes.
  const changed = db
    .prepare(`select ${columns} from stance where changed_in > :revision and +key <= :key order by +key`)
    .raw();
  return {
    after: (key: number, limit: number) => after.all({ key, limit }) as StanceRow[],
    changedSince: (revision: number, key: number) => changed.all({ revision, key }) as StanceRow[],
  };
}

const directionNumbers = numbersByLetter(directions, 0);
const statusNumbers = numbersByLetter(statuses, 2);

function numbersByLetter(names: readonly string[], letter: number): ReadonlyMap<unknown, number> {
  return new Map(names.map((name, at) => [name.codePointAt(letter), at]));
}

export interface Numberings {
  readonly actors: Numbering<never>;
  readonly issues: Numbering<never>;
  /** Of independence groups that are not named by digits. */
  readonly sources: Numbering<string>;
}

/** What building gives, to be taken over by another connection to the same file. */
export interface BuiltProjection {
  readonly columns: MutableColumns;
  readonly numberings: Numberings;
  readonly projection: Projection;
}

/** What was built, and why it could not be saved for the next start; null when it was. */
export interface SavedProjection {
  readonly built: BuiltProjection;
  readonly unsaved: string | null;
}

const maxKey = 2 ** 32 - 1;

/** Writes a row into its place. */
export function project(into: MutableColumns, at: number, row: StanceRow, numberings: Numberings): void {
  const [
    key,
    id,
    actor,
    issue,
    direction,
    intensity,
    authority,
    status,
    latest,
    earliest,
    isDay,
    from,
    until,
  ] = row;
  if ((key as number) > maxKey) throw new Error(`Stances beyond the key ${maxKey} are not held in memory.`);
  into.key[at] = key as number;
  into.idHigh[at] = digitsIn(id as string, 7, 15);
  into.idLow[at] = digitsIn(id as string, 15, 23);
  into.actor[at] = numberIn(numberings.actors, actor as string);
  into.issue[at] = numberIn(numberings.issues, issue as string);
  into.direction[at] = directionNumbers.get(direction) as number;
  into.intensity[at] = intensity as number;
  into.authority[at] = authority as number;
  into.status[at] = statusNumbers.get(status) as number;
  into.latest[at] = numberOfDay(latest as string | null);
  into.earliest[at] = earliest === null ? (into.latest[at] as number) : numberOfDay(earliest as string);
  into.from[at] = from === null ? noDay : numberOfDay(from as string);
  into.until[at] = until === null ? endless : numberOfDay(until as string);
  into.recorded[at] = placeOfInstant(into.instants, millisecondsOf(row[13] as string));
  into.source[at] = sourceNumber(row[14] as string, numberings.sources);
  into.quote[at] = row[15] as number;
  into.plain[at] = isDay === 1 && earliest === null ? 1 : 0;
}

function numberIn(numbering: Numbering<string>, id: string): number {
  const known = numbering.numberOf.get(id);
  if (known !== undefined) return known;
  const number = numbering.ids.length;
  numbering.ids.push(id);
  numbering.numberOf.set(id, number);
  return number;
}

/** Documents are named by twelve hex digits, which are a number; others are counted from beyond these. */
export function sourceNumber(document: string, others: Numbering<string>): number {
  const number =
    document.length === 21 && document.startsWith("document:") ? digitsIn(document, 9, 21) : Number.NaN;
  return Number.isNaN(number) ? 2 ** 48 + numberIn(others, document) : number;
}

/** The number that lower-case hex digits of a text write; NaN where others stand among them. */
function digitsIn(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) number = number * 16 + code - 48;
    else if (code >= 97 && code <= 102) number = number * 16 + code - 87;
    else return Number.NaN;
  }
  return number;
}

/** What is recorded together follows one another. */
function placeOfInstant(instants: number[], instant: number): number {
  if (instants.at(-1) !== instant) instants.push(instant);
  return instants.length - 1;
}

/** Most stances of an import have the same. */
let lastInstant = "";
let lastMilliseconds = 0;

function millisecondsOf(text: string): number {
  if (text !== lastInstant) {
    lastInstant = text;
    lastMilliseconds = Date.parse(text);
  }
  return lastMilliseconds;
}
