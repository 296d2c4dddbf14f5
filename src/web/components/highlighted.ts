import { h, type ComponentChildren as Markup } from "preact";

export interface Span {
  /** Its anchor in the page. */
  readonly id: string;
  /** A class that says what kind of span it is. */
  readonly kind: string;
  readonly start: number;
  /** Exclusive; both in UTF-16 code units. */
  readonly end: number;
}

/** A text with its spans marked; where they overlap, the mark is darker. The first piece of a span has its anchor. */
export function highlighted(text: string, spans: readonly Span[]): Markup {
  const begun = new Set<string>();
  return piecesOf(text, spans).map(({ piece, over }) => {
    const [first] = over;
    if (first === undefined) return piece;
    const own = over.find(({ id }) => !begun.has(id));
    if (own !== undefined) begun.add(own.id);
    const title = over.length > 1 ? `${over.length} quotes overlap here` : undefined;
    return h(
      "mark",
      { id: own?.id, class: `${(own ?? first).kind}${over.length > 1 ? " m2" : ""}` },
      // A link that could be dragged away could not be selected in.
      h("a", { href: `#card-${(own ?? first).id}`, title, draggable: false }, piece),
    );
  });
}

/** A text with its spans marked, and nothing more. */
export function marked(text: string, spans: readonly Omit<Span, "id" | "kind">[]): Markup {
  return piecesOf(text, spans).map(({ piece, over }) => (over.length === 0 ? piece : h("mark", null, piece)));
}

/** A text cut where its spans begin and end, each piece with the spans that it lies in. */
export function piecesOf<S extends Omit<Span, "id" | "kind">>(text: string, spans: readonly S[]) {
  const ends = spans.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([0, text.length, ...ends])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] as number;
    return {
      end,
      piece: text.slice(start, end),
      over: spans.filter((span) => span.start < end && span.end > start),
    };
  });
}
