import { narrow } from "../store/narrow.ts";
import type { Store } from "../store/open.ts";
import { actorTable, issueTable } from "../store/tables.ts";

const reads = {
  actor: narrow(actorTable, "id", ["name"]),
  issue: narrow(issueTable, "id", ["label"]),
} as const;

interface Names {
  readonly revision: number;
  readonly actor: Map<string, string>;
  readonly issue: Map<string, string>;
}

const kept = new WeakMap<Store, Names>();

/** The names of actors or the labels of issues, by id: read once a revision, those asked for together in one statement. */
export function namesOf(
  store: Store,
  kind: keyof typeof reads,
  ids: Iterable<string>,
): ReadonlyMap<string, string> {
  const names = namesIn(store)[kind];
  const missing = [...new Set(ids)].filter((id) => !names.has(id));
  if (missing.length > 0) {
    for (const [id, name] of store.narrow(reads[kind], missing)) names.set(id as string, name as string);
  }
  return names;
}

/** The name of an actor or the label of an issue that is there. */
export function nameOf(store: Store, kind: keyof typeof reads, id: string): string {
  return namesOf(store, kind, [id]).get(id) as string;
}

function namesIn(store: Store): Names {
  const revision = store.dataset.revision();
  const known = kept.get(store);
  if (known?.revision === revision) return known;
  const names: Names = { revision, actor: new Map(), issue: new Map() };
  kept.set(store, names);
  return names;
}
