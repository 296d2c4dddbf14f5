import type { Store } from "../../store/open.ts";

/** What rows of the graph look like as JSON, by their ids: one such map for each plan of showing them. */
export interface FragmentMap {
  readonly get: (id: string) => string | undefined;
  readonly set: (id: string, text: string) => void;
}

export interface Fragments {
  readonly of: (plan: object) => FragmentMap;
}

/** Of the texts kept for one graph, in UTF-16 code units: at most twice this. */
const maxLength = 6_000_000;
const kept = new WeakMap<Store, { readonly revision: number; readonly fragments: Fragments }>();

/** The fragments of a graph as it is now: those of an earlier revision are forgotten. */
export function fragmentsOf(store: Store): Fragments {
  const revision = store.dataset.revision();
  const known = kept.get(store);
  if (known?.revision === revision) return known.fragments;
  const fragments = newFragments();
  kept.set(store, { revision, fragments });
  return fragments;
}

/** Kept in two generations: when the young one is full, the old one goes, and what is asked for again stays. */
function newFragments(): Fragments {
  let length = 0;
  let young = new Map<object, Map<string, string>>();
  let old = new Map<object, Map<string, string>>();

  function add(plan: object, id: string, text: string): void {
    if (length > maxLength) {
      old = young;
      young = new Map();
      length = 0;
    }
    let texts = young.get(plan);
    if (texts === undefined) {
      texts = new Map();
      young.set(plan, texts);
    }
    texts.set(id, text);
    length += text.length;
  }

  return {
    of: (plan) => ({
      get(id) {
        const text = young.get(plan)?.get(id);
        if (text !== undefined) return text;
        const older = old.get(plan)?.get(id);
        if (older !== undefined) add(plan, id, older);
        return older;
      },
      set: (id, text) => add(plan, id, text),
    }),
  };
}
