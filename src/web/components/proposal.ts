import { h, type ComponentChildren as Markup } from "preact";
import { plainWords } from "../words.ts";
import { piecesOf } from "./highlighted.ts";

interface SpanShown {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

/** How an extractor came to a stance, as its card shows it. */
export interface ProposalShown {
  readonly extractor: string;
  readonly version: string;
  readonly model: string | null;
  readonly promptHash: string | null;
  readonly codebook: string | null;
  readonly reasons: readonly string[];
  readonly spans: readonly SpanShown[];
}

/** A quote in the words around it; offsets count in the document's text. */
export interface QuotedPassage {
  readonly start: number;
  readonly end: number;
  readonly passage: { readonly start: number; readonly text: string };
}

export const proposalFields = `
  fragment ProposalShown on Proposal { extractor version model promptHash codebook reasons spans { role start end } }
`;

/** Who proposes it and why, with the words it rests on marked where they stand, each with what it does. */
export function proposalOf(
  { extractor, version, model, codebook, reasons, spans }: ProposalShown,
  quoted: readonly QuotedPassage[],
): Markup {
  const by = [
    `Proposed by ${extractor} ${version}`,
    model !== null && `model ${model}`,
    codebook !== null && `codebook ${codebook}`,
  ];
  const away = spans.filter((span) => !quoted.some((each) => isIn(each, span)));
  return h("div", { class: "tight" }, [
    h("p", { class: "small soft" }, by.filter(Boolean).join(", ")),
    reasons.length > 0 &&
      h(
        "ul",
        { class: "small reasons", "aria-label": "Why it is proposed" },
        reasons.map((reason) => h("li", null, reason)),
      ),
    ...quoted.map((each, index) => {
      const before = quoted.slice(0, index);
      const own = spans.filter((span) => isIn(each, span) && !before.some((other) => isIn(other, span)));
      return own.length > 0 && passageOf(each, own);
    }),
    away.length > 0 &&
      h(
        "p",
        { class: "small soft" },
        `Farther away in the text: ${away.map(({ role, start, end }) => `${plainWords(role)} at ${start} to ${end}`).join("; ")}.`,
      ),
  ]);
}

function isIn({ passage }: QuotedPassage, { start, end }: SpanShown): boolean {
  return start >= passage.start && end <= passage.start + passage.text.length;
}

/** How many characters are shown around what is marked. */
const margin = 80;

/** The quote is underlined; what words do in it stands beside them. */
function passageOf({ start, end, passage }: QuotedPassage, spans: readonly SpanShown[]): Markup {
  const all = [{ role: "QUOTE", start, end }, ...spans];
  const from = Math.max(passage.start, Math.min(...all.map((span) => span.start)) - margin);
  const until = Math.max(...all.map((span) => span.end)) + margin;
  const text = passage.text.slice(from - passage.start, until - passage.start);
  const pieces = piecesOf(
    text,
    all.map((span) => ({ role: span.role, start: span.start - from, end: span.end - from })),
  );
  return h(
    "p",
    { class: "passage small", role: "group", "aria-label": "The quote in its place" },
    from > 0 && "…",
    pieces.map(({ piece, over, end: at }) => {
      const roles = over.filter(({ role }) => role !== "QUOTE");
      const ending = roles.filter((span) => span.end === at).map(({ role }) => plainWords(role));
      const role = ending.length > 0 && h("span", { class: "role" }, ` [${ending.join(", ")}]`);
      const words = roles.length === 0 ? piece : h("mark", null, [piece, role]);
      return over.length > roles.length ? h("u", null, words) : words;
    }),
    text.length < passage.text.length && "…",
  );
}
