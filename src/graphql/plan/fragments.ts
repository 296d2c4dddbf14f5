import { perRevision } from "../per-revision.ts";
import { isNameable, type Name, textTable } from "./text-table.ts";

/** What things of the graph look like as JSON, by their keys or ids: one such map for each plan of showing them. */
export interface FragmentMap {
  readonly get: (name: Name) => string | undefined;
  readonly set: (name: Name, text: string) => void;
}

export interface Fragments {
  readonly of: (plan: object) => FragmentMap;
}

/** Of the texts kept for one graph: at most twice this. */
const maxBytes = 2 ** 25;
/** Longer texts would push out a thousand others: those of whole documents. */
const maxLength = 100_000;

/** The fragments of a graph as it is now: those of an earlier revision are forgotten. */
export const fragmentsOf = perRevision(() => newFragments(maxBytes));

/** Kept in two generations: when the young one is full, the old one goes, and what is asked for again stays. */
export function newFragments(bytes: number): Fragments {
  const maps = new WeakMap<object, FragmentMap>();
  let plans = 0;
  let young = textTable(bytes);
  let old = textTable(bytes);

  function newMap(plan: object): FragmentMap {
    const number = plans;
    plans += 1;
    const map: FragmentMap = {
      get(name) {
        const text = young.get(number, name);
        if (text !== undefined) return text;
        const older = old.get(number, name);
        if (older !== undefined) keep(number, name, older);
        return older;
      },
      set(name, text) {
        if (text.length <= maxLength && isNameable(name)) keep(number, name, text);
      },
    };
    maps.set(plan, map);
    return map;
  }

  function keep(plan: number, name: Name, text: string): void {
    if (young.set(plan, name, text)) return;
    [young, old] = [textTable(bytes), young];
    young.set(plan, name, text);
  }

  return { of: (plan) => maps.get(plan) ?? newMap(plan) };
}
