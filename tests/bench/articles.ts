import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { docxOf } from "../ingest/documents/made.ts";
import { words } from "./generate.ts";
import { below, dayAfter, oneOf, type Random, random } from "./random.ts";

/** Files in a folder of their own, so that no folder is large. */
const perFolder = 500;
/** Each such article prints the one before it again. */
const reprinted = 20;
const pageFurniture = `<nav>${'<a href="/">Home</a> '.repeat(30)}</nav>`;

/** A kind of file, and in how many of twenty articles it is taken. */
const kinds: readonly { readonly ending: string; readonly share: number; readonly made: Made }[] = [
  { ending: ".txt", share: 6, made: ({ title, paragraphs }) => `${title}\n\n${paragraphs.join("\n\n")}\n` },
  {
    ending: ".md",
    share: 4,
    made: ({ title, day, paragraphs }) =>
      `---\ntitle: ${title}\ndate: ${day}\n---\n\n${paragraphs.join("\n\n")}\n`,
  },
  {
    ending: ".html",
    share: 7,
    made: ({ title, day, paragraphs }) =>
      `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${day}"></head><body>${pageFurniture}<article><h1>${title}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article></body></html>`,
  },
  { ending: ".docx", share: 2, made: ({ title, paragraphs }) => docxOf([title, ...paragraphs]) },
  {
    ending: ".xml",
    share: 1,
    made: ({ title, day, paragraphs }) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Agency</title><link>https://example.org</link><description>News</description><item><title>${title}</title><pubDate>${new Date(day).toUTCString()}</pubDate><description>${paragraphs.map((each) => `&lt;p&gt;${each}&lt;/p&gt;`).join("")}</description></item></channel></rss>`,
  },
];

interface Article {
  readonly title: string;
  /** ISO 8601. */
  readonly day: string;
  readonly paragraphs: readonly string[];
}

type Made = (article: Article) => string | Buffer;

/** Writes so many articles of 1 to 6 kB and of mixed kinds into a folder, the same every time; returns their bytes. */
export function writeArticles(folder: string, count: number): number {
  const next = random(11);
  let last: Article | null = null;
  const choices = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const place = join(folder, String(Math.floor(index / perFolder)).padStart(4, "0"));
    mkdirSync(place, { recursive: true });
    const { ending, made } = oneOf(next, choices);
    const fresh = articleOf(next, index);
    const article: Article =
      last !== null && index % reprinted === 0
        ? { ...fresh, paragraphs: [...last.paragraphs, `Reported again as ${index}.`] }
        : fresh;
    last = article;
    const content = Buffer.from(made(article));
    writeFileSync(join(place, `${String(index).padStart(6, "0")}${ending}`), content);
    bytes += content.length;
  }
  return bytes;
}

function articleOf(next: Random, index: number): Article {
  const length = 1_000 + below(next, 5_000);
  const paragraphs: string[] = [];
  for (let sum = 0; sum < length; sum += paragraphs.at(-1)?.length ?? 0) paragraphs.push(paragraphOf(next));
  return {
    title: `Report ${index} on ${sentenceOf(next, 5)}`,
    day: dayAfter(2015, index % 3_000),
    paragraphs,
  };
}

function paragraphOf(next: Random): string {
  const sentences = Array.from({ length: 2 + below(next, 4) }, () => sentenceOf(next, 8 + below(next, 16)));
  return `${sentences.join(". ")}.`;
}

function sentenceOf(next: Random, count: number): string {
  return Array.from({ length: count }, () => oneOf(next, words)).join(" ");
}
