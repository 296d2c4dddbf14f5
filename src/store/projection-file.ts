import { closeSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { endianness } from "node:os";
import { crc32 } from "node:zlib";
import type { ActorId, IssueId } from "../domain/id.ts";
import type { Projection } from "../domain/projection/projection.ts";
import type { BuiltProjection, Numbering } from "./projection-rows.ts";
import type { Sqlite } from "./sqlite.ts";

/** To be counted up whenever a row comes to be projected otherwise, or the arrays come to mean something else. */
const format = 1;

/** How the file begins, as JSON filled up with blanks to `labelBytes`. */
interface Label {
  /** Of the database, when this was read from it. */
  readonly state: string;
  /** How long the head is that follows. */
  readonly head: number;
  /** The CRC-32 of all that follows. */
  readonly sum: number;
}

const labelBytes = 512;

/** Everything of a projection but its arrays, which follow in the order in which they are named. */
interface Head {
  readonly actors: ActorId[];
  readonly issues: IssueId[];
  readonly sources: string[];
  readonly projection: Omit<Projection, "actors" | "issues">;
}

/**
 * The projection as a file beside the database, which is read in a fraction of the time that building takes. It holds
 * for one state of the database's file, and whoever writes to that, be it with another program, ends it.
 */
export function projectionFile(db: Sqlite) {
  const dataset = db.prepare("select id, revision from dataset").raw();
  const path = `${db.name}-projection`;

  return {
    /** What tells the states of the database apart; to be asked for before its rows are read. */
    state: () =>
      JSON.stringify([format, endianness(), dataset.get(), stampOf(db.name), stampOf(`${db.name}-wal`)]),
    /** What was written of a state; null where there is none, or it cannot be read or is damaged. */
    read(state: string): BuiltProjection | null {
      try {
        return read(path, state);
      } catch {
        return null;
      }
    },
    /**
     * Writes what was built of a state. What stood there stays until this is whole. Should several write at once, they
     * write the same, or else the check sum tells.
     */
    write(state: string, built: BuiltProjection): void {
      const unfinished = `${path}.part`;
      try {
        write(unfinished, state, built);
        renameSync(unfinished, path);
      } finally {
        rmSync(unfinished, { force: true });
      }
    },
  };
}

/** A file's size and when it was written to; null of an empty one, which says nothing, as of none. */
function stampOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined || found.size === 0n ? null : `${found.size} ${found.mtimeNs}`;
}

function write(path: string, state: string, { numberings, projection }: BuiltProjection): void {
  const { actors, issues, ...rest } = projection;
  const head = { actors: actors.ids, issues: issues.ids, sources: numberings.sources.ids, projection: rest };
  const arrays: Uint8Array[] = [];
  const text = JSON.stringify(head, function (this: unknown, _, value: unknown) {
    if (value instanceof Set) return { set: [...value] };
    if (!ArrayBuffer.isView(value)) return value;
    // Columns have room for more, which is not written.
    const { length, BYTES_PER_ELEMENT: width } = value as Column;
    const bytes = width * (this === projection.columns ? projection.columns.count : length);
    arrays.push(new Uint8Array(value.buffer, value.byteOffset, bytes));
    return { array: value.constructor.name, bytes, room: value.byteLength };
  });
  const first = Buffer.from(text);
  const label: Label = { state, head: first.length, sum: sumOf([first, ...arrays]) };
  const file = openSync(path, "w");
  try {
    writeFileSync(file, JSON.stringify(label).padEnd(labelBytes));
    for (const part of [first, ...arrays]) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

const kinds = { Uint8Array, Int8Array, Uint32Array, Int32Array, Float64Array };

type Column = InstanceType<(typeof kinds)[keyof typeof kinds]>;

function read(path: string, state: string): BuiltProjection | null {
  const file = openSync(path, "r");
  try {
    const label = JSON.parse(filled(file, labelBytes).toString()) as Label;
    if (label.state !== state) return null;
    const first = filled(file, label.head);
    const arrays: Uint8Array[] = [];
    const head = JSON.parse(first.toString(), (_, value) => {
      if (Array.isArray(value?.set)) return new Set(value.set);
      if (typeof value?.array !== "string") return value;
      const bytes = filled(file, value.bytes, value.room);
      arrays.push(bytes);
      return new kinds[value.array as keyof typeof kinds](bytes.buffer);
    }) as Head;
    return sumOf([first, ...arrays]) === label.sum ? builtOf(head) : null;
  } finally {
    closeSync(file);
  }
}

function builtOf({ actors, issues, sources, projection }: Head): BuiltProjection {
  const numberings = { actors: numbered(actors), issues: numbered(issues), sources: numbered(sources) };
  return {
    columns: { ...projection.columns },
    numberings: numberings as BuiltProjection["numberings"],
    projection: { ...projection, actors: numberings.actors, issues: numberings.issues },
  };
}

function numbered<Id extends string>(ids: Id[]): Numbering<Id> {
  return { ids, numberOf: new Map(ids.map((id, number) => [id, number])) };
}

/** The next bytes of a file, in a buffer of their own, in which there may be room for more. */
function filled(file: number, size: number, room = size): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(new ArrayBuffer(room), 0, size);
  for (let at = 0; at < size; ) {
    const read = readSync(file, bytes, at, size - at, null);
    if (read === 0) throw new Error("The file ends too early.");
    at += read;
  }
  return bytes;
}

function sumOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0);
}
