import type { Actor } from "../../domain/actor.ts";
import type { Candidate } from "./extractor.ts";

/** Words of the longest names. */
const maxWords = 8;
/** So many actors are offered at most, those first that are named most often. */
const maxCandidates = 120;
const word = /[\p{L}\p{N}]+/gu;

/** Finds the actors that texts name. Built once of all actors. */
export class Candidates {
  readonly #byName = new Map<string, Set<Actor>>();
  #longest = 1;

  constructor(actors: Iterable<Actor>) {
    for (const actor of actors) {
      for (const { name } of [{ name: actor.name }, ...actor.names]) {
        const words = name.match(word) ?? [];
        if (words.length === 0 || words.length > maxWords) continue;
        this.#longest = Math.max(this.#longest, words.length);
        const key = keyOf(words);
        const known = this.#byName.get(key);
        if (known === undefined) this.#byName.set(key, new Set([actor]));
        else known.add(actor);
      }
    }
  }

  /** The actors that a text names, each by the longest name that stands there. */
  in(text: string): readonly Candidate[] {
    const words = [...text.matchAll(word)];
    const forms = words.map(String);
    const found = new Map<Actor, Map<string, number>>();
    for (let at = 0; at < words.length; ) {
      const span = this.#spanAt(forms, at);
      if (span === 0) {
        at += 1;
        continue;
      }
      const last = words[at + span - 1] as RegExpExecArray;
      const said = text.slice(words[at]?.index, last.index + last[0].length);
      for (const actor of this.#byName.get(keyOf(forms.slice(at, at + span))) ?? []) {
        const mentions = found.get(actor) ?? new Map<string, number>();
        mentions.set(said, (mentions.get(said) ?? 0) + 1);
        found.set(actor, mentions);
      }
      at += span;
    }
    const timesOf = (mentions: ReadonlyMap<string, number>) =>
      [...mentions.values()].reduce((sum, each) => sum + each, 0);
    return [...found]
      .toSorted(([a, one], [b, other]) => timesOf(other) - timesOf(one) || (a.id < b.id ? -1 : 1))
      .slice(0, maxCandidates)
      .map(([{ id, name }, mentions]) => ({ id, name, mentions: [...mentions.keys()] }));
  }

  /** How many words the longest name takes that begins at a word; 0 where none does. */
  #spanAt(words: readonly string[], at: number): number {
    for (let span = Math.min(this.#longest, words.length - at); span > 0; span -= 1) {
      if (this.#byName.has(keyOf(words.slice(at, at + span)))) return span;
    }
    return 0;
  }
}

/** Words without regard to case; but initials and acronyms are not the words they look like, as US is not us. */
function keyOf(words: readonly string[]): string {
  const joined = words.join(" ");
  return joined.length <= 5 && joined === joined.toUpperCase() ? joined : joined.toLowerCase();
}
