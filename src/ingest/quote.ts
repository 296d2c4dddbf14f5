import { StanceGraphError } from "../domain/error.ts";
import { type Alignment, type AlignmentMethod, align } from "./alignment/align.ts";
import type { Place } from "./alignment/place.ts";

export interface SoughtQuote {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** A quote whose place is known, as programs give it. */
interface PlacedQuote {
  readonly start: number;
  readonly end: number;
  readonly exact?: string | undefined;
}

/** Where a quote stands in a text, to the letter. Not found, and found more than once, are errors that say what to do. */
export function locate(text: string, quote: SoughtQuote | PlacedQuote): Place {
  return "start" in quote ? checkedPlace(text, quote) : found(text, quote);
}

/** How quotes that are not in a text to the letter were found there nevertheless. */
export type Licence = Exclude<AlignmentMethod, "EXACT">;

/**
 * Where a quote stands in a text though it differs in marks, spaces, case, what it leaves out, or few words: the text's own
 * words count. Null when there is nothing to allow for: the quote is there to the letter, or its place is told.
 */
export function aligned(
  text: string,
  quote: SoughtQuote | PlacedQuote,
): { readonly licence: Licence; readonly places: readonly Place[] } | null {
  if ("start" in quote || text.includes(quote.exact)) return null;
  const found = align(text, quote.exact);
  if (found.method === "EXACT") return null;
  if (found.method !== null) return { licence: found.method, places: found.places };
  throw new StanceGraphError("invalid", refusalOf(text, quote.exact, found), ["quote"]);
}

function refusalOf(
  text: string,
  quote: string,
  found: Exclude<Alignment, { method: AlignmentMethod }>,
): string {
  const said = `The quote "${shortened(quote)}" is not in the document`;
  if (found.reason === "ABSENT") return notFound(text, quote, false);
  const shown = found.places.map(({ start, end }) => `"${shortened(text.slice(start, end))}"`).join(" and ");
  return found.reason === "AMBIGUOUS"
    ? `${said} to the letter, and what it may be is there more than once: ${shown}. Copy it from the text.`
    : `${said}. The nearest is ${shown}; what differs is ${turns[found.turn]}, so it is not taken for the same. Copy it from the text.`;
}

const turns = {
  negation: "a negation",
  modal: "a word like may or must",
  number: "a number",
  name: "a name",
  opposite: "a word that may say the opposite",
} as const;

function checkedPlace(text: string, { start, end, exact }: PlacedQuote): Place {
  if (start >= end || end > text.length) {
    throw new StanceGraphError(
      "invalid",
      `The place ${start} to ${end} is not in the text, which has ${text.length} characters; correct it.`,
      ["quote"],
    );
  }
  if (exact === undefined || text.slice(start, end) === exact) return { start, end };
  throw new StanceGraphError(
    "invalid",
    `At ${start} stands "${shortened(text.slice(start, end))}", not the quote "${shortened(exact)}"; correct either.`,
    ["quote"],
  );
}

function found(text: string, { exact, prefix = "", suffix = "" }: SoughtQuote): Place {
  const places = occurrences(text, exact).filter(
    ({ start, end }) => endsBefore(text, start, prefix) && startsAfter(text, end, suffix),
  );
  const [only, ...others] = places;
  if (only === undefined)
    throw new StanceGraphError("invalid", notFound(text, exact, prefix + suffix !== ""), ["quote"]);
  if (others.length > 0) {
    const shown = places.slice(0, shownPlaces).map((place) => contextOf(text, place));
    throw new StanceGraphError(
      "invalid",
      `The quote occurs ${places.length} times; tell which by what stands beside it, as in one of: ${shown.join(", ")}.`,
      ["quote"],
    );
  }
  return only;
}

const shownPlaces = 5;

/** `prefix "said "`, or at the very start of a text the suffix. */
function contextOf(text: string, { start, end }: Place): string {
  return start === 0
    ? `suffix ${JSON.stringify(text.slice(end, end + 16))}`
    : `prefix ${JSON.stringify(text.slice(Math.max(0, start - 16), start))}`;
}

/** The passage of a text that shares most words with a quote; null when it shares too few to be of use. */
function closestPassage(text: string, quote: string): string | null {
  const sought = words(quote).map(({ word }) => word);
  const found = words(text);
  if (sought.length === 0 || found.length === 0) return null;
  const wanted = new Map<string, number>();
  for (const word of sought) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  const span = Math.min(sought.length, found.length);
  let shared = 0;
  let best = { shared: 0, index: 0 };
  const take = (word: string, by: 1 | -1) => {
    const left = wanted.get(word);
    if (left === undefined) return;
    if (by === 1 ? left > 0 : left >= 0) shared += by;
    wanted.set(word, left - by);
  };
  for (const [index, { word }] of found.entries()) {
    take(word, 1);
    const gone = found[index - span];
    if (gone !== undefined) take(gone.word, -1);
    if (shared > best.shared) best = { shared, index: Math.max(0, index - span + 1) };
  }
  const first = found[best.index];
  const last = found[Math.min(best.index + span, found.length) - 1];
  if (best.shared * 3 < sought.length || first === undefined || last === undefined) return null;
  return text.slice(first.start, last.end);
}

function occurrences(text: string, exact: string): readonly Place[] {
  const places: Place[] = [];
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    places.push({ start, end: start + exact.length });
  }
  return places;
}

function endsBefore(text: string, start: number, prefix: string): boolean {
  return text.startsWith(prefix, start - prefix.length) && start >= prefix.length;
}

function startsAfter(text: string, end: number, suffix: string): boolean {
  return text.startsWith(suffix, end);
}

function notFound(text: string, exact: string, hasContext: boolean): string {
  const closest = text.includes(exact) && hasContext ? null : closestPassage(text, exact);
  const said = `The quote "${shortened(exact)}" is not in the document${hasContext && text.includes(exact) ? " with that prefix and suffix" : ""}.`;
  if (closest === null) return `${said} Copy it from the text letter by letter.`;
  return `${said} The closest passage is "${shortened(closest)}".`;
}

function shortened(quote: string): string {
  return quote.length > 200 ? `${quote.slice(0, 197)}…` : quote;
}

function words(
  text: string,
): readonly { readonly word: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
