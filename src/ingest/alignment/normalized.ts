/** A text in a plain form, and where each unit of it stands in the text itself. */
export interface Normalized {
  readonly text: string;
  /** For each UTF-16 unit of the plain form the start of what it stands for, and one more for the end of all. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A letter with its marks, or a run of spaces. */
const pieces = /[\s\p{Z}]+|\P{M}\p{M}*|\p{M}+/gu;
/** Nothing that is seen: soft hyphens, joiners, marks of order. */
const unseen = /^[\u00ad\u200b-\u200f\u2060\ufeff]+$/u;

/**
 * Puts aside what differs when the same words are copied, printed or typed anew: kinds of quotation marks and dashes,
 * spaces, case, ligatures and other compatibility forms (NFKC), letters with their marks apart.
 */
export function normalized(text: string): Normalized {
  let plain = "";
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const form = plainOf(piece);
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(index);
      ends.push(index + piece.length);
    }
    plain += form;
  }
  return { text: plain, starts, ends };
}

function plainOf(piece: string): string {
  if (/^[\s\p{Z}]/u.test(piece)) return " ";
  if (unseen.test(piece)) return "";
  return piece
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/["“”„‟«»″‘’‚‛‹›′`´]/gu, "'")
    .replaceAll(/[‐‑‒–—―−]/gu, "-");
}
