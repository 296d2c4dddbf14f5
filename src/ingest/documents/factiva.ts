import { codedArticle } from "./factiva-codes.ts";
import {
  dayLine,
  documentsOf,
  type Line,
  languageNamed,
  linesOf,
  type PressArticle,
  textAt,
} from "./press.ts";
import type { FoundDocument } from "./reader.ts";

/** The articles of a text that Factiva exported, with the codes of fields or without; null for any other text. */
export function factivaArticles(whole: string): readonly FoundDocument[] | null {
  const { parts, rest } = partsOf(linesOf(whole));
  const known = parts.map(({ lines }) => codedArticle(whole, lines) ?? shownArticle(whole, lines));
  if (known.filter((article) => article !== null).length * 2 <= parts.length) return null;
  const found = parts.flatMap(({ lines, takenOn }, index) =>
    documentsOf({ takenOn, ...(known[index] ?? plainArticle(whole, lines)) }),
  );
  const last = codedArticle(whole, rest);
  if (last !== null) found.push(...documentsOf(last));
  return found.length === 0 ? null : found;
}

interface Part {
  readonly lines: readonly Line[];
  readonly takenOn?: string | undefined;
}

/** "Document J000000020240308ek380001g": the code of a source, the day it was taken in, and a number. */
const accession =
  /^(?:AN:? )?(?:Document|Dokument|Documento) [A-Z0-9]{4,12}?((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])[A-Za-z0-9]{4,12}$/;

/** What stands above each accession number, and what stands below the last: of an article cut short, or of the search. */
function partsOf(lines: readonly Line[]) {
  let from = 0;
  const parts: Part[] = [];
  for (const [at, { said }] of lines.entries()) {
    const [, year, month, day] = accession.exec(said) ?? [];
    if (year === undefined) continue;
    parts.push({ lines: lines.slice(from, at), takenOn: dayLine(`${year}-${month}-${day}`)?.day });
    from = at + 1;
  }
  return { parts, rest: lines.slice(from) };
}

const wordCount = /^\d[\d.,\s]* (?:words?|Wörter|mots|palabras|parole|woorden|palavras|ord)$/i;
/** Lines between the publisher and the text, at most: code, edition, page, volume, language. */
const maxImprint = 8;

/** An article as it is shown: names, count of words, day, hour, publisher and its imprint, language, notice, text. */
function shownArticle(whole: string, lines: readonly Line[]): PressArticle | null {
  const saying = lines.filter(({ said }) => said !== "");
  const count = saying.findIndex(({ said }) => wordCount.test(said));
  const date = saying[count + 1]?.said ?? "";
  if (count < 0 || dayLine(date)?.isAlone !== true) return null;
  const hour = /^\d{1,2}:\d{2}/.test(saying[count + 2]?.said ?? "") ? 1 : 0;
  const [publisher, ...below] = saying.slice(count + 2 + hour);
  const language = below.findIndex(({ said }, at) => at < maxImprint && languageNamed(said) !== undefined);
  return {
    ...namesIn(saying.slice(0, count).map(({ said }) => said)),
    day: dayLine(date)?.day,
    publisher: publisher?.said,
    language: below[language]?.said,
    text: textAt(whole, below.slice(imprintEnds(below, language))),
  };
}

/** Below the notice of rights; where there is none, below the language, or below the code of the source. */
function imprintEnds(lines: readonly Line[], language: number): number {
  const last = language < 0 ? maxImprint : language + 1;
  const notice = lines.findIndex(({ said }, at) => at > language && at <= last && isNotice(said));
  const isWrapped = /^(?:rights )?reserved\.?$/i.test(lines[notice + 1]?.said ?? "");
  if (notice >= 0) return notice + (isWrapped ? 2 : 1);
  return language < 0 && !/^[A-Z0-9]{1,8}$/.test(lines[0]?.said ?? "") ? 0 : Math.max(language, 0) + 1;
}

function isNotice(said: string): boolean {
  return (
    said.length <= 300 && /copyright|\(c\)|©|rights reserved|rechte vorbehalten|droits réservés/i.test(said)
  );
}

/** Of the lines above the count of words the longest is the headline: a section stands above it, the author below. */
function namesIn(above: readonly string[]): Pick<PressArticle, "headline" | "byline"> {
  const near = above.filter((line) => !/Factiva, Inc\./.test(line)).slice(-4);
  const isByline = (line: string | undefined) => /^(?:By|Von|Par|Por|Door):? \p{L}/u.test(line ?? "");
  const names = near.length > 1 && isByline(near.at(-1)) ? near.slice(0, -1) : near;
  const longest = names.reduce((best, line, at) => (line.length > (names[best]?.length ?? 0) ? at : best), 0);
  return { headline: names[longest] ?? "", byline: near.slice(longest + 1).join(", ") };
}

/** What tells nothing of itself: its first line is its headline. */
function plainArticle(whole: string, lines: readonly Line[]): PressArticle {
  const [first, ...rest] = lines.filter(({ said }) => said !== "");
  return { headline: first?.said ?? "", text: textAt(whole, rest) };
}
