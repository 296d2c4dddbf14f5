import { distance } from "fastest-levenshtein";
import { type Turn, turnBetween, turnOf } from "./guard.ts";
import type { Word } from "./words.ts";

/** Where some words stand in others, not quite the same. */
export interface Near {
  /** The first and the last of the words that they stand for. */
  readonly first: number;
  readonly last: number;
  /** How many words differ: one of like letters half, another in its place twice. */
  readonly cost: number;
  /** What a difference holds that may turn what is said; null where none does. */
  readonly turn: Turn | null;
}

/** So many cells of the table at most: a quote of 200 words in a text of 50,000. */
const maxCells = 10_000_000;

/**
 * The places in a text where the words of a quote stand with the fewest differences, by local alignment: what comes before
 * and after costs nothing. Several when they are equally near. Empty where more than `maxCost` differ.
 */
export function nearest(quote: readonly Word[], text: readonly Word[], maxCost: number): readonly Near[] {
  const width = text.length + 1;
  if (quote.length * width > maxCells) return [];
  const costs = new Float32Array((quote.length + 1) * width);
  for (let row = 1; row <= quote.length; row += 1) {
    const word = quote[row - 1] as Word;
    costs[row * width] = row;
    for (let column = 1; column < width; column += 1) {
      const at = row * width + column;
      const replaced = (costs[at - width - 1] as number) + replacing(word, text[column - 1] as Word);
      const dropped = (costs[at - 1] as number) + 1;
      const added = (costs[at - width] as number) + 1;
      costs[at] = Math.min(replaced, dropped, added);
    }
  }
  const bottom = costs.subarray(quote.length * width);
  const least = bottom.reduce((min, cost) => Math.min(min, cost), Number.POSITIVE_INFINITY);
  if (least > maxCost) return [];
  const found: Near[] = [];
  for (let column = 1; column < width; column += 1) {
    if (bottom[column] !== least) continue;
    const near = traced(quote, text, { costs, width, column, cost: least });
    const before = found.at(-1);
    // Of places that overlap the longer one is meant: of its words more are the quote's.
    if (before !== undefined && near.first <= before.last) found.pop();
    found.push(near);
  }
  return found;
}

interface Table {
  readonly costs: Float32Array;
  readonly width: number;
  readonly column: number;
  readonly cost: number;
}

/** The way back through the table: which words stand for which, and what only one side has. */
function traced(quote: readonly Word[], text: readonly Word[], { costs, width, column, cost }: Table): Near {
  let [row, at, turn]: [number, number, Turn | null] = [quote.length, column, null];
  let [first, last, unmatched] = [column - 1, -1, 0];
  while (row > 0) {
    const here = costs[row * width + at] as number;
    const [word, other] = [quote[row - 1] as Word, text[at - 1]];
    const replacement = other === undefined ? Number.POSITIVE_INFINITY : replacing(word, other);
    if (
      other !== undefined &&
      here === Math.fround((costs[(row - 1) * width + at - 1] as number) + replacement)
    ) {
      if (replacement > 0) turn ??= turnBetween(word, other);
      first = at - 1;
      if (last < 0) last = at - 1;
      row -= 1;
      at -= 1;
    } else if (other !== undefined && here === (costs[row * width + at - 1] as number) + 1) {
      // Before what only the quote has: so the words before it are found, and a "not" between them is seen.
      turn ??= turnOf(other);
      at -= 1;
    } else {
      turn ??= turnOf(word);
      unmatched += 1;
      row -= 1;
    }
  }
  turn ??= turnBeside(text, { first, last: Math.max(first, last), isCut: unmatched > 0 });
  return { first, last: Math.max(first, last), cost, turn };
}

/** So many words before and after may belong to the sentence that a quote cuts. */
const beside = 3;

/** Where words of a quote are not in the text, those that stand in their place just outside count as well. */
function turnBeside(
  text: readonly Word[],
  { first, last, isCut }: { readonly first: number; readonly last: number; readonly isCut: boolean },
): Turn | null {
  if (!isCut) return null;
  const words = [
    ...text.slice(Math.max(0, first - beside), first),
    ...text.slice(last + 1, last + 1 + beside),
  ];
  return words.map(turnOf).find((turn) => turn === "negation" || turn === "modal") ?? null;
}

/** 0 for the same word, a half for one of like letters (a slip, an ending), 2 for another: one less and one more. */
function replacing({ form }: Word, { form: other }: Word): number {
  if (form === other) return 0;
  if (Math.abs(form.length - other.length) > 3 || Math.max(form.length, other.length) < 4) return 2;
  return distance(form, other) * 4 <= Math.max(form.length, other.length) ? 0.5 : 2;
}
