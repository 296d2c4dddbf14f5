import type { StanceId } from "../id.ts";
import { type Direction, directions, type Intensity, statuses } from "../stance.ts";
import { noDay } from "./day-number.ts";

/** What is projected of a stance, as numbers: one array each, in which a stance has the same place. */
export interface Columns {
  /** How many there are; the arrays may be longer. */
  readonly count: number;
  /** The keys of their rows, ascending. */
  readonly key: Uint32Array;
  /** The sixteen hex digits of their ids. */
  readonly idHigh: Uint32Array;
  readonly idLow: Uint32Array;
  readonly actor: Int32Array;
  readonly issue: Int32Array;
  /** Places in `directions`. */
  readonly direction: Uint8Array;
  readonly intensity: Int8Array;
  readonly authority: Uint8Array;
  /** Places in `statuses`. */
  readonly status: Uint8Array;
  /** The latest and the earliest day they can have been held; `noDay` when undated. */
  readonly latest: Int32Array;
  readonly earliest: Int32Array;
  /** The day from which they certainly hold by their own words; `noDay` without. */
  readonly from: Int32Array;
  /** The first day on which they may be over; `endless` without. */
  readonly until: Int32Array;
  /** When we recorded them: places in `instants`. */
  readonly recorded: Uint32Array;
  /** Milliseconds since 1970; what is recorded together has one. */
  readonly instants: number[];
  /** Their independence groups, as numbers. */
  readonly source: Float64Array;
  /** The keys of the quotes that they rest on; 0 where it is not one alone. */
  readonly quote: Uint32Array;
  /** 1 where the date is a plain day, so that its number says it all. */
  readonly plain: Uint8Array;
}

export const endless = 2 ** 31 - 1;
export const accepted = statuses.indexOf("ACCEPTED");

export type MutableColumns = { -readonly [Name in keyof Columns]: Columns[Name] };

type ArrayName = Exclude<keyof Columns, "count" | "instants">;

/** Room for stances. */
export function newColumns(size: number): MutableColumns {
  return {
    count: 0,
    key: new Uint32Array(size),
    idHigh: new Uint32Array(size),
    idLow: new Uint32Array(size),
    actor: new Int32Array(size),
    issue: new Int32Array(size),
    direction: new Uint8Array(size),
    intensity: new Int8Array(size),
    authority: new Uint8Array(size),
    status: new Uint8Array(size),
    latest: new Int32Array(size),
    earliest: new Int32Array(size),
    from: new Int32Array(size),
    until: new Int32Array(size),
    recorded: new Uint32Array(size),
    instants: [],
    source: new Float64Array(size),
    quote: new Uint32Array(size),
    plain: new Uint8Array(size),
  };
}

const arrayNames = Object.entries(newColumns(0)).flatMap(([name, column]) =>
  ArrayBuffer.isView(column) ? [name as ArrayName] : [],
);

/** The same stances with room for more. */
export function roomier(columns: MutableColumns, size: number): MutableColumns {
  const wider: MutableColumns = { ...newColumns(size), count: columns.count, instants: columns.instants };
  for (const name of arrayNames)
    (wider[name] as Uint32Array).set((columns[name] as Uint32Array).subarray(0, columns.count));
  return wider;
}

/** Bytes as two hex digits: a number's own text in another radix takes six times as long. */
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function stanceIdAt({ idHigh, idLow }: Columns, at: number): StanceId {
  return `stance:${hex(idHigh[at] as number)}${hex(idLow[at] as number)}`;
}

function hex(half: number): string {
  const high = (bytes[half >>> 24] as string) + bytes[(half >>> 16) & 255];
  return high + bytes[(half >>> 8) & 255] + bytes[half & 255];
}

export function directionAt({ direction }: Columns, at: number): Direction {
  return directions[direction[at] as number] as Direction;
}

export function intensityAt({ intensity }: Columns, at: number): Intensity {
  return intensity[at] as Intensity;
}

/** Whether a stance that is accepted counts on a day; without a day all do, undated ones too. */
export function countsOn({ latest, from, until }: Columns, at: number, day: number | null): boolean {
  if (day === null) return true;
  const held = latest[at] as number;
  return held !== noDay && held <= day && (from[at] as number) <= day && (until[at] as number) > day;
}

/** The place of a key; −1 where there is none. As long as no key was left out, it is the one before its number. */
export function placeOfKey({ key, count }: Columns, sought: number): number {
  if (sought <= count && key[sought - 1] === sought) return sought - 1;
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((key[middle] as number) < sought) low = middle + 1;
    else high = middle;
  }
  return low < count && key[low] === sought ? low : -1;
}
