import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../store/open.ts";

/** News of changes to a graph, whoever made them. */
export interface Feed {
  /** The revisions of the graph from now on, as they come; ends when the feed is closed or the reader stops. */
  readonly revisions: () => AsyncGenerator<number, void, void>;
  /** Ends every reader's news. */
  readonly close: () => void;
}

export interface FeedOptions {
  readonly store: Store;
  /** How often the store is looked at, in milliseconds; a change is told this late at most. */
  readonly intervalMs: number;
}

/** Watches the revision in the store itself, so that changes by other programs count too. */
export function feedOf({ store, intervalMs }: FeedOptions): Feed {
  const closing = new AbortController();
  const { signal } = closing;

  async function* revisionsAfter(start: number): AsyncGenerator<number, void, void> {
    let last = start;
    while (await isOpenAfter(intervalMs, signal)) {
      const revision = store.dataset.revision();
      if (revision === last) continue;
      last = revision;
      yield revision;
    }
  }

  return {
    revisions: () => revisionsAfter(store.dataset.revision()),
    close: () => closing.abort(),
  };
}

/** Waits, and says whether the feed is still open; does not keep the program running. */
async function isOpenAfter(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  try {
    await sleep(milliseconds, undefined, { signal, ref: false });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
