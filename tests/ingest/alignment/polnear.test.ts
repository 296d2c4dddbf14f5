import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { align } from "../../../src/ingest/alignment/align.ts";
import { turnOf } from "../../../src/ingest/alignment/guard.ts";
import { normalized } from "../../../src/ingest/alignment/normalized.ts";
import { wordsOf } from "../../../src/ingest/alignment/words.ts";
import { sharedFolder } from "../../analysis/network/shared.ts";
import { type Random, random } from "../../bench/random.ts";

const folder = sharedFolder("extraction");

type Span = readonly [start: number, end: number, text: string];
interface Attribution {
  readonly doc: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

interface Quoted {
  readonly text: string;
  readonly quote: string;
}

/** PolNeAR gives spans of its articles, not the articles: each is put together of its spans, in their places. */
function quotes(): readonly Quoted[] {
  const lines = gunzipSync(readFileSync(`${folder}/polnear_attributions_train.jsonl.gz`)).toString("utf8");
  const all = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Attribution);
  return [...Map.groupBy(all, ({ doc }) => doc).values()].flatMap((attributions) => {
    const spans = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
    const units = Array.from({ length: Math.max(...spans.map(([, end]) => end)) }, () => " ");
    for (const [start, end, words] of spans)
      for (let at = start; at < end; at += 1) units[at] = words[at - start] ?? " ";
    const text = units.join("");
    const plain = normalized(text).text;
    return attributions
      .filter(({ content }) => content.length === 1)
      .map(({ content: [span] }) => span ?? ([0, 0, ""] as const))
      .map(([start, end]) => ({ text, quote: text.slice(start, end).trim() }))
      .filter(({ quote }) => {
        const sought = normalized(quote).text;
        return wordsOf(quote).length >= 7 && plain.indexOf(sought) === plain.lastIndexOf(sought);
      });
  });
}

type Damage = (quoted: Quoted, next: Random, others: readonly Quoted[]) => string | null;

/** What is done to quotes; null where it cannot be done to this one. */
const damages: Readonly<Record<string, Damage>> = {
  case: ({ quote }) => quote.toUpperCase(),
  dashes: ({ quote }) =>
    `"${quote.replaceAll(/[-–—]/g, "—").replaceAll(/["“”]/g, "'").replaceAll(" ", "  ")}"`,
  "one word dropped": ({ quote }, next) => {
    const words = wordsOf(quote);
    // Of one place may be two words, as of "don't".
    const turning = new Set(words.flatMap((word) => (turnOf(word) === null ? [] : [word.start])));
    const harmless = words.slice(1, -1).filter(({ start, form }) => !turning.has(start) && form.length > 1);
    const gone = harmless[Math.floor(next() * harmless.length)];
    return gone === undefined ? null : quote.slice(0, gone.start) + quote.slice(gone.end);
  },
  ellipsis: ({ quote }) => {
    const words = wordsOf(quote);
    const third = Math.floor(words.length / 3);
    const [before, after] = [words[third - 1], words[words.length - third]];
    if (third < 2 || before === undefined || after === undefined) return null;
    return `${quote.slice(0, before.end)} … ${quote.slice(after.start)}`;
  },
  "foreign quote": ({ text }, next, others) => {
    const other = others[Math.floor(next() * others.length)];
    if (other === undefined) return null;
    // Agencies' words stand in several papers.
    return normalized(text).text.includes(normalized(other.quote).text) ? null : other.quote;
  },
  "inserted negation": ({ quote }, next) => {
    const words = wordsOf(quote);
    const before = words[1 + Math.floor(next() * (words.length - 1))];
    return before === undefined ? null : `${quote.slice(0, before.start)}not ${quote.slice(before.start)}`;
  },
  "dropped negation": ({ quote }) => {
    // Not at an end, where what is left is the text's own words, only fewer.
    const inner = wordsOf(quote).slice(2, -2);
    const negation = inner.find(({ form }) => form === "not" || form === "never" || form === "no");
    return negation === undefined ? null : quote.slice(0, negation.start) + quote.slice(negation.end);
  },
};
const refused = ["foreign quote", "inserted negation", "dropped negation"];

describe.runIf(folder !== null)("damaged quotes of PolNeAR, 167 of each kind", () => {
  const all = folder === null ? [] : quotes();
  const next = random(7);

  it.each(Object.entries(damages))(
    "%s",
    (name, damage) => {
      let [tried, right] = [0, 0];
      const wrong: string[] = [];
      while (tried < 167) {
        const quoted = all[Math.floor(next() * all.length)] as Quoted;
        const damaged = damage(quoted, next, all);
        if (damaged === null) continue;
        tried += 1;
        const found = align(quoted.text, damaged);
        const isFound = found.method !== null && isIn(quoted, found.places);
        const isRight = refused.includes(name) ? found.method === null : isFound;
        if (isRight) right += 1;
        else wrong.push(`${JSON.stringify(damaged)}: ${JSON.stringify(found)}`);
      }
      const least = refused.includes(name) ? 1 : 0.98;
      expect(right / tried, wrong.slice(0, 5).join("\n")).toBeGreaterThanOrEqual(least);
    },
    120_000,
  );
});

/** Whether what was found are words of the quote, all of it but for the marks around it. */
function isIn(
  { text, quote }: Quoted,
  places: readonly { readonly start: number; readonly end: number }[],
): boolean {
  const start = text.indexOf(quote);
  const [first, last] = [places[0], places.at(-1)];
  const [words, own] = [wordsOf(quote), wordsOf(text.slice(first?.start, last?.end))];
  const isInside =
    (first?.start ?? -1) >= start && (last?.end ?? Number.POSITIVE_INFINITY) <= start + quote.length;
  return isInside && own.length >= words.length - 2;
}
