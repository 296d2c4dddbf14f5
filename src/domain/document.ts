import type { Edtf, Instant } from "./edtf.ts";
import type { DocumentId, EvidenceId } from "./id.ts";
import { idFromContent, sha256 } from "./id.ts";

/** A text with its publisher, date, URL and SHA-256. The text itself is kept apart: lists do not carry it. */
export interface Document {
  readonly id: DocumentId;
  readonly title: string;
  /** SHA-256 of the UTF-8 bytes of the text, lower-case hex; null where only its existence is recorded. */
  readonly sha256: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** BCP 47 tag. */
  readonly language: string;
  readonly publishedOn: Edtf | null;
  /** How the date was inferred, where the text does not state it. */
  readonly dateNote: string | null;
  readonly licence: string | null;
  /** Documents that reprint one report share a group and count as one source; a document alone is its own. */
  readonly independenceGroup: string;
  readonly recordedAt: Instant;
}

/**
 * A document's id: what it says, and where known who published it where, so that a reprint is a document of its own.
 * A text alone is named by the first 12 digits of its SHA-256; without a text, title and date stand in for it.
 */
export function documentId(content: {
  readonly text: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly title: string;
  readonly publishedOn?: string | null;
}): DocumentId {
  const { text, publisher, url, title, publishedOn = null } = content;
  if (text !== null && publisher === null && url === null) return `document:${sha256(text).slice(0, 12)}`;
  const dated = text === null && publishedOn !== null ? [publishedOn] : [];
  return idFromContent("document", [text ?? title, publisher, url, ...dated], 12);
}

/** A quotation at a place in a document: `text.slice(start, end)` is the quote. Its id says the place. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly document: DocumentId;
  /** UTF-16 code units of the stored text; end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Up to 32 characters before and after. */
  readonly prefix: string;
  readonly suffix: string;
  /** SHA-256 of the quote, lower-case hex. */
  readonly sha256: string;
}

/** Where evidence lies in its document, as its id says it. */
export function placeOf(id: EvidenceId): Pick<Evidence, "start" | "end"> {
  const [start = 0, end = 0] = id.split(".").slice(-2).map(Number);
  return { start, end };
}

const contextLength = 32;

/** The evidence at [start, end) of a document's text, with its context and hash. */
export function evidenceAt(document: DocumentId, text: string, start: number, end: number): Evidence {
  const quote = text.slice(start, end);
  return {
    id: `evidence:${document.slice("document:".length)}.${start}.${end}`,
    document,
    start,
    end,
    quote,
    prefix: wholeCharacters(text.slice(Math.max(0, start - contextLength), start)),
    suffix: wholeCharacters(text.slice(end, end + contextLength)),
    sha256: sha256(quote),
  };
}

/** A piece of a text, with where it begins in it. */
export interface Passage {
  readonly start: number;
  readonly text: string;
}

const passageLength = 400;

/** A quote with the words around it: 400 UTF-16 code units on either side, whole characters. */
export function passageOf(text: string, { start, end }: Pick<Evidence, "start" | "end">): Passage {
  const from = Math.max(0, start - passageLength);
  const before = wholeCharacters(text.slice(from, start));
  const after = wholeCharacters(text.slice(end, end + passageLength));
  return { start: start - before.length, text: before + text.slice(start, end) + after };
}

/** Drops half a surrogate pair that a cut left at either end. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, "").replace(/[\uD800-\uDBFF]$/, "");
}
