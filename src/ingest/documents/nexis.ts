import { endsNotice, fieldIn, isAbove, isNotice, isTail, valuesIn } from "./nexis-fields.ts";
import { dayLine, documentsOf, type Line, linesOf, type PressArticle, textAt } from "./press.ts";
import type { FoundDocument } from "./reader.ts";

/** The articles of a text that Nexis or Nexis Uni exported; null for any other text. */
export function nexisArticles(whole: string): readonly FoundDocument[] | null {
  const lines = linesOf(whole);
  const parts = separated(lines) ?? ended(lines);
  if (parts.filter(isArticle).length * 2 <= parts.length) return null;
  const found = parts.flatMap((part) => documentsOf(articleOf(whole, part)));
  return found.length === 0 ? null : found;
}

type Lines = readonly Line[];

const separator = /^(?:(?:Document|Dokument) (\d+) (?:of|von|de) (\d+)|(\d+) of (\d+) DOCUMENTS?)$/;

/** What stands below each "3 of 25 DOCUMENTS"; null where nothing is separated so, or an article stands above the first. */
function separated(lines: Lines): readonly Lines[] | null {
  const places: number[] = [];
  let [last, of] = [0, 0];
  for (const [at, { said }] of lines.entries()) {
    const [number = 0, total = 0] = (separator.exec(said) ?? []).slice(1).filter(Boolean).map(Number);
    if (number <= last || number > total || (places.length > 0 && total !== of)) continue;
    [last, of] = [number, total];
    places.push(at);
  }
  if (places.length === 0 || isArticle(lines.slice(0, places[0]))) return null;
  return places.map((place, index) => lines.slice(place + 1, places[index + 1]));
}

/** What stands above each "End of Document", and what stands below the last if it is an article, cut short. */
function ended(lines: Lines): readonly Lines[] {
  const places = lines.flatMap(({ said }, at) => (/^End of Document$/i.test(said) ? [at] : []));
  const parts = places.map((place, index) => lines.slice((places[index - 1] ?? -1) + 1, place));
  const rest = lines.slice((places.at(-1) ?? lines.length) + 1);
  return isArticle(rest) ? [...parts, rest] : parts;
}

/** An article has three fields; or its length, when it was loaded or its kind, and its day or one field more. */
function isArticle(lines: Lines): boolean {
  const told = new Set(lines.flatMap((line) => fieldIn(line)?.field ?? []));
  const isSure = told.has("length") || told.has("loaded") || told.has("kind");
  return (
    told.size > 2 || (isSure && (told.size > 1 || lines.some(({ said }) => dayLine(said) !== undefined)))
  );
}

function articleOf(whole: string, lines: Lines): PressArticle {
  const start = startOf(lines);
  const until = endOf(lines, start);
  const above = lines.slice(start.fieldsAt, start.isHeaded ? start.bodyAt - 1 : start.bodyAt);
  const values = new Map([...valuesIn(lines.slice(until)), ...valuesIn(above)]);
  const top = topOf(lines.slice(0, start.fieldsAt), start.isUni);
  return {
    ...top,
    headline: values.get("headline") ?? top.headline,
    text: textAt(whole, lines.slice(start.bodyAt, until)),
    byline: values.get("byline"),
    takenOn: dayLine(values.get("loaded") ?? "")?.day,
    language: values.get("language"),
  };
}

interface Start {
  /** Where the fields above the text begin; the text where there are none. */
  readonly fieldsAt: number;
  readonly bodyAt: number;
  /** Whether "Body" stands above the text. */
  readonly isHeaded: boolean;
  /** Whether its fields are written as Nexis Uni does, which puts the headline first. */
  readonly isUni: boolean;
}

/** Lines of a highlight of several paragraphs, at most: a "Body" further below is the text's own. */
const maxHighlight = 12;

function startOf(lines: Lines): Start {
  const first = lines.findIndex((line) => isAbove(fieldIn(line)?.field));
  const length = lines.findIndex((line) => fieldIn(line)?.field === "length");
  const below = first < 0 ? belowHeadline(lines) : belowFields(lines, Math.max(first, length));
  const heading = lines.findIndex(({ said }) => /^(?:BODY|Body):?$/.test(said));
  const isHeaded = heading >= 0 && heading <= below + maxHighlight;
  const top = isHeaded ? heading : below;
  return {
    fieldsAt: first < 0 ? top : Math.min(first, top),
    bodyAt: isHeaded ? heading + 1 : below,
    isHeaded,
    isUni: /^\p{Lu}\p{Ll}/u.test(lines[first]?.said ?? ""),
  };
}

/** Below a run of fields: each may go on until an empty line, but a length. */
function belowFields(lines: Lines, from: number): number {
  let isOpen = false;
  for (const [index, line] of lines.slice(from).entries()) {
    const field = fieldIn(line)?.field;
    if (line.said === "") isOpen = false;
    else if (isAbove(field)) isOpen = field !== "length";
    else if (!isOpen) return from + index;
  }
  return lines.length;
}

/** Lines above a headline, at most: a day further below is of the text. */
const maxTop = 12;

