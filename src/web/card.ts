import { h, type ComponentChildren as Markup } from "preact";
import { renderToString } from "preact-render-to-string";
import { titleOf } from "./app.ts";
import type { Sides } from "./components/sides.ts";
import { type Direction, directions } from "./query.ts";
import type { Loaded, View } from "./view.ts";
import { dateWords, signs } from "./words.ts";

/** As wide and high as those who show links of others ask for. */
const size = { width: 1200, height: 630 } as const;
const margin = 72;
const inner = size.width - 2 * margin;
/** What a letter takes on average, by its size: a little more than most. */
const letter = { bold: 0.63, plain: 0.55 } as const;

const colours: Readonly<Record<Direction, string>> = {
  SUPPORTS: "#0a5ea8",
  OPPOSES: "#a83f00",
  AMBIVALENT: "#6b3fa0",
  NEUTRAL: "#4d5763",
  UNDECIDED: "#7a858f",
  DECLINED_TO_COMMENT: "#a7afb7",
};

/** A page as a picture for those who show links to it: what it is about, how the sides stand, as of when. SVG. */
export function cardOf(view: View, loaded: Loaded): string {
  const { data, place, site } = loaded;
  const own = titleOf(view, loaded).replace(` · ${site.title}`, "");
  const above = own === site.title ? "Who holds which position" : site.title;
  const title = lines(own, {
    at: 60,
    rows: 2,
    letter: letter.bold,
  });
  const summary = lines(view.summary?.(data, place) ?? "", { at: 34, rows: 3, letter: letter.plain });
  const sides = view.sides?.(data) ?? new Map();
  const time = place.at === null ? `revision ${site.revision}` : `as of ${dateWords(place.at)}`;
  const below = 190 + title.length * 72;
  return renderToString(
    h("svg", { xmlns: "http://www.w3.org/2000/svg", ...size, "font-family": "DejaVu Sans" }, [
      h("rect", { ...size, fill: "#fff" }),
      h("rect", { width: size.width, height: 96, fill: "#12263f" }),
      text(
        { y: 60, size: 30, fill: "#fff", bold: true },
        lines(above, { at: 30, rows: 1, letter: letter.bold })[0],
      ),
      title.map((line, row) => text({ y: 190 + row * 72, size: 60, fill: "#16202c", bold: true }, line)),
      summary.map((line, row) => text({ y: below + row * 48, size: 34, fill: "#515d6b" }, line)),
      sides.size > 0 && bar(sides),
      text({ y: 596, size: 24, fill: "#515d6b" }, `stancegraph, ${time}`),
    ]),
  );
}

interface Written {
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
}

function text({ y, size: fontSize, fill, bold = false }: Written, words: string | undefined): Markup {
  return h("text", { x: margin, y, "font-size": fontSize, fill, "font-weight": bold ? 700 : 400 }, words);
}

/** How many take each side, as a bar with its words. */
function bar(sides: Sides): Markup {
  const held = directions.filter((direction) => (sides.get(direction) ?? 0) > 0);
  const total = held.reduce((sum, direction) => sum + (sides.get(direction) ?? 0), 0);
  let from = margin;
  const boxes = held.map((direction) => {
    const width = ((sides.get(direction) ?? 0) / total) * inner;
    const box = h("rect", { x: from, y: 476, width: width - 4, height: 28, fill: colours[direction] });
    from += width;
    return box;
  });
  const words = held.map(
    (direction) => [direction, `${sides.get(direction)} ${signs[direction].side}`] as const,
  );
  return [
    ...boxes,
    h(
      "text",
      { x: margin, y: 544, "font-size": 28, "font-weight": 700 },
      words.map(([direction, each], index) =>
        h("tspan", { fill: colours[direction] }, `${index === 0 ? "" : " · "}${each}`),
      ),
    ),
  ];
}

interface Setting {
  /** Font size. */
  readonly at: number;
  readonly rows: number;
  readonly letter: number;
}

/** A text in lines as long as the card allows; the last one tells when there was more. */
function lines(words: string, { at, rows, letter: share }: Setting): readonly string[] {
  const longest = Math.floor(inner / (at * share));
  const set: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = set.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest)
      set[set.length - 1] = `${last} ${word}`;
    else set.push(word.slice(0, longest));
  }
  if (set.length <= rows) return set;
  const [kept, last = ""] = [set.slice(0, rows - 1), set[rows - 1]];
  return [...kept, `${last.slice(0, longest - 1)}…`];
}
