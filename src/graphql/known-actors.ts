import type { Actor } from "../domain/actor.ts";
import type { ActorId } from "../domain/id.ts";
import type { Store } from "../store/open.ts";
import { perRevision } from "./per-revision.ts";

/** About ten megabytes. */
const maxKnown = 10_000;

const knownIn = perRevision(() => new Map<ActorId, Actor>());

/** The actors that ids lead to, as the store tells: each is read once a revision, those asked for together in one statement. */
export function knownActors(store: Store, ids: readonly ActorId[]): Iterable<readonly [ActorId, Actor]> {
  const known = knownIn(store);
  const missing = ids.filter((id) => !known.has(id));
  const isFull = known.size + missing.length > maxKnown;
  if (isFull) known.clear();
  if (missing.length > 0)
    for (const [id, actor] of store.actors.byIds(isFull ? ids : missing)) known.set(id, actor);
  return ids.flatMap((id) => {
    const actor = known.get(id);
    return actor === undefined ? [] : [[id, actor] as const];
  });
}
