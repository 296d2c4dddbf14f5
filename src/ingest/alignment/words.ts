/** A word of a text, in a form that is compared, with what tells names and numbers. */
export interface Word {
  readonly form: string;
  /** UTF-16 units of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Written with a capital where no sentence begins. */
  readonly isName: boolean;
}

const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** The words of a text in their order. `don't` is two words, as `do not` is. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const isFirst = words.length === 0 || /[.!?:;“"]/u.test(text.slice(last, index));
    const isName = !isFirst && /^\p{Lu}/u.test(found);
    const [start, end] = [index, index + found.length];
    for (const form of formsOf(found)) words.push({ form, start, end, isName });
    last = end;
  }
  return words;
}

const irregular: Readonly<Record<string, readonly string[]>> = {
  "won't": ["will", "not"],
  "can't": ["can", "not"],
  cannot: ["can", "not"],
  "shan't": ["shall", "not"],
};

function formsOf(found: string): readonly string[] {
  const form = found.normalize("NFKC").toLowerCase().replaceAll("’", "'");
  const known = irregular[form];
  if (known !== undefined) return known;
  return form.endsWith("n't") ? [form.slice(0, -3), "not"] : [form];
}
