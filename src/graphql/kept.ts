import type { Context } from "./context.ts";

/** What is made once a request. */
export function kept<T>({ load }: Context, key: string, make: () => T): T {
  if (!load.kept.has(key)) load.kept.set(key, make());
  return load.kept.get(key) as T;
}
