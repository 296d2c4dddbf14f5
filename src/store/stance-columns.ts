import type { ActorId, IssueId, StanceId } from "../domain/id.ts";
import { type Direction, directions } from "../domain/stance.ts";
import type { Sqlite } from "./sqlite.ts";
import { type AsOf, countsAsOf } from "./stances.ts";
import { prepared } from "./statements.ts";
import { stanceTable } from "./tables.ts";
import { compileWhere, type Where } from "./where.ts";

/** Stances as columns, one entry a stance, in the order in which they were recorded. */
export interface StanceColumns {
  readonly size: number;
  /** Those of whom and on what they are, ascending. */
  readonly actors: readonly ActorId[];
  readonly issues: readonly IssueId[];
  /** Into `actors`, into `issues`. */
  readonly actor: Int32Array;
  readonly issue: Int32Array;
  /** A number for each document. */
  readonly document: Int32Array;
  /** Into the list of directions. */
  readonly direction: Uint8Array;
  readonly intensity: Int8Array;
  /** The last day on which it can have been held, in days since 1970-01-01; `noDay` where it is undated. */
  readonly day: Int32Array;
  /** By which the store finds it again. */
  readonly key: Int32Array;
}

export const noDay = -0x80000000;

type Narrow = readonly [
  key: number,
  actor: ActorId,
  issue: IssueId,
  document: string,
  direction: Direction,
  intensity: number,
  day: number | null,
];

/** Reads of many stances the little that counting needs. */
export function stanceColumns(db: Sqlite) {
  const idOf = db
    .prepare("select key, id from stance where key in (select value from json_each(:keys))")
    .raw();
  return {
    of({ where, asOf }: { readonly where?: Where | null | undefined; readonly asOf: AsOf }): StanceColumns {
      const filter = compileWhere(where, stanceTable);
      const counts = countsAsOf(asOf);
      const sql = `
        select stance.key, stance.holder_id, stance.issue_id, stance.document_id, stance.direction, stance.intensity,
          unixepoch(stance.effective_latest) / 86400
        from stance
        where ${filter.sql} and ${counts.sql}
        order by stance.key
      `;
      const rows = prepared(db, sql)
        .raw()
        .all({ ...filter.params, ...counts.params }) as Narrow[];
      return columnsOf(rows);
    },
    /** The ids of stances by their keys. */
    ids: (keys: readonly number[]): ReadonlyMap<number, StanceId> =>
      new Map(idOf.all({ keys: JSON.stringify(keys) }) as [number, StanceId][]),
  };
}

function columnsOf(rows: readonly Narrow[]): StanceColumns {
  const actor = numbered(rows, 1);
  const issue = numbered(rows, 2);
  return {
    size: rows.length,
    actors: actor.names as readonly ActorId[],
    issues: issue.names as readonly IssueId[],
    actor: actor.numbers,
    issue: issue.numbers,
    document: numbered(rows, 3).numbers,
    direction: Uint8Array.from(rows, ([, , , , direction]) => directions.indexOf(direction)),
    intensity: Int8Array.from(rows, ([, , , , , intensity]) => intensity),
    day: Int32Array.from(rows, ([, , , , , , day]) => day ?? noDay),
    key: Int32Array.from(rows, ([key]) => key),
  };
}

/** The texts of a column, ascending, and the number of that of each row. */
function numbered(rows: readonly Narrow[], column: 1 | 2 | 3) {
  const places = new Map<string, number>();
  const met = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const text = (rows[at] as Narrow)[column];
    let place = places.get(text);
    if (place === undefined) {
      place = places.size;
      places.set(text, place);
    }
    met[at] = place;
  }
  const names = [...places.keys()].sort();
  const rank = new Int32Array(names.length);
  for (const [index, name] of names.entries()) rank[places.get(name) as number] = index;
  for (let at = 0; at < met.length; at += 1) met[at] = rank[met[at] as number] as number;
  return { names, numbers: met };
}
