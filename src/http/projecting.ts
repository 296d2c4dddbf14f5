import { setImmediate as nextTurn } from "node:timers/promises";
import type { Store } from "../store/open.ts";
import type { Log } from "./log.ts";

/** Milliseconds that building may keep requests waiting at a time. */
const maxTurnMs = 200;

/** Builds the projection of the stances beside the answering of requests, until it is there or the server closes. */
export async function project(store: Store, log: Log, closing: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  try {
    await nextTurn();
    if (closing.aborted) return;
    await store.projection.buildInTurns(turnsUntil(closing));
    if (closing.aborted) return;
    log.debug({ milliseconds: Math.round(performance.now() - startedAt) }, "stances are held in memory");
  } catch (err) {
    // The tables answer all the same.
    log.error({ err }, "stances cannot be held in memory");
  }
}

/** Works as long as requests had their turn before: those that come meanwhile are slow as long as it is not there. */
function turnsUntil(closing: AbortSignal): () => Promise<boolean> {
  let end = 0;
  return async () => {
    const start = performance.now();
    if (start < end) return true;
    await nextTurn();
    const now = performance.now();
    end = now + Math.min(now - start, maxTurnMs);
    return !closing.aborted;
  };
}
