import { dayLine, type Line, type PressArticle, textAt } from "./press.ts";

/** The codes of Factiva's fields, in the order in which they stand: above the text, the text, below it. */
const codes = [
  ["CLM", "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY"],
  ["LP", "TD"],
  ["CT", "RF", "ART", "CX", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "DE", "AN"],
] as const;
const places = new Map(codes.flatMap((group, place) => group.map((code) => [code as string, place])));

/** An article whose fields begin with codes; null where they do not. */
export function codedArticle(whole: string, lines: readonly Line[]): PressArticle | null {
  const fields = fieldsIn(whole, lines);
  const told = ["WC", "PD", "SN", "SC", "LA", "CY"].filter((code) => fields.has(code));
  const hasText = fields.has("LP") || fields.has("TD");
  if (!fields.has("HD") || !hasText || told.length < 2) return null;
  const said = (code: string) =>
    fields
      .get(code)
      ?.map((line) => line.said)
      .join(" ")
      .trim() ?? "";
  const texts = ["LP", "TD"].map((code) => unindented(whole, fields.get(code) ?? []));
  return {
    headline: said("HD"),
    text: texts.filter((text) => text !== "").join("\n\n"),
    byline: said("BY"),
    publisher: said("SN"),
    day: dayLine(said("PD"))?.day,
    language: said("LA"),
  };
}

/** The lines of each field, the first without its code. */
function fieldsIn(whole: string, lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const fields = new Map<string, Line[]>();
  const layout = layoutOf(whole, lines);
  let [open, place]: [Line[], number] = [[], 0];
  for (const line of lines) {
    const found = layout?.codeIn(line);
    const next = places.get(found?.code ?? "");
    const follows = next === place ? place !== 1 || found?.code === "TD" : next === place + 1;
    const isField = found !== undefined && next !== undefined && follows && !fields.has(found.code);
    if (isField && (place !== 1 || layout?.isSure(found))) {
      open = [found.value];
      place = next;
      fields.set(found.code, open);
    } else open.push(line);
  }
  return fields;
}

interface CodeLine {
  readonly code: string;
  readonly value: Line;
}

interface Layout {
  readonly codeIn: (line: Line) => CodeLine | undefined;
  /** Whether a line within a text is a field, and not a word in capitals. */
  readonly isSure: (found: CodeLine) => boolean;
}

/** How codes stand apart from values, as the first headline's does: by a tab or spaces, a line of their own, or one space. */
function layoutOf(whole: string, lines: readonly Line[]): Layout | null {
  const headline = /^([ \t]*)HD(?:$|(\t| {2,})| )/;
  const found = lines
    .map(({ start, end }) => headline.exec(whole.slice(start, end)))
    .find((each) => each !== null);
  if (found === undefined) return null;
  const isNarrow = found[0].endsWith("HD ");
  const gap = isNarrow ? " +|\\t" : "\\t| {2,}";
  const pattern = new RegExp(`^(${found[1]}([A-Z]{2,3})(?:$|(?:${gap})[ \\t]*))(.*)$`);
  return {
    codeIn: ({ start, end }) => {
      const [, head = "", code, value = ""] = pattern.exec(whole.slice(start, end)) ?? [];
      if (code === undefined) return undefined;
      const said = value.replaceAll(/\s+/g, " ").trim();
      return { code, value: { said, start: start + head.length, end } };
    },
    isSure: ({ code, value }) =>
      !isNarrow ||
      /^(?:TD|IPC|IPD|PUB)$/.test(code) ||
      (code === "AN" ? value.said === "" : /^\S+ : /.test(value.said)),
  };
}

/** A text without the space by which its field is set in. */
function unindented(whole: string, lines: readonly Line[]): string {
  const below = lines.slice(1).filter(({ said }) => said !== "");
  const spaces = below.map(({ start, end }) => /^[ \t]*/.exec(whole.slice(start, end))?.[0].length ?? 0);
  const indent = spaces.length === 0 ? 0 : Math.min(...spaces);
  const text = textAt(whole, lines);
  return indent === 0 ? text : text.replaceAll(new RegExp(`(^|\\n)[ \\t]{${indent}}`, "g"), "$1");
}