/** Below the block that follows the day's; below the day's where no text would be left. */
function belowHeadline(lines: Lines): number {
  const said = withoutNotices(lines);
  const day = blankAt(said, Math.max(dayAt(said.slice(0, maxTop)), 0));
  const headline = said.findIndex((each, at) => at > day && each !== "");
  const below = headline < 0 ? day : blankAt(said, headline);
  return said.slice(below).some((each) => each !== "") ? below : day;
}

function blankAt(said: readonly string[], from: number): number {
  const at = said.indexOf("", from);
  return at < 0 ? said.length : at;
}

/** Where the text ends: above the fields and notices that close an article, and above captions and index terms. */
function endOf(lines: Lines, { bodyAt, isHeaded, isUni }: Start): number {
  const end = aboveTail(lines, bodyAt);
  const heading = isHeaded || isUni ? /^(?:Graphic|Classification|GRAPHIC:.*)$/ : /^(?:GRAPHIC|GRAFIK): /;
  const part = lines.findIndex(({ said }, at) => at >= bodyAt && at < end && heading.test(said));
  return part < 0 ? end : aboveTail(lines.slice(0, part), bodyAt);
}

/** Above the lines at the end that are of no text, and above those that go on from the first of their block. */
function aboveTail(lines: Lines, from: number): number {
  let end = lines.length;
  for (let at = end - 1; at >= from; at -= 1) {
    const line = lines[at] as Line;
    if (line.said === "") continue;
    if (!isTail(line)) while (at > from && lines[at - 1]?.said !== "") at -= 1;
    if (!isTail(lines[at] as Line)) break;
    end = at;
  }
  return end;
}

/** What an export says of itself on its first page, above the first headline. */
const cover =
  /^(?:Job Number|Date and Time|User Name|Client\/Matter|Search Terms|Search Type|Narrowed by|Documents? \(\d+\))/;

type Top = Pick<PressArticle, "headline" | "publisher" | "day">;

/** What stands above the fields: publisher, day, headline; in Nexis Uni headline, publisher, day. */
function topOf(lines: Lines, isUni: boolean): Top {
  const said = withoutNotices(lines);
  const at = dayAt(said);
  if (at < 0) return undatedTop(said.filter(Boolean), isUni);
  const day = dayLine(said[at] ?? "")?.day;
  const [names, edition, below] = [
    said.slice(0, at),
    said.slice(at + 1, blankAt(said, at)),
    said.slice(blankAt(said, at)),
  ].map((each) => each.filter(Boolean)) as [string[], string[], string[]];
  const isHeadlineFirst = below.length === 0 ? isUni || names.length > 1 : isUni && names.length > 1;
  if (isHeadlineFirst) return { day, ...headlineFirst(names) };
  const publisher = said.slice(0, said.lastIndexOf(names.at(-1) ?? "", at) + 1);
  return {
    day,
    publisher: publisher.slice(publisher.lastIndexOf("") + 1).join(" "),
    headline: (below.length > 0 ? withoutEdition(below) : edition).join(" "),
  };
}

/** An edition stands below the day, in Word as a paragraph of its own. */
function withoutEdition(below: readonly string[]): readonly string[] {
  return below.length > 1 && /\b(?:edition|ausgabe|édition)\b/i.test(below[0] ?? "") ? below.slice(1) : below;
}

function headlineFirst(names: readonly string[]): Top {
  if (names.length < 2) return { publisher: "", headline: names.join() };
  const headline = names.slice(names.some((line) => cover.test(line)) ? -2 : 0, -1);
  return { publisher: names.at(-1) ?? "", headline: headline.join(" ") };
}

function undatedTop(names: readonly string[], isUni: boolean): Top {
  if (isUni) return headlineFirst(names);
  const [publisher = "", ...headline] = names.length > 1 ? names : ["", ...names];
  return { publisher, headline: headline.join(" ") };
}

/** The day's line: below something, for days stand in headlines too; else the first that is one or begins with one. */
function dayAt(said: readonly string[]): number {
  const top = said.findIndex((line) => line !== "");
  const isAlone = (line: string) => dayLine(line)?.isAlone === true;
  const tries = [
    said.findIndex((line, at) => at > top && isAlone(line)),
    said.findIndex(isAlone),
    said.findIndex((line) => dayLine(line) !== undefined),
  ];
  return tries.find((at) => at >= 0) ?? -1;
}

/** Lines of a notice of rights, at most. */
const maxNotice = 6;

/** What lines say, but for notices of rights until the line that ends them, pages and links. */
function withoutNotices(lines: Lines): readonly string[] {
  const said = lines.map((line) => line.said);
  for (const [at, line] of said.entries()) {
    if (/^(?:Page \d+ of \d+|Link (?:to|zu[mr]?) (?:PDF|Image|Original)\b.*)$/i.test(line)) said[at] = "";
    if (!isNotice(line)) continue;
    const block = said.slice(at, at + maxNotice);
    const ends = block.slice(0, blankAt(block, 0)).findLastIndex(endsNotice);
    said.fill("", at, at + Math.max(ends, 0) + 1);
  }
  return said;
}
