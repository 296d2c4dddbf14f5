import { askedBefore } from "../asked-before.ts";
import { perRevision } from "../per-revision.ts";
import { hashOf, isNameable, type Name, textTable } from "./text-table.ts";

/** What things of the graph look like as JSON, by their keys or ids: one such map for each plan of showing them. */
export interface FragmentMap {
  readonly get: (name: Name) => string | undefined;
  /** Of one name it is always the same text, as long as the fragments are of one revision. */
  readonly set: (name: Name, text: string) => void;
}

export interface Fragments {
  readonly of: (plan: object) => FragmentMap;
  /** Of what many others lead to, in a room of its own: each of those others would push it out, and is needed less often. */
  readonly ofShared: (plan: object) => FragmentMap;
}

/** Of the texts kept for one graph: of things, and of those that others lead to. */
const maxBytes = 36 * 2 ** 20;
const maxSharedBytes = 26 * 2 ** 20;
/** Longer texts would push out a thousand others: those of whole documents. */
const maxLength = 100_000;

/** The fragments of a graph as it is now: those of an earlier revision are forgotten. */
export const fragmentsOf = perRevision(
  (): Fragments => ({ of: fragmentMaps(maxBytes), ofShared: fragmentMaps(maxSharedBytes) }),
);

/** Of names asked for lately: where there are more texts than room, one is kept when it is asked for again. */
const recent = 2 ** 16;

/** Once there is no room, a text must be asked for twice within a while: what is needed once would push out what is needed often. */
export function fragmentMaps(bytes: number): (plan: object) => FragmentMap {
  const maps = new WeakMap<object, FragmentMap>();
  const texts = textTable(bytes);
  const isAskedAgain = askedBefore(recent);
  let plans = 0;

  function newMap(plan: object): FragmentMap {
    const number = plans;
    plans += 1;
    const map: FragmentMap = {
      get: (name) => texts.get(number, name),
      set(name, text) {
        if (text.length > maxLength || !isNameable(name)) return;
        if (!texts.isFull() || isAskedAgain(hashOf(number, name))) texts.set(number, name, text);
      },
    };
    maps.set(plan, map);
    return map;
  }

  return (plan) => maps.get(plan) ?? newMap(plan);
}
