import type { FoundDocument } from "./reader.ts";
import { languageOf, shortened, titleIn } from "./words.ts";

/** What an export of a database of the press tells of an article. */
export interface PressArticle {
  readonly headline: string;
  readonly text: string;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  /** EDTF. */
  readonly day?: string | undefined;
  /** When the database took it in, EDTF. */
  readonly takenOn?: string | undefined;
  /** Its name, in any language. */
  readonly language?: string | undefined;
}

/** An article as a document; none where it has no text of its own, as a picture with its caption. */
export function documentsOf(article: PressArticle): readonly FoundDocument[] {
  const { headline, text, byline = "", publisher = "", day, takenOn, language } = article;
  if (!/\p{L}/u.test(text)) return [];
  const found = {
    title: shortened(headline) || titleIn(text, ""),
    text,
    publisher: shortened(publisher) || undefined,
    author: shortened(byline.replace(/^by:? /i, "")) || undefined,
    language: languageNamed(language) ?? languageOf(text),
  };
  if (day !== undefined || takenOn === undefined) return [{ ...found, publishedOn: day }];
  return [{ ...found, publishedOn: takenOn, dateNote: "when the database of the press took it in" }];
}

/** A line of a text: what it says, in single spaces, and where it stands. */
export interface Line {
  readonly said: string;
  /** UTF-16 code units; the end is exclusive and without the space that closes the line. */
  readonly start: number;
  readonly end: number;
}

export function linesOf(text: string): readonly Line[] {
  let next = 0;
  return text.split("\n").map((line) => {
    const start = next;
    next += line.length + 1;
    return { said: line.replaceAll(/\s+/g, " ").trim(), start, end: start + line.trimEnd().length };
  });
}

/** The text from the first to the last line that says something, as it stands. */
export function textAt(whole: string, lines: readonly Line[]): string {
  const saying = lines.filter(({ said }) => said !== "");
  const [first, last] = [saying[0], saying.at(-1)];
  return first === undefined || last === undefined ? "" : whole.slice(first.start, last.end);
}

/** A day that a line begins with, in EDTF, and whether the line says no more than its weekday and hour besides. */
export interface DayLine {
  readonly day: string;
  readonly isAlone: boolean;
}

const dayShapes = [
  "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})",
  "(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?(?<year>\\d{4})",
  "(?<month>\\p{L}+)\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})",
  "(?<day>\\d{1,2})(?:\\.|er|st|nd|rd|th)? ?(?:de )?(?<month>\\p{L}+)\\.?,? (?:de )?(?<year>\\d{4})",
  "(?<month>\\p{L}+)\\.? (?<year>\\d{4})",
].map((shape) => new RegExp(`^(?:[\\p{L}-]+[.,]* )?${shape}(?=$|[ ,;])(?<rest>.*)$`, "u"));

export function dayLine(said: string): DayLine | undefined {
  if (said.length > 100) return undefined;
  for (const shape of dayShapes) {
    const { year = "", month = "", day, rest = "" } = shape.exec(said)?.groups ?? {};
    const written = writtenDay(year, month, day);
    if (written === undefined) continue;
    return { day: written, isAlone: /^(?:[,;]? [\p{L}-]+\.?)?(?:[,;]? \d{1,2}[:.]\d{2}.*)?$/u.test(rest) };
  }
  return undefined;
}

function writtenDay(year: string, month: string, day: string | undefined): string | undefined {
  const number = /^\d+$/.test(month) ? Number(month) : months().get(month.toLowerCase());
  if (number === undefined) return undefined;
  const parts = [number, ...(day === undefined ? [] : [Number(day)])];
  const written = [year, ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
  const instant = new Date(`${written}T00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written);
  return exists ? written : undefined;
}

const monthLanguages = ["en", "de", "de-AT", "fr", "es", "it", "nl", "pt", "da", "sv", "nb"];
let monthNumbers: ReadonlyMap<string, number> | undefined;

/** Names of months as they stand in a day, long and short. */
function months(): ReadonlyMap<string, number> {
  monthNumbers ??= new Map(
    monthLanguages.flatMap((language) =>
      (["long", "short"] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
        return Array.from({ length: 12 }, (_, index): [string, number] => {
          const parts = format.formatToParts(Date.UTC(2024, index, 15));
          const name = parts.find(({ type }) => type === "month")?.value ?? "";
          return [name.toLowerCase().replace(/\.$/, ""), index + 1];
        });
      }),
    ),
  );
  return monthNumbers;
}

const nameLanguages = ["en", "de", "fr", "es", "it", "nl"];
let languageTags: ReadonlyMap<string, string> | undefined;

/** The BCP 47 tag of a language by its name in one of some languages, as in "ENGLISH", "GERMAN; DEUTSCH" or "Chinese – Traditional". */
export function languageNamed(name: string | undefined): string | undefined {
  languageTags ??= tagsOfLanguages();
  const tags = languageTags;
  const parts = (name ?? "").toLowerCase().split(/[^\p{L}\p{M} ]+/u);
  return parts.map((part) => tags.get(part.trim())).find((tag) => tag !== undefined);
}

function tagsOfLanguages(): ReadonlyMap<string, string> {
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  const found = new Map<string, string>();
  for (const language of nameLanguages) {
    const names = new Intl.DisplayNames(language, { type: "language", fallback: "none" });
    for (const tag of tags) {
      const name = names.of(tag)?.toLowerCase();
      if (name !== undefined && !found.has(name)) found.set(name, Intl.getCanonicalLocales(tag)[0] ?? tag);
    }
  }
  return found;
}
