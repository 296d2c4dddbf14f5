/** Words that must be the same in a row. */
const shingle = 5;
const minWords = 40;
const hashes = 64;
const rows = 4;
/** Of the places at which two signatures agree: as large is the share of runs of words that two texts have in common. */
const alike = 0.7;

/** Finds texts that are nearly the same, as when one agency's report is printed by several papers (MinHash, Broder 1997). */
export class Reprints {
  readonly #signatures: { readonly group: string; readonly signature: Uint32Array }[] = [];
  /** By a number of a band and what it holds. Bands that share one by chance are told apart by their signatures. */
  readonly #buckets = new Map<number, number[]>();

  /** Adds a text; returns the group of one that is nearly the same, else its own. */
  add(id: string, text: string, group: string | null = null): string {
    const signature = signatureOf(text);
    if (signature === null) return group ?? id;
    const keys = Array.from({ length: hashes / rows }, (_, band) => {
      let mix = band;
      for (let row = 0; row < rows; row += 1)
        mix = Math.imul(mix ^ (signature[band * rows + row] as number), 0x9e3779b1) ^ (mix >>> 15);
      return band * 2 ** 32 + (mix >>> 0);
    });
    const near = new Set(keys.flatMap((key) => this.#buckets.get(key) ?? []));
    // The first that came, whatever part of it was found first.
    const like = [...near]
      .sort((a, b) => a - b)
      .find((index) => shareOf(signature, this.#signatures[index]?.signature) >= alike);
    const found = group ?? (like === undefined ? id : (this.#signatures[like]?.group as string));
    const index = this.#signatures.push({ group: found, signature }) - 1;
    for (const key of keys) {
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [index]);
      else bucket.push(index);
    }
    return found;
  }
}

function shareOf(one: Uint32Array, other: Uint32Array | undefined): number {
  let same = 0;
  for (const [index, hash] of one.entries()) if (hash === other?.[index]) same += 1;
  return same / hashes;
}

/** The least hash of all runs of words, by each of some hash functions; null for a text too short to tell. */
function signatureOf(text: string): Uint32Array | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < minWords) return null;
  const least = new Uint32Array(hashes).fill(0xffffffff);
  for (let start = 0; start + shingle <= words.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + shingle; at += 1) hash = mixed(hash, words[at] as string);
    for (let index = 0; index < hashes; index += 1) {
      const value =
        (Math.imul(hash ^ (hash >>> 15), (multipliers[index] as number) | 1) + index * 0x9e3779b9) >>> 0;
      if (value < (least[index] as number)) least[index] = value;
    }
  }
  return least;
}

/** FNV-1a over the units of a word. */
function mixed(hash: number, word: string): number {
  let mix = hash;
  for (let index = 0; index < word.length; index += 1)
    mix = Math.imul(mix ^ word.charCodeAt(index), 0x01000193);
  return Math.imul(mix ^ 0x20, 0x01000193);
}

const multipliers = Uint32Array.from(
  { length: hashes },
  (_, index) => Math.imul(index + 1, 0x9e3779b1) ^ 0x85ebca6b,
);
