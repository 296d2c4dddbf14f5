import type { Place } from "../alignment/place.ts";
import type { Reject } from "../formats/format.ts";
import type { SoughtQuote } from "../quote.ts";

/** A text that somebody marked in another program, in the words that such programs share. */
export interface AnnotatedText {
  /** What the program calls it: a file, or a number. */
  readonly name: string;
  /** Null: the marks are told by their words alone, and the graph has the text. */
  readonly text: string | null;
  /** What else is told of it, by the program's own names. */
  readonly about: Values;
  readonly spans: readonly Span[];
}

/** Marked words. */
export interface Span {
  /** What the program calls it, in its text. */
  readonly id: string;
  readonly label: string;
  /** In UTF-16 units of the text; several where the words lie apart, none where the whole text is meant. */
  readonly places: readonly Place[];
  /** The words with what stands around them, where the text is elsewhere. */
  readonly quotes?: readonly SoughtQuote[];
  /** What is told of it, by the program's own names; of a tie to other words, those words. */
  readonly values: Values;
  /** Who marked it; null: not told. */
  readonly coder: string | null;
}

export type Values = Readonly<Record<string, string>>;

/** A tie from one span to another. */
export interface Link {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** Each span with what it is tied to: by the tie's label the other's words, by `label.value` what is told of those. */
export function withLinks(
  text: string,
  spans: readonly Span[],
  links: readonly Link[],
): { readonly spans: readonly Span[]; readonly lost: readonly Link[] } {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const lost = links.filter(({ from, to }) => !byId.has(from) || !byId.has(to));
  const from = Map.groupBy(links, (link) => link.from);
  const linked = spans.map((span) => {
    const own = from.get(span.id);
    if (own === undefined) return span;
    const values: Record<string, string> = { ...span.values };
    for (const { label, to } of own) {
      const other = byId.get(to);
      if (other === undefined) continue;
      values[label] = wordsOf(text, other);
      for (const [name, value] of Object.entries(other.values)) values[`${label}.${name}`] = value;
    }
    return { ...span, values };
  });
  return { spans: linked, lost };
}

/** Ties to what is not marked, as rejects of a text. */
export function lostLinks(name: string, links: readonly Link[], message: string): readonly Reject[] {
  return links.map((link) => ({ field: name, message, value: link }));
}

/** The words of a span; of one whose words lie apart, all of them. */
export function wordsOf(text: string | null, { places, quotes }: Pick<Span, "places" | "quotes">): string {
  if (text === null) return (quotes ?? []).map(({ exact }) => exact).join(" … ");
  return places.map(({ start, end }) => text.slice(start, end)).join(" … ");
}

/** From offsets in code points, as Python counts, to UTF-16 units of a text. Beyond its end they stay beyond. */
export function unitsIn(text: string): (points: number) => number {
  const pairs = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }, before) => index - before);
  if (pairs.length === 0) return (points) => points;
  return (points) => points + pairs.filter((each) => each < points).length;
}
