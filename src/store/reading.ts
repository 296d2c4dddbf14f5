import type { Sqlite } from "./sqlite.ts";

/** Runs work that only reads, and returns at once, on one state of the graph, whoever changes it meanwhile. */
export type Reading = <T>(work: () => T) => T;

/** Something that is the same all through one reading, and asked for once in it. */
export type Once = <T>(ask: () => T) => () => T;

/** Its statements also share the locks that each would otherwise take and give back by itself: 7 µs a statement. */
export function readings(db: Sqlite): { readonly reading: Reading; readonly once: Once } {
  const begin = db.prepare("begin");
  const end = db.prepare("commit");
  let number = 0;
  let isReading = false;

  return {
    reading(work) {
      if (db.inTransaction) return work();
      begin.run();
      number += 1;
      isReading = true;
      try {
        return work();
      } finally {
        isReading = false;
        end.run();
      }
    },
    once(ask) {
      let known: { readonly number: number; readonly answer: ReturnType<typeof ask> } | null = null;
      return () => {
        if (!isReading) return ask();
        if (known?.number !== number) known = { number, answer: ask() };
        return known.answer;
      };
    },
  };
}
