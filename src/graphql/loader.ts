/**
 * Loads things by id within one request. Ids hinted at are fetched in one statement together with the first that is
 * needed, so that a page of fifty is one query, and what nobody asks for is not fetched.
 */
export interface Loader<K extends string, V> {
  /** Says that these will likely be asked for. */
  readonly hint: (ids: Iterable<K | null>) => void;
  /** The thing; undefined when there is none. */
  readonly get: (id: K) => V | undefined;
  /** Keeps what is there already. */
  readonly keep: (id: K, value: V) => void;
  readonly clear: () => void;
}

/** `fetch` gives what it finds by id; `onLoad` hints at what comes with it. */
export function loaderOf<K extends string, V>(
  fetch: (ids: readonly K[]) => Iterable<readonly [K, V]>,
  onLoad: (value: V) => void = () => {},
): Loader<K, V> {
  const loaded = new Map<K, V | undefined>();
  const hinted = new Set<K>();

  function load(id: K): void {
    hinted.add(id);
    const ids = [...hinted];
    hinted.clear();
    for (const each of ids) loaded.set(each, undefined);
    for (const [key, value] of fetch(ids)) keep(key, value);
  }

  function keep(id: K, value: V): void {
    loaded.set(id, value);
    onLoad(value);
  }

  return {
    hint(ids) {
      for (const id of ids) if (id !== null && !loaded.has(id)) hinted.add(id);
    },
    get(id) {
      if (!loaded.has(id)) load(id);
      return loaded.get(id);
    },
    keep,
    clear() {
      loaded.clear();
      hinted.clear();
    },
  };
}
