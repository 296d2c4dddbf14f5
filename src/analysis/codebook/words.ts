/**
 * Words as codebooks are compared by: in lower case, hyphens, dots and apostrophes within them kept, as in "u.s" and
 * "shi'ite".
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFC").toLowerCase().replaceAll("’", "'");
  return plain.match(/[\p{L}\p{N}]\p{M}*(?:['.-]?[\p{L}\p{N}]\p{M}*)*/gu) ?? [];
}

/** English words that tell nothing of what a text is about; those of other languages count as words. */
const grammatical = new Set(
  (
    "a an the this that these those and or but nor if so as than then at by for from in into of off on onto out over to " +
    "under up upon with within without about after against before between during until while is are was were be been " +
    "being am do does did done doing has have had having will would shall should can could may might must ought it its " +
    "it's he him his she her hers they them their theirs we us our ours you your yours i me my mine who whom whose " +
    "which what when where why how not no never also all any both each every more most much many some such own other " +
    "only just even still very too there here said says say saying told tell cannot"
  ).split(" "),
);

/** Whether a word is there for the grammar only. */
export function isGrammatical(word: string): boolean {
  return grammatical.has(word) || word.endsWith("n't") || /^\p{N}+$/u.test(word);
}

/** The words of a text that tell what it is about, each once. */
export function topicsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => !isGrammatical(word)));
}

/** How much two sets have in common, 0 to 1: what both have over what either has (Jaccard). 0 for two empty ones. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const either = one.union(other).size;
  return either === 0 ? 0 : one.intersection(other).size / either;
}

/** Every pair of a list, each once. */
export function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
}
