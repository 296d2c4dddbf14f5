import type { Evidence } from "../domain/document.ts";

export const searchTypes = ["ACTOR", "ISSUE", "DOCUMENT", "EVIDENCE"] as const;
export type SearchType = (typeof searchTypes)[number];

/** Where a match lies in the snippet: UTF-16 code units, end exclusive. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

/** A text, and the places in it that match. */
export interface Marked {
  readonly snippet: string;
  readonly highlights: readonly Highlight[];
}

export interface SearchHit extends Marked {
  readonly type: SearchType;
  readonly id: string;
  /** The quote itself, where one is found. */
  readonly evidence: Evidence | null;
  /** BM25 of FTS5 turned around: greater is better; only comparable within one type. */
  readonly score: number;
}

/** What is found; how well it matches is reckoned when it is asked for. */
export class Hit implements SearchHit {
  readonly type: SearchType;
  readonly id: string;
  readonly evidence: Evidence | null;
  readonly snippet: string;
  readonly highlights: readonly Highlight[];
  readonly #rank: () => number;

  constructor(
    type: SearchType,
    found: Evidence | string,
    { snippet, highlights }: Marked,
    rank: () => number,
  ) {
    this.type = type;
    this.id = typeof found === "string" ? found : found.id;
    this.evidence = typeof found === "string" ? null : found;
    this.snippet = snippet;
    this.highlights = highlights;
    this.#rank = rank;
  }

  get score(): number {
    return -this.#rank();
  }
}

/** What FTS5 puts before and after a match. */
export const open = "\u0001";
export const close = "\u0002";
const marks = new RegExp(`([${open}${close}])`);

/** A text that FTS5 has marked. It may itself hold the characters that mark: what they do not enclose is no match. */
export function unmarked(text: string): Marked {
  const highlights: Highlight[] = [];
  let snippet = "";
  let start: number | null = null;
  for (const piece of text.split(marks)) {
    if (piece === open) start = snippet.length;
    else if (piece !== close) snippet += piece;
    else if (start !== null) {
      highlights.push({ start, end: snippet.length });
      start = null;
    }
  }
  return { snippet, highlights };
}
