import { nearest } from "./approximate.ts";
import type { Turn } from "./guard.ts";
import { type Normalized, normalized } from "./normalized.ts";
import type { Place } from "./place.ts";
import { wordsOf } from "./words.ts";

/** How a quote was found: to the letter; but for marks, spaces and case; in parts around what it leaves out; but for few words. */
export type AlignmentMethod = "EXACT" | "NORMALIZED" | "ELLIPSIS" | "APPROXIMATE";

export type Alignment =
  | { readonly method: AlignmentMethod; readonly places: readonly Place[] }
  /** It stands there several times. */
  | { readonly method: null; readonly reason: "AMBIGUOUS"; readonly places: readonly Place[] }
  /** Something near stands there, but what differs may turn what is said. */
  | {
      readonly method: null;
      readonly reason: "TURNED";
      readonly turn: Turn;
      readonly places: readonly Place[];
    }
  | { readonly method: null; readonly reason: "ABSENT" };

/** Differences are taken only in quotes of so many words, and no more of them than one in five words. */
const minWords = 4;
const differing = 0.2;
/** What differs more is not taken, but looked at to tell why. */
const lookedAt = 0.4;
/** Between the parts of a quote that leaves something out, so many units of the text at most. */
const maxGap = 2_000;

/** Finds a quote in a text. The places are of the text as it is: its own words are what counts. */
export function align(text: string, quote: string): Alignment {
  const exact = occurrences(text, quote);
  if (exact.length > 0) return one("EXACT", exact);
  const plain = normalized(text);
  const parts = quote
    .split(/\s*(?:\[\s*)?(?:\.\s?\.\s?\.+|…)(?:\s*\])?\s*/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [part] = parts;
  if (part === undefined) return { method: null, reason: "ABSENT" };
  if (parts.length > 1) return inParts(text, plain, quote, parts);
  const same = plainOccurrences(plain, part);
  return same.length > 0 ? one("NORMALIZED", same) : near(text, part);
}

function one(method: AlignmentMethod, places: readonly Place[]): Alignment {
  return places.length === 1 ? { method, places } : { method: null, reason: "AMBIGUOUS", places };
}

function occurrences(text: string, quote: string): readonly Place[] {
  const places: Place[] = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1))
    places.push({ start, end: start + quote.length });
  return places;
}

/** Where a quote stands but for marks, spaces and case; the marks around it need not be there. */
function plainOccurrences({ text, starts, ends }: Normalized, quote: string): readonly Place[] {
  const whole = normalized(quote).text.trim();
  for (const sought of [whole, whole.replace(/^['\s]+|['\s.,;:!?]+$/gu, "")]) {
    if (sought === "") continue;
    const found = occurrences(text, sought);
    if (found.length > 0)
      return found.map(({ start, end }) => ({
        start: starts[start] as number,
        end: ends[end - 1] as number,
      }));
  }
  return [];
}

/** Each part in its order: where they stand closest together, no further apart than a reader would leave out. */
function inParts(text: string, plain: Normalized, quote: string, parts: readonly string[]): Alignment {
  const [firsts = [], ...others] = parts.map((part) => plainOccurrences(plain, part));
  const found = firsts.flatMap((first) => {
    const places = [first];
    for (const occurrences of others) {
      const after = (places.at(-1) as Place).end;
      const next = occurrences.find(({ start }) => start >= after && start - after <= maxGap);
      if (next === undefined) return [];
      places.push(next);
    }
    return [places];
  });
  const spanOf = (places: readonly Place[]) => (places.at(-1) as Place).end - (places[0] as Place).start;
  const [best, second] = found.toSorted((a, b) => spanOf(a) - spanOf(b));
  // What stands for something left out may be the text's own, and a word may differ.
  if (best === undefined) return near(text, quote);
  if (second !== undefined && spanOf(second) === spanOf(best))
    return { method: null, reason: "AMBIGUOUS", places: [...best, ...second] };
  return { method: "ELLIPSIS", places: best };
}

function near(text: string, quote: string): Alignment {
  const [sought, words] = [wordsOf(quote), wordsOf(text)];
  if (sought.length < minWords) return { method: null, reason: "ABSENT" };
  const found = nearest(sought, words, Math.max(1, sought.length * lookedAt));
  const places = found.map(({ first, last }) => ({
    start: words[first]?.start as number,
    end: words[last]?.end as number,
  }));
  const [best] = found;
  if (best === undefined) return { method: null, reason: "ABSENT" };
  if (best.cost > Math.max(1, sought.length * differing) && best.turn === null)
    return { method: null, reason: "ABSENT" };
  if (places.length > 1) return { method: null, reason: "AMBIGUOUS", places };
  if (best.turn !== null) return { method: null, reason: "TURNED", turn: best.turn, places };
  return { method: "APPROXIMATE", places };
}
