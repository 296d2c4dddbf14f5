import type { Registry } from "prom-client";
import { type RunningServer, startServer } from "../http/server.ts";
import type { Settings } from "../http/settings.ts";
import type { Store } from "../store/open.ts";
import { compileSooner } from "./compile.ts";
import { shrinkHeap, tendHeap } from "./heap.ts";

/** What is served, where and to whom, as plain values, which can be sent to another process. */
export interface Serving {
  /** The database. */
  readonly path: string;
  readonly host: string;
  readonly port: number;
  readonly readAccess: Settings["readAccess"];
  /** Write a line a request. */
  readonly isLogged: boolean;
  readonly version: string;
}

/** What a process that serves has of its own. */
export interface Means {
  readonly store: Store;
  readonly clock: () => Date;
  /** Takes lines of the log. */
  readonly write: (line: string) => void;
  /** Where the metrics are kept, and how those of all processes are gathered, where several serve together. */
  readonly registry?: Registry;
  readonly gather?: () => Promise<string>;
}

/** Serves in this process; done when it listens. */
export function serveHere(serving: Serving, { write, ...means }: Means): Promise<RunningServer> {
  const { host, port, readAccess, isLogged, version } = serving;
  const log = { write: (line: string) => void (isLogged && write(line)) };
  tendHeap();
  compileSooner();
  const onProjected = () => void setTimeout(shrinkHeap, quietMs).unref();
  return startServer({ ...means, host, port, version, settings: { readAccess }, log, onProjected });
}

/** From when the stances are held in memory until what was answered without them is out of the way. */
const quietMs = 5_000;
