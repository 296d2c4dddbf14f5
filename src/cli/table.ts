import { type Cell, type Column, inWords, type Row } from "./row.ts";
import type { coloursOf } from "./style.ts";

export interface TableLook {
  /** Characters a line may take; null for as many as it needs. */
  readonly width: number | null;
  readonly colours: ReturnType<typeof coloursOf>;
}

const gap = "  ";
/** Below this a column is not cut; the last one, which has the longest text, is first cut to what still reads. */
const narrowest = 8;
const readable = 24;

/** An aligned table. On a terminal the last column is cut to fit, then the widest; cut text ends in an ellipsis. */
export function tableText(
  columns: readonly Column[],
  rows: readonly Row[],
  { width, colours }: TableLook,
): string {
  const texts = rows.map((row) => columns.map(({ name }) => plain(row[name] ?? null)));
  const isNumber = columns.map(
    ({ name }) => rows.length > 0 && rows.every((row) => isNumeric(row[name] ?? null)),
  );
  const needed = columns.map(({ name }, index) =>
    Math.max(...[name, ...texts.map((line) => line[index] ?? "")].map(widthOf)),
  );
  const widths = width === null ? needed : fitted(needed, width);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => padded(cell, widths[index] ?? 0, isNumber[index] === true))
      .join(gap)
      .trimEnd();
  const lines = [colours.bold(line(columns.map(({ name }) => name))), ...texts.map(line)];
  return `${lines.join("\n")}\n`;
}

/** How many places a text takes on a terminal: wide letters two, accents none. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return charactersOf(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

let graphemes: Intl.Segmenter | null = null;

/** What a reader sees as characters. The segmenter is made when first needed: that takes longer than most tables. */
function charactersOf(text: string): readonly string[] {
  graphemes ??= new Intl.Segmenter();
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

function plain(cell: Cell): string {
  if (cell === null) return "";
  return onOneLine(String(inWords(cell)));
}

/** One line, without the control characters by which text from elsewhere could play with a terminal. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

function isNumeric(cell: Cell): boolean {
  return cell === null || typeof cell === "number";
}

function padded(text: string, width: number, isRight: boolean): string {
  const cut = cutTo(text, width);
  const space = " ".repeat(Math.max(0, width - widthOf(cut)));
  return isRight ? space + cut : cut + space;
}

function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let taken = 1;
  for (const character of charactersOf(text)) {
    taken += widthOf(character);
    if (taken > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Takes from the last column, then from the widest, a place at a time, until the line fits or all are narrow. */
function fitted(needed: readonly number[], width: number): readonly number[] {
  const widths = [...needed];
  const last = widths.at(-1) ?? 0;
  let over = widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1)) - width;
  const cut = Math.max(0, Math.min(over, last - readable));
  widths[widths.length - 1] = last - cut;
  over -= cut;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return widths;
}
