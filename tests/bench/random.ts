export type Random = () => number;

/** A number in [0, 1) from a seed, the same on every machine (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to below a count, each as likely as the others. */
export function below(next: Random, count: number): number {
  return Math.floor(next() * count);
}

/** A whole number from 0 to below a count by Zipf's law: the first is about twice as likely as the second. */
export function zipf(next: Random, count: number): number {
  return Math.min(count - 1, Math.floor(count ** next()) - 1 + below(next, 2));
}

/** One of a list, which may not be empty. */
export function oneOf<T>(next: Random, items: readonly T[]): T {
  return items[below(next, items.length)] as T;
}

/** A day from the first one given on, ISO 8601. */
export function dayAfter(year: number, days: number): string {
  return new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);
}
