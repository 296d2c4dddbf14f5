import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { StanceGraphError } from "../domain/error.ts";
import { aboutOf } from "./about.ts";
import { actorStore } from "./actors.ts";
import { attributeStore } from "./attributes.ts";
import { inBulk } from "./bulk.ts";
import { changes } from "./change.ts";
import { coderStore } from "./coders.ts";
import { stanceCounts } from "./counts.ts";
import { datasetStore } from "./dataset.ts";
import { documentStore } from "./documents.ts";
import { eventStore } from "./events.ts";
import { issueStore } from "./issues.ts";
import { keyStore } from "./keys.ts";
import { checkVersion, latestVersion, migrate } from "./migrate.ts";
import { narrowReader } from "./narrow.ts";
import { positionStore } from "./positions.ts";
import { projectionStore } from "./projection.ts";
import { proposalStore } from "./proposals.ts";
import { readings } from "./reading.ts";
import { relationStore } from "./relations.ts";
import { searchStore } from "./search.ts";
import { connect, guarded, type Sqlite } from "./sqlite.ts";
import { stanceColumns } from "./stance-columns.ts";
import { stanceStore } from "./stances.ts";
import { verify } from "./verify.ts";

export interface OpenOptions {
  /** A file, or ":memory:". */
  readonly path: string;
  readonly clock: () => Date;
  /** Make the file when there is none; otherwise that is an error. */
  readonly create?: boolean;
  readonly readOnly?: boolean;
  /** For what reads scattered pages, 8 are quicker than more; what writes much wants more. */
  readonly cacheMegabytes?: number;
}

export type Store = ReturnType<typeof openStore>;

/** Opens a graph, brought to this program's version. Close it when done. */
export function openStore({
  path,
  clock,
  create = false,
  readOnly = false,
  cacheMegabytes = 8,
}: OpenOptions) {
  if (!create && path !== ":memory:" && !existsSync(path)) {
    throw new StanceGraphError(
      "not_found",
      `There is no database ${path}; make one with \`stancegraph init --db ${path}\`.`,
    );
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new StanceGraphError("invalid", `${path} is a folder; name a file in it with --db.`);
  }
  if (!create && path !== ":memory:" && statSync(path).size === 0) {
    throw new StanceGraphError(
      "not_found",
      `${path} is empty; make a graph in it with \`stancegraph init --db ${path}\`.`,
    );
  }
  const db = connect(path, { readOnly, cacheMegabytes });
  try {
    return guarded(() => storeOn(db, path, clock, readOnly), path);
  } catch (error) {
    db.close();
    throw error;
  }
}

function storeOn(db: Sqlite, path: string, clock: () => Date, readOnly: boolean) {
  if (readOnly) requireCurrent(db, path);
  else migrate(db, path);
  if (!readOnly) found(db, clock);
  const change = changes(db, clock);
  const { reading, once } = readings(db);
  const dataset = datasetStore(db, once);
  return {
    path,
    /** Runs a part of a change: when it fails, nothing of it stays, and the change can go on. */
    attempt: <T>(work: () => T): T => db.transaction(work)(),
    /** Runs work as one change: all or nothing, one revision, one audit row. */
    change: ((details, work) => guarded(() => change(details, work), path)) as typeof change,
    /** Runs a part of a change that adds many stances. */
    inBulk: inBulk(db),
    reading,
    attributes: attributeStore(db),
    actors: actorStore(db),
    relations: relationStore(db),
    issues: issueStore(db),
    documents: documentStore(db),
    stances: stanceStore(db),
    columns: stanceColumns(db),
    events: eventStore(db),
    coders: coderStore(db),
    proposals: proposalStore(db),
    keys: keyStore(db),
    dataset,
    positions: positionStore(db),
    narrow: narrowReader(db),
    /** The stances in memory, where somebody has asked for it to be built. */
    projection: projectionStore(db, dataset.revision),
    search: searchStore(db, dataset.revision),
    counts: (request: Parameters<typeof stanceCounts>[1]) => stanceCounts(db, request),
    verify: (onProgress?: (done: number, total: number) => void) =>
      guarded(() => verify(db, onProgress), path),
    /** What the file is, for those who look after it. */
    about: () => aboutOf(db),
    /** Copies the whole graph into a new file while others go on reading and writing. */
    backup: (file: string) =>
      db.backup(file).catch((error: unknown) =>
        guarded(() => {
          throw error;
        }, file),
      ),
    /** How long a change waits, in milliseconds, while another program writes. Reading waits for the change. */
    waitAtMost: (milliseconds: number) => void db.pragma(`busy_timeout = ${milliseconds}`),
    close: () => {
      if (db.open) db.close();
    },
  };
}

function requireCurrent(db: Sqlite, path: string): void {
  if (checkVersion(db, path) < latestVersion()) {
    throw new StanceGraphError(
      "unavailable",
      `${path} is of an older stancegraph; open it once for writing to bring it up to date.`,
    );
  }
}

/** Gives a new graph its identity. Looked for first: writing would wait for whoever writes now. */
function found(db: Sqlite, clock: () => Date): void {
  if (db.prepare("select 1 from dataset").get() !== undefined) return;
  db.prepare(`
    insert into dataset (key, id, title, changed_at) values (1, :id, 'Untitled stance graph', :at) on conflict do nothing
  `).run({ id: randomUUID(), at: clock().toISOString() });
}
