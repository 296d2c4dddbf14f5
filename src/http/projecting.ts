import { setImmediate as nextTurn } from "node:timers/promises";
import type { Store } from "../store/open.ts";
import type { Log } from "./log.ts";

/** Builds the projection of the stances beside the answering of requests, until it is there or the server closes. */
export async function project(store: Store, log: Log, closing: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  try {
    await nextTurn();
    if (closing.aborted) return;
    await store.projection.buildInTurns(async () => {
      await nextTurn();
      return !closing.aborted;
    });
    if (closing.aborted) return;
    log.debug({ milliseconds: Math.round(performance.now() - startedAt) }, "stances are held in memory");
  } catch (err) {
    // The tables answer all the same.
    log.error({ err }, "stances cannot be held in memory");
  }
}
