import { scaleLinear } from "d3-scale";
import { h, type ComponentChildren as Markup } from "preact";
import type { Direction } from "../query.ts";
import { signs } from "../words.ts";

export interface Placed {
  readonly name: string;
  readonly href: string;
  readonly direction: Direction;
  /** −1 against to 1 for. */
  readonly score: number;
}

const width = 1100;
const rowHeight = 24;
const top = 28;
const left = 260;

/** Everybody on a line from against to for, a row each. */
export function spectrum(
  placed: readonly Placed[],
  poles: { readonly pro: string; readonly contra: string },
): Markup {
  const height = top + placed.length * rowHeight + 8;
  const x = scaleLinear([-1, 1], [left + 24, width - 24]);
  return h("div", { class: "scroll" }, [
    h(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: "group",
        "aria-label": `${placed.length} actors between ${poles.contra} and ${poles.pro}`,
      },
      [
        ...[-1, -0.5, 0, 0.5, 1].map((score) =>
          h("line", { class: "axis", x1: x(score), x2: x(score), y1: top - 6, y2: height - 4 }),
        ),
        h("text", { x: x(-1), y: 14, "text-anchor": "start", class: "OPPOSES" }, "▼ opposes"),
        h("text", { x: x(0), y: 14, "text-anchor": "middle", class: "faint" }, "neither"),
        h("text", { x: x(1), y: 14, "text-anchor": "end", class: "SUPPORTS" }, "supports ▲"),
        ...placed.map((each, index) => row(each, top + index * rowHeight + rowHeight / 2, x(each.score))),
      ],
    ),
  ]);
}

function row({ name, href, direction }: Placed, y: number, x: number): Markup {
  return h("a", { href, class: direction }, [
    h("line", { class: "axis", x1: left, x2: width, y1: y + rowHeight / 2, y2: y + rowHeight / 2 }),
    h("text", { x: left - 10, y: y + 4, "text-anchor": "end" }, shortened(name)),
    h("circle", { cx: x, cy: y, r: 8, fill: "currentColor" }),
    h(
      "text",
      { class: "glyph", x, y: y + 3.5, "text-anchor": "middle", "aria-hidden": "true" },
      signs[direction].glyph,
    ),
  ]);
}

function shortened(name: string): string {
  return name.length > 34 ? `${name.slice(0, 33)}…` : name;
}
