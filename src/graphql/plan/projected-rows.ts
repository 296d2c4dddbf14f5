import { placeOfKey, stanceIdAt } from "../../domain/projection/columns.ts";
import { dayOfNumber, noDay } from "../../domain/projection/day-number.ts";
import type { Projection } from "../../domain/projection/projection.ts";
import { directions, statuses } from "../../domain/stance.ts";
import type { NarrowRow } from "../../store/narrow.ts";
import type { Tie } from "../../store/related.ts";
import { stanceTable } from "../../store/tables.ts";
import type { Table } from "../../store/where.ts";

/** The row of a key, as the table has it: the key, then the columns read; null where only the table can tell. */
export type ProjectedRow = (projection: Projection, key: number) => NarrowRow | null;

type Value = NarrowRow[number];

const values: Readonly<Record<string, (projection: Projection, place: number) => Value>> = {
  key: ({ columns }, place) => columns.key[place] as number,
  id: ({ columns }, place) => stanceIdAt(columns, place),
  holder_id: ({ columns, actors }, place) => actors.ids[columns.actor[place] as number] as string,
  issue_id: ({ columns, issues }, place) => issues.ids[columns.issue[place] as number] as string,
  direction: ({ columns }, place) => directions[columns.direction[place] as number] as string,
  intensity: ({ columns }, place) => columns.intensity[place] as number,
  status: ({ columns }, place) => statuses[columns.status[place] as number] as string,
  effective_edtf: plainDay,
  effective_earliest: plainDay,
  effective_latest: plainDay,
};

function plainDay({ columns }: Projection, place: number): Value {
  const day = columns.latest[place] as number;
  return day === noDay ? null : dayOfNumber(day);
}

/** How rows are had from a projection, which holds stances; null where it does not hold all that is read of them. */
export function projectedRow({ name }: Table, columns: readonly string[]): ProjectedRow | null {
  const read = columns.map((column) => values[column]);
  if (name !== stanceTable.name || read.includes(undefined)) return null;
  const isDated = read.includes(plainDay);
  return (projection, key) => {
    const place = placeOfKey(projection.columns, key);
    if (place === -1 || (isDated && projection.columns.plain[place] !== 1)) return null;
    const row: Value[] = [key];
    for (const value of read) row.push((value as (typeof values)[string])(projection, place));
    return row;
  };
}

/** The key of the only row that is tied to the row of a key; 0 where there is not one alone, or nobody knows. */
export type OnlyKey = (projection: Projection, key: number) => number;

/** How the only rows of a tie are had from a projection, which holds those of quotes; null for other ties. */
export function onlyKeyBy({ through }: Pick<Tie, "through">): OnlyKey | null {
  if (through?.table !== "stance_evidence" || through.outer !== "stance_key") return null;
  return ({ columns }, key) => columns.quote[placeOfKey(columns, key)] ?? 0;
}
