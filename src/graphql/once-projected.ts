import type { Context } from "./context.ts";

/**
 * Gives an answer that goes through all stances once they are in memory, where they are being read into it: by the tables
 * it may take a hundred times as long, and a gigabyte. At once where nobody reads them.
 */
export function onceProjected<T>({ store }: Context, answer: () => T): T | Promise<Awaited<T>> {
  const expected = store.projection.expected();
  return expected === null ? answer() : (expected.then(answer) as Promise<Awaited<T>>);
}
