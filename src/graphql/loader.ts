/**
 * Loads things by id within one request. Ids hinted at are fetched in one statement together with the first that is
 * needed, so that a page of fifty is one query, and what nobody asks for is not fetched.
 */
export interface Loader<K extends string, V> {
  /** Says that these will likely be asked for. They are gone through only when something is loaded. */
  readonly hint: (ids: Iterable<K | null>) => void;
  /** The same of one. */
  readonly hintOne: (id: K) => void;
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
  let hinted: Iterable<K | null>[] = [];
  let hintedOnes: K[] = [];

  function load(id: K): void {
    const ids = new Set<K>([id]);
    const add = (each: K | null) => {
      if (each !== null && !loaded.has(each)) ids.add(each);
    };
    for (const some of hinted) for (const each of some) add(each);
    hintedOnes.forEach(add);
    hinted = [];
    hintedOnes = [];
    for (const each of ids) loaded.set(each, undefined);
    for (const [key, value] of fetch([...ids])) keep(key, value);
  }

  function keep(id: K, value: V): void {
    loaded.set(id, value);
    onLoad(value);
  }

  return {
    hint: (ids) => void hinted.push(ids),
    hintOne: (id) => void hintedOnes.push(id),
    get(id) {
      if (!loaded.has(id)) load(id);
      return loaded.get(id);
    },
    keep,
    clear() {
      loaded.clear();
      hinted = [];
      hintedOnes = [];
    },
  };
}
