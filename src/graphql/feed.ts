import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../store/open.ts";

/** News of changes to a graph, whoever made them. */
export interface Feed {
  /**
   * What is told of each change from now on, as it comes. Ends when the feed is closed, and at once when the reader
   * stops, even while waiting.
   */
  readonly news: <T>(tell: (revision: number) => Iterable<T>) => AsyncIterableIterator<T>;
  /** Ends every reader's news. */
  readonly close: () => void;
}

export interface FeedOptions {
  readonly store: Pick<Store, "dataset">;
  /** How often the store is looked at, in milliseconds; a change is told this late at most. */
  readonly intervalMs: number;
  /** Whether a reader may still be told; asked before each piece of news. A reader who may not has none any more. */
  readonly mayTell?: () => boolean;
}

/** Watches the revision in the store itself, so that changes by other programs count too. */
export function feedOf({ store, intervalMs, mayTell = () => true }: FeedOptions): Feed {
  const closing = new AbortController();
  const end = { done: true, value: undefined } as const;
  return {
    close: () => closing.abort(),
    news<T>(tell: (revision: number) => Iterable<T>) {
      const stopping = new AbortController();
      const signal = AbortSignal.any([closing.signal, stopping.signal]);
      let last = store.dataset.revision();
      let told: Iterator<T> = [][Symbol.iterator]();
      return {
        async next() {
          for (;;) {
            const next = told.next();
            if (!next.done) return next;
            if (!(await isOpenAfter(intervalMs, signal))) return end;
            const revision = store.dataset.revision();
            if (revision !== last && !mayTell()) return end;
            if (revision !== last) told = tell(revision)[Symbol.iterator]();
            last = revision;
          }
        },
        async return() {
          stopping.abort();
          told.return?.();
          return end;
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
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
