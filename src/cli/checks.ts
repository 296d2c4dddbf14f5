import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { StanceGraphError } from "../domain/error.ts";
import { openStore, type Store } from "../store/open.ts";
import { counted, countsInWords } from "./counts.ts";
import { grouped } from "./progress.ts";

/** What is looked at. */
export interface Place {
  readonly path: string;
  readonly port: number;
  /** The version of Node that runs. */
  readonly node: string;
  readonly clock: () => Date;
}

export interface Finding {
  readonly result: "ok" | "warn" | "fail";
  readonly found: string;
  readonly remedy?: string;
}

export interface Check {
  readonly name: string;
  readonly look: (place: Place) => Finding | Promise<Finding>;
}

const ok = (found: string): Finding => ({ result: "ok", found });
const warn = (found: string, remedy: string): Finding => ({ result: "warn", found, remedy });
const fail = (found: string, remedy: string): Finding => ({ result: "fail", found, remedy });

/** Megabytes free below which writing is at risk, and below which it will fail soon. */
const space = { warn: 500, fail: 20 };

export const checks: readonly Check[] = [
  { name: "Node", look: nodeVersion },
  { name: "SQLite", look: sqlite },
  { name: "folder", look: folder },
  { name: "disk", look: disk },
  { name: "database", look: database },
  { name: "log", look: log },
  { name: "integrity", look: integrity },
  { name: "port", look: port },
];

function nodeVersion({ node }: Place): Finding {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return ok(node);
  return fail(node, "Use Node 22.18 or later; `npm ci` in the repository brings one.");
}

function sqlite({ clock }: Place): Finding {
  const store = openStore({ path: ":memory:", clock });
  const { sqlite: version } = store.about();
  store.close();
  return ok(version);
}

function folder({ path }: Place): Finding {
  const name = dirname(path);
  if (!existsSync(name)) return fail(`${name} does not exist`, "Make it, or name another place with --db.");
  if (isWritable(name)) return ok(`${name} is writable`);
  return fail(
    `${name} is not writable`,
    "SQLite keeps its log beside the database: make the folder writable.",
  );
}

function disk({ path }: Place): Finding {
  if (!existsSync(dirname(path))) return warn("unknown", "Make the folder first.");
  const { bavail, bsize } = statfsSync(dirname(path));
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  const found = `${grouped(free)} MB free`;
  if (free < space.fail) return fail(found, "Free some space; nothing can be written soon.");
  return free < space.warn ? warn(found, "Free some space before a large import.") : ok(found);
}

function database({ path, clock }: Place): Finding {
  if (!existsSync(path))
    return warn(`${path} does not exist`, "Make it with `stancegraph init`, or `npm start`.");
  if (!isWritable(path)) return warn(`${path} is read-only`, "It can be asked; make it writable to import.");
  return withOpened(path, clock, (store) => ok(`${countsInWords(store)}, version ${store.about().version}`));
}

function log({ path, clock }: Place): Finding {
  if (!existsSync(path)) return ok("none yet");
  return withOpened(path, clock, (store) => {
    const { journal } = store.about();
    const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (journal !== "wal")
      return warn(`journal mode ${journal}`, "Readers wait for writers; put it on a disk that allows WAL.");
    if (size > 256 * 1024 * 1024)
      return warn(`${grouped(size)} bytes`, "A reader stays open; restart the server.");
    return ok("WAL: reading goes on while writing");
  });
}

function integrity({ path, clock }: Place): Finding {
  if (!existsSync(path)) return ok("nothing to prove yet");
  return withOpened(path, clock, (store) => {
    const { faults, quotes } = store.verify();
    if (faults.length === 0) return ok(`${counted(quotes, "quote")} proved against the texts`);
    return fail(counted(faults.length, "fault"), "See them with `stancegraph verify`; restore a backup.");
  });
}

async function port({ port: number }: Place): Promise<Finding> {
  const trouble = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(number, "127.0.0.1", () => server.close(() => resolve(null)));
  });
  if (trouble === null) return ok(`${number} is free`);
  if (trouble === "EADDRINUSE")
    return warn(`${number} is taken`, "Something serves there already; choose another with --port.");
  return warn(`${number} cannot be used (${trouble})`, "Choose a port above 1024 with --port.");
}

/** A database that cannot be opened is itself the finding. */
function withOpened(path: string, clock: Place["clock"], look: (store: Store) => Finding): Finding {
  let store: Store | null = null;
  try {
    store = openStore({ path, clock });
    return look(store);
  } catch (error) {
    if (!(error instanceof StanceGraphError)) throw error;
    return fail(error.message, "See `stancegraph --help` for backup and restore.");
  } finally {
    store?.close();
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
