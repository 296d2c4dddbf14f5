import { type MutableColumns, newColumns, placeOfKey, roomier } from "../domain/projection/columns.ts";
import { followed, type Given, type Projection, projectionOf } from "../domain/projection/projection.ts";
import { currentOf } from "./merges.ts";
import { projectionFile } from "./projection-file.ts";
import {
  type BuiltProjection,
  type Numberings,
  project,
  projectedRows,
  type SavedProjection,
  type StanceRow,
  sourceNumber,
} from "./projection-rows.ts";
import type { Sqlite } from "./sqlite.ts";

/** Rows read at a time: little garbage. */
const slice = 2_000;
/** More changes than these are not spliced in one by one. */
const many = 5_000;

/**
 * The stances in memory, for who asks often: built once it is wanted, and from then on as new as the graph, whoever
 * changes it. Null while it is not built: what it would answer, the tables do.
 */
export function projectionStore(db: Sqlite, revisionNow: () => number) {
  const rows = projectedRows(db);
  const reprintedGroups = db
    .prepare("select distinct independence_group from document where independence_group <> id")
    .pluck();
  const spokenFor = db
    .prepare(
      `select distinct ${currentOf("relation.object_id", "actor")} from relation where kind = 'REPRESENTS'`,
    )
    .pluck();
  const file = projectionFile(db);
  const lastKey = db.prepare("select coalesce(max(key), 0) from stance").pluck();
  let columns: MutableColumns = newColumns(0);
  let numberings = newNumberings();
  let projection: Projection | null = null;
  let expected: Promise<void> | null = null;

  /** Keys have hardly any gaps: the last says how many there are, and a few are to come. */
  function makeRoom(more: number): void {
    const needed = columns.count + more;
    if (needed <= columns.key.length) return;
    const size = Math.max(needed, lastKey.get() as number);
    columns = roomier(columns, Math.ceil(size * 1.05) + 1_000);
  }

  function append(row: StanceRow): void {
    project(columns, columns.count, row, numberings);
    columns.count += 1;
  }

  /** Appends a slice of what is new; false when there was no more. */
  function appendSlice(): boolean {
    const read = rows.after(columns.key[columns.count - 1] ?? 0, slice);
    makeRoom(read.length);
    for (const row of read) append(row);
    return read.length === slice;
  }

  function given(revision: number): Given {
    const { actors, issues, sources } = numberings;
    const numbered = <Id extends string>({
      ids,
      numberOf,
    }: {
      ids: string[];
      numberOf: Map<string, number>;
    }) => ({
      ids: ids as Id[],
      numberOf,
    });
    const groups = reprintedGroups.all() as string[];
    return {
      revision,
      columns: { ...columns },
      actors: numbered(actors),
      issues: numbered(issues),
      represented: new Set(spokenFor.all() as string[]),
      reprintedSources: new Set(groups.map((group) => sourceNumber(group, sources))),
    };
  }

  /** The projection brought to a revision: by what has changed since. */
  function follow(before: Projection, revision: number): Projection {
    const changed = rows.changedSince(before.revision, columns.key[columns.count - 1] ?? 0).map((row) => {
      const place = placeOfKey(columns, row[0] as number);
      project(columns, place, row, numberings);
      return place;
    });
    const start = columns.count;
    while (appendSlice());
    for (let place = start; place < columns.count; place += 1) changed.push(place);
    const now = given(revision);
    return changed.length > many ? projectionOf(now) : followed(now, before, changed);
  }

  function build(): BuiltProjection {
    columns = newColumns(0);
    numberings = newNumberings();
    const revision = revisionNow();
    while (appendSlice());
    projection = projectionOf(given(revision));
    return { columns, numberings, projection };
  }

  function take(built: BuiltProjection): void {
    ({ columns, numberings, projection } = built);
  }

  return {
    /** The projection at the present revision; null while there is none. */
    current(): Projection | null {
      if (projection === null) return null;
      const revision = revisionNow();
      if (revision !== projection.revision) projection = follow(projection, revision);
      return projection;
    },
    /** Notes that it is being built, for who would rather wait: until then, or until that has failed. */
    expect(building: Promise<void>): void {
      expected = building.finally(() => {
        expected = null;
      });
    },
    /** Kept when it is built or has failed; null when nobody builds it. */
    expected: () => expected,
    /** How many stances there are to be read for it, at most. */
    size: () => lastKey.get() as number,
    build,
    /** Takes over what another has built; what has changed since is read when it is asked for. */
    take,
    /** Builds it, and writes it beside the database's file for `load`. */
    buildAndSave(): SavedProjection {
      const state = file.state();
      const built = build();
      try {
        file.write(state, built);
        return { built, unsaved: null };
      } catch (error) {
        return { built, unsaved: String(error) };
      }
    },
    /** Takes over what `buildAndSave` has written; false where that is not of the database as it is now. */
    load(): boolean {
      const built = file.read(file.state());
      if (built !== null) take(built);
      return built !== null;
    },
  };
}

function newNumberings(): Numberings {
  const numbering = () => ({ ids: [], numberOf: new Map<string, number>() });
  return { actors: numbering(), issues: numbering(), sources: numbering() };
}
