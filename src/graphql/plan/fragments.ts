import { perRevision } from "../per-revision.ts";
import { textBytes } from "./text-bytes.ts";

/** What things of the graph look like as JSON, by their keys or ids: one such map for each plan of showing them. */
export interface FragmentMap {
  readonly get: (name: number | string) => string | undefined;
  readonly set: (name: number | string, text: string) => void;
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
  const plans = new Map<object, Kept>();
  let generation = 0;
  let young = textBytes(bytes);
  let old = textBytes(bytes);

  function newMap(plan: object): Kept {
    const kept: Kept = { generation, young: new Map(), old: new Map(), map: { get, set } };
    plans.set(plan, kept);
    return kept;

    function set(name: number | string, text: string): void {
      if (text.length > maxLength) return;
      const place = young.write(text) ?? written(text);
      age(kept, generation);
      if (place !== null) kept.young.set(name, place);
    }

    function get(name: number | string): string | undefined {
      age(kept, generation);
      const place = kept.young.get(name);
      if (place !== undefined) return young.read(place);
      const older = kept.old.get(name);
      if (older === undefined) return undefined;
      const text = old.read(older);
      set(name, text);
      return text;
    }
  }

  /** Writes what there was no room for into a new generation. */
  function written(text: string): number | null {
    generation += 1;
    [young, old] = [textBytes(bytes), young];
    for (const [plan, kept] of plans) if (generation - kept.generation > 1) plans.delete(plan);
    return young.write(text);
  }

  return { of: (plan) => (plans.get(plan) ?? newMap(plan)).map };
}

/** Where the texts of one plan are. */
interface Kept {
  /** The young one's. */
  generation: number;
  young: Map<number | string, number>;
  old: Map<number | string, number>;
  readonly map: FragmentMap;
}

/** Follows the generations that have come since it was last looked at. */
function age(kept: Kept, generation: number): void {
  if (kept.generation === generation) return;
  kept.old = generation - kept.generation === 1 ? kept.young : new Map();
  kept.young = new Map();
  kept.generation = generation;
}
