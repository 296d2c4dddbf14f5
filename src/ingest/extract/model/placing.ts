import { type AlignmentMethod, align } from "../../alignment/align.ts";
import type { Place } from "../../alignment/place.ts";

export interface Placed {
  readonly places: readonly Place[];
  readonly method: AlignmentMethod;
}

/**
 * Where a quote that a model tells stands in the document: in the sentences it names, else anywhere in those it was shown.
 * A sentence where there is none, as when what differs may turn what is said.
 */
export function placeQuote(text: string, quote: string, passages: readonly Place[]): Placed | string {
  let refusal = "The quote is not in the text; it is invented.";
  for (const passage of passages) {
    const found = align(text.slice(passage.start, passage.end), quote);
    if (found.method !== null)
      return { method: found.method, places: found.places.map((place) => moved(place, passage.start)) };
    if (found.reason === "TURNED") {
      const [place] = found.places;
      const words = place && text.slice(passage.start + place.start, passage.start + place.end);
      return `The quote differs from the text by a ${found.turn}: it has "${words}".`;
    }
    if (found.reason === "AMBIGUOUS")
      refusal = "The quote stands there more than once, so its place is not known.";
  }
  return refusal;
}

/** Where some words of a passage stand, to the letter or but for case and marks; null where they do not. */
export function placeWords(text: string, words: string, passage: Place): Place | null {
  const found = align(text.slice(passage.start, passage.end), words);
  const isSame = found.method === "EXACT" || found.method === "NORMALIZED";
  const [first] = isSame || (found.method === null && found.reason === "AMBIGUOUS") ? found.places : [];
  return first === undefined ? null : moved(first, passage.start);
}

function moved({ start, end }: Place, by: number): Place {
  return { start: start + by, end: end + by };
}
