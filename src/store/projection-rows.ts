import { endless, type MutableColumns } from "../domain/projection/columns.ts";
import { noDay, numberOfDay } from "../domain/projection/day-number.ts";
import { directions, statuses } from "../domain/stance.ts";
import type { Sqlite } from "./sqlite.ts";

/** Gives things numbers in the order in which they are met. */
export interface Numbering<Id extends string> {
  readonly ids: Id[];
  readonly numberOf: Map<string, number>;
}

export type StanceRow = readonly (string | number | null)[];

const columns = `key, id, holder_id, issue_id, direction, intensity, authority, status, effective_latest,
  effective_earliest, effective_edtf, valid_from_latest, valid_until_earliest, recorded_at, independence_group`;

/** Reads the rows that are projected: in the order of their keys, or those that have changed since a revision. */
export function projectedRows(db: Sqlite) {
  const after = db.prepare(`select ${columns} from stance where key > :key order by key limit :limit`).raw();
  const changed = db
    .prepare(`select ${columns} from stance where changed_in > :revision and key <= :key order by key`)
    .raw();
  return {
    after: (key: number, limit: number) => after.all({ key, limit }) as StanceRow[],
    changedSince: (revision: number, key: number) => changed.all({ revision, key }) as StanceRow[],
  };
}

const directionNumbers: ReadonlyMap<unknown, number> = new Map(directions.map((name, at) => [name, at]));
const statusNumbers: ReadonlyMap<unknown, number> = new Map(statuses.map((name, at) => [name, at]));

export interface Numberings {
  readonly actors: Numbering<never>;
  readonly issues: Numbering<never>;
  /** Of independence groups that are not named by digits. */
  readonly sources: Numbering<string>;
}

/** Writes a row into its place. */
export function project(into: MutableColumns, at: number, row: StanceRow, numberings: Numberings): void {
  const [key, id, actor, issue, direction, intensity, authority, status] = row;
  const [latest, earliest, edtf, from, until, recordedAt, source] = row.slice(8);
  into.key[at] = key as number;
  into.idHigh[at] = Number.parseInt((id as string).slice(7, 15), 16);
  into.idLow[at] = Number.parseInt((id as string).slice(15), 16);
  into.actor[at] = numberIn(numberings.actors, actor as string);
  into.issue[at] = numberIn(numberings.issues, issue as string);
  into.direction[at] = directionNumbers.get(direction) as number;
  into.intensity[at] = intensity as number;
  into.authority[at] = authority as number;
  into.status[at] = statusNumbers.get(status) as number;
  into.latest[at] = numberOfDay(latest as string | null);
  into.earliest[at] =
    earliest === latest ? (into.latest[at] as number) : numberOfDay(earliest as string | null);
  into.from[at] = from === null ? noDay : numberOfDay(from as string);
  into.until[at] = until === null ? endless : numberOfDay(until as string);
  into.recorded[at] = instantOf(recordedAt as string);
  into.source[at] = sourceNumber(source as string, numberings.sources);
  into.plain[at] = edtf === latest && edtf === earliest ? 1 : 0;
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
  return /^document:[0-9a-f]{12}$/.test(document)
    ? Number.parseInt(document.slice(9), 16)
    : 2 ** 48 + numberIn(others, document);
}

let lastInstant = "";
let lastMilliseconds = 0;

/** Most stances of an import have the same. */
function instantOf(text: string): number {
  if (text !== lastInstant) {
    lastInstant = text;
    lastMilliseconds = Date.parse(text);
  }
  return lastMilliseconds;
}
