import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Registry } from "prom-client";
import { StanceGraphError } from "../domain/error.ts";
import type { Store } from "../store/open.ts";
import { appOf } from "./app.ts";
import { batchedLog } from "./batched-log.ts";
import { computePool } from "./compute-pool.ts";
import { listenerOf } from "./listener.ts";
import { type LogDestination, logTo } from "./log.ts";
import { loadProjection, project } from "./projecting.ts";
import { defaultSettings, type Settings } from "./settings.ts";

export interface ServerOptions {
  readonly store: Store;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly settings?: Partial<Settings>;
  readonly clock: () => Date;
  /** One JSON object a line; several lines at a time. */
  readonly log: LogDestination;
  readonly version: string;
  /** Makes ids of requests. */
  readonly newId?: () => string;
  /** Where the metrics are kept. */
  readonly registry?: Registry;
  /** Tells the metrics of all processes, where several serve together. */
  readonly gather?: () => Promise<string>;
  /** Told when the stances are held in memory, or cannot be: the slow answers of the start are over. */
  readonly onProjected?: () => void;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new connections, answers what is under way, ends streams of events; done when all is quiet. */
  readonly close: () => Promise<void>;
}

/** Serves a graph over HTTP. Done when it listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, host, port, clock, version, newId = randomUUID, registry = new Registry() } = options;
  const settings = { ...defaultSettings, ...options.settings };
  const lines = batchedLog(options.log);
  const log = logTo(lines, clock);
  store.waitAtMost(settings.busyMs);
  const closing = new AbortController();
  const { computeThreads: threads, computeMs: deadlineMs, computeQueue: queue } = settings;
  const pool = computePool({ threads, deadlineMs, queue });
  const app = appOf({ store, settings, log, registry, gather: options.gather, newId, version, pool });
  const server = createServer(nodeSettings(settings), listenerOf(app, closing.signal));
  server.setTimeout(settings.idleMs);
  const isProjected = loadProjection(store, log);
  const address = await listening(server, host, port);
  const projected = isProjected ? Promise.resolve() : project(store, log, closing.signal);
  void projected.then(options.onProjected);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    async close() {
      closing.abort();
      await closed(server, settings.closeMs);
      await pool.close();
      lines.flush();
    },
  };
}

/** Bounds on how slowly a request may come, so that a few slow callers cannot occupy the server. */
function nodeSettings({ headersMs, requestMs, keepAliveMs }: Settings) {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: Math.min(1_000, headersMs),
  };
}

function listening(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(meaningOf(error, host, port)));
    server.listen({ host, port }, () => resolve(server.address() as AddressInfo));
  });
}

function meaningOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const unavailable = (message: string) => new StanceGraphError("unavailable", message);
  switch (error.code) {
    case "EADDRINUSE":
      return unavailable(
        `Port ${port} of ${host} is taken by another program; end that one, or choose another with --port.`,
      );
    case "EACCES":
      return unavailable(
        `Port ${port} needs more rights than this program has; choose one above 1023 with --port.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return unavailable(`${host} is no address of this machine; choose another with --host.`);
    default:
      return error;
  }
}

/** Waits for what is under way; what takes longer than allowed is cut. */
function closed(server: Server, closeMs: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const last = setTimeout(() => server.closeAllConnections(), closeMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(last);
      resolve();
    });
  });
}
