import { StanceGraphError } from "../domain/error.ts";
import { openStore, type Store } from "../store/open.ts";
import { guarded } from "../store/sqlite.ts";
import type { Effects } from "./effects.ts";
import { pathOf } from "./flags.ts";

/** Opens the database for a piece of work and closes it afterwards, come what may. */
export async function withStore<T>(
  db: string,
  effects: Effects,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  return done(openStore({ path: pathOf(effects, db), clock: effects.clock }), work);
}

/** The same for work that only reads, also where the database may not be written. */
export async function withReading<T>(
  db: string,
  effects: Effects,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  return done(openForReading(db, effects), work);
}

async function done<T>(store: Store, work: (store: Store) => T | Promise<T>): Promise<T> {
  try {
    return await work(store);
  } catch (error) {
    throw inPlainWords(error, store.path);
  } finally {
    store.close();
  }
}

/** What SQLite says of the file or the disk, at whatever moment, as a sentence with a remedy. */
export function inPlainWords(error: unknown, path: string): unknown {
  try {
    return guarded((): never => {
      throw error;
    }, path);
  } catch (translated) {
    return translated;
  }
}

/** Opens it for reading only where it may not be written: a graph that others keep can still be asked. */
export function openForReading(db: string, effects: Effects): Store {
  const path = pathOf(effects, db);
  try {
    return openStore({ path, clock: effects.clock });
  } catch (error) {
    if (!(error instanceof StanceGraphError && error.code === "unavailable")) throw error;
    return openStore({ path, clock: effects.clock, readOnly: true });
  }
}
