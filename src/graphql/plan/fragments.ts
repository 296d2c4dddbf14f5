import { perRevision } from "../per-revision.ts";

/** What things of the graph look like as JSON, by their keys or ids: one such map for each plan of showing them. */
export interface FragmentMap {
  readonly get: (name: number | string) => string | undefined;
  readonly set: (name: number | string, text: string) => void;
}

export interface Fragments {
  readonly of: (plan: object) => FragmentMap;
}

/** Of the texts kept for one graph, in UTF-16 code units: at most twice this. */
const maxLength = 24_000_000;

/** The fragments of a graph as it is now: those of an earlier revision are forgotten. */
export const fragmentsOf = perRevision(newFragments);

/** Kept in two generations: when the young one is full, the old one goes, and what is asked for again stays. */
function newFragments(): Fragments {
  const plans = new Map<object, Generations>();
  let length = 0;

  function newMap(plan: object): Generations {
    const kept: Generations = { young: new Map(), old: new Map(), map: { get, set } };
    plans.set(plan, kept);
    return kept;

    function set(name: number | string, text: string): void {
      if (length > maxLength) grow();
      kept.young.set(name, inOnePiece(text));
      length += text.length;
    }

    function get(name: number | string): string | undefined {
      const text = kept.young.get(name);
      if (text !== undefined) return text;
      const older = kept.old.get(name);
      if (older !== undefined) set(name, older);
      return older;
    }
  }

  function grow(): void {
    for (const [plan, kept] of plans) {
      if (kept.young.size === 0) plans.delete(plan);
      kept.old = kept.young;
      kept.young = new Map();
    }
    length = 0;
  }

  return { of: (plan) => (plans.get(plan) ?? newMap(plan)).map };
}

/** A text put together from others stays a tree of them until something reads it; kept, it is read again and again. */
function inOnePiece(text: string): string {
  return text.charCodeAt(0) === 0 ? "" : text;
}

interface Generations {
  young: Map<number | string, string>;
  old: Map<number | string, string>;
  readonly map: FragmentMap;
}
