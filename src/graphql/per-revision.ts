import type { Store } from "../store/open.ts";

/** Something that holds as long as a graph stays the same: made anew once it has changed, whoever changed it. */
export function perRevision<T>(make: () => T): (store: Store) => T {
  const known = new WeakMap<Store, { readonly revision: number; readonly thing: T }>();
  return (store) => {
    const revision = store.dataset.revision();
    const last = known.get(store);
    if (last?.revision === revision) return last.thing;
    const thing = make();
    known.set(store, { revision, thing });
    return thing;
  };
}
