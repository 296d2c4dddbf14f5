import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { programAt } from "../domain/program.ts";
import type { Store } from "../store/open.ts";
import type { SavedProjection } from "../store/projection-rows.ts";
import type { Log } from "./log.ts";

/** So many stances are read within the time that a thread takes to start. */
const few = 20_000;

/** Takes over the projection that an earlier start has saved, if there is one; half a second for a million. */
export function loadProjection(store: Store, log: Log): boolean {
  const startedAt = performance.now();
  const isLoaded = store.path !== ":memory:" && store.projection.load();
  if (isLoaded)
    log.debug({ milliseconds: millisecondsSince(startedAt) }, "stances are held in memory, as saved");
  return isLoaded;
}

/**
 * Builds the projection of the stances; that of more than a few beside the answering of requests, of which those that
 * would go through all stances wait for it.
 */
export function project(store: Store, log: Log, closing: AbortSignal, atOnce: number = few): Promise<void> {
  const building = built(store, log, closing, atOnce);
  store.projection.expect(building);
  return building;
}

async function built(store: Store, log: Log, closing: AbortSignal, atOnce: number): Promise<void> {
  const startedAt = performance.now();
  try {
    await nextTurn();
    if (closing.aborted) return;
    if (store.path === ":memory:" || store.projection.size() <= atOnce) store.projection.build();
    else {
      const { built: projection, unsaved } = await builtByThread(store.path, closing);
      store.projection.take(projection);
      if (unsaved !== null)
        log.info({ unsaved }, "what is held in memory is not saved; a start builds it anew");
    }
    log.debug({ milliseconds: millisecondsSince(startedAt) }, "stances are held in memory");
  } catch (err) {
    // The tables answer all the same.
    if (!closing.aborted) log.error({ err }, "stances cannot be held in memory");
  }
}

/** By a thread of its own, whose memory goes with it. It ends when the server closes. */
async function builtByThread(path: string, closing: AbortSignal): Promise<SavedProjection> {
  const thread = new Worker(programAt("http/projection-worker"), { workerData: path });
  const end = () => void thread.terminate();
  closing.addEventListener("abort", end);
  try {
    const [saved] = await once(thread, "message", { signal: closing });
    return saved as SavedProjection;
  } finally {
    closing.removeEventListener("abort", end);
  }
}

function millisecondsSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
