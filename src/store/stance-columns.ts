import type { StanceId } from "../domain/id.ts";
import { type Direction, directions } from "../domain/stance.ts";
import { currentOf } from "./merges.ts";
import type { Sqlite } from "./sqlite.ts";
import { type AsOf, countsAsOf } from "./stances.ts";
import { prepared } from "./statements.ts";
import { stanceTable } from "./tables.ts";
import { compileWhere, type Where } from "./where.ts";

/** By what stances can be told apart: who holds them, who voices them, who wrote the document, what they are on. */
export const stanceAxes = ["HOLDER", "SPEAKER", "AUTHOR", "ISSUE"] as const;
export type StanceAxis = (typeof stanceAxes)[number];

/** Stances as columns, one entry a stance, in the order in which they were recorded. */
export interface StanceColumns {
  readonly size: number;
  /** Those of whom and on what they are, ascending. */
  readonly actors: readonly string[];
  readonly issues: readonly string[];
  /** Into `actors`, into `issues`; −1: it has none, as a stance that nobody voiced for the holder. */
  readonly actor: Int32Array;
  readonly issue: Int32Array;
  /** A number for each document. */
  readonly document: Int32Array;
  /** Into the list of directions. */
  readonly direction: Uint8Array;
  readonly intensity: Int8Array;
  /** The last day on which it can have been held, in days since 1970-01-01; −2³¹ where it is undated. */
  readonly day: Int32Array;
  /** By which the store finds it again. */
  readonly key: Uint32Array;
}

const noDay = -0x80000000;

type Narrow = readonly [
  key: number,
  actor: string | null,
  issue: string | null,
  document: string,
  direction: Direction,
  intensity: number,
  day: number | null,
];

export interface ColumnsAsked {
  readonly where?: Where | null | undefined;
  readonly asOf: AsOf;
  /** HOLDER and ISSUE when left out. */
  readonly rows?: StanceAxis | undefined;
  readonly columns?: StanceAxis | undefined;
}

/** Who voiced a stance is the speaker next to its holder. */
const onAxis: Readonly<Record<StanceAxis, string>> = {
  HOLDER: "stance.holder_id",
  SPEAKER: currentOf(
    `(select l.actor_id from attribution_link l
      where l.stance_key = stance.key and l.role = 'SPEAKER' order by l.ordinal desc limit 1)`,
    "actor",
  ),
  AUTHOR: "(select d.author from document d where d.id = stance.document_id)",
  ISSUE: "stance.issue_id",
};

/** Reads of many stances the little that counting needs. */
export function stanceColumns(db: Sqlite) {
  const idOf = db
    .prepare("select key, id from stance where key in (select value from json_each(:keys))")
    .raw();
  return {
    /** `actors` are those on the axis `rows`, `issues` those on the axis `columns`. */
    of({ where, asOf, rows: one = "HOLDER", columns: other = "ISSUE" }: ColumnsAsked): StanceColumns {
      const filter = compileWhere(where, stanceTable);
      const counts = countsAsOf(asOf);
      const sql = `
        select stance.key, ${onAxis[one]}, ${onAxis[other]}, stance.document_id, stance.direction, stance.intensity,
          unixepoch(stance.effective_latest) / 86400
        from stance
        where ${filter.sql} and ${counts.sql}
        order by stance.key
      `;
      // One by one: a million rows together take a quarter of a gigabyte.
      const rows = prepared(db, sql)
        .raw()
        .iterate({ ...filter.params, ...counts.params }) as Iterable<Narrow>;
      return columnsOf(rows);
    },
    /** The ids of stances by their keys. */
    ids: (keys: readonly number[]): ReadonlyMap<number, StanceId> =>
      new Map(idOf.all({ keys: JSON.stringify(keys) }) as [number, StanceId][]),
  };
}

const firstRoom = 1_024;

function columnsOf(rows: Iterable<Narrow>): StanceColumns {
  const [actors, issues, documents] = [numbering(), numbering(), numbering()];
  let columns = newColumns(firstRoom);
  let size = 0;
  for (const row of rows) {
    if (size === columns.key.length) columns = withRoom(columns, size * 2);
    columns.key[size] = row[0];
    columns.actor[size] = actors.of(row[1]);
    columns.issue[size] = issues.of(row[2]);
    columns.document[size] = documents.of(row[3]);
    columns.direction[size] = directions.indexOf(row[4]);
    columns.intensity[size] = row[5];
    columns.day[size] = row[6] ?? noDay;
    size += 1;
  }
  const whole = withRoom(columns, size);
  return {
    ...whole,
    size,
    actors: actors.sorted(whole.actor),
    issues: issues.sorted(whole.issue),
  };
}

type Columns = ReturnType<typeof newColumns>;

function newColumns(room: number) {
  return {
    key: new Uint32Array(room),
    actor: new Int32Array(room),
    issue: new Int32Array(room),
    document: new Int32Array(room),
    direction: new Uint8Array(room),
    intensity: new Int8Array(room),
    day: new Int32Array(room),
  };
}

/** The same with more room or less, moved rather than copied where that can be. */
function withRoom(columns: Columns, room: number): Columns {
  const wide = (column: Int32Array<ArrayBuffer>) => new Int32Array(column.buffer.transfer(room * 4));
  return {
    key: new Uint32Array(columns.key.buffer.transfer(room * 4)),
    actor: wide(columns.actor),
    issue: wide(columns.issue),
    document: wide(columns.document),
    direction: new Uint8Array(columns.direction.buffer.transfer(room)),
    intensity: new Int8Array(columns.intensity.buffer.transfer(room)),
    day: wide(columns.day),
  };
}

/** Numbers texts as they come. */
function numbering() {
  const numbers = new Map<string, number>();
  return {
    of(text: string | null): number {
      if (text === null) return -1;
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    /** The texts, ascending; a column of numbers then has their places in this order. */
    sorted(column: Int32Array): readonly string[] {
      const texts = [...numbers.keys()].sort();
      const places = new Int32Array(texts.length);
      for (const [place, text] of texts.entries()) places[numbers.get(text) as number] = place;
      for (let at = 0; at < column.length; at += 1) column[at] = places[column[at] as number] ?? -1;
      return texts;
    },
  };
}
