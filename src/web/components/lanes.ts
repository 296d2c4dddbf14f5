import { scaleLinear } from "d3-scale";
import { h, type ComponentChildren as Markup } from "preact";
import { yearTicks } from "../days.ts";
import type { Direction } from "../query.ts";
import { signs } from "../words.ts";

/** Days are numbers, since 1970. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
}

interface Tick extends Segment {
  readonly title: string;
  readonly href: string;
}

export interface Lane {
  readonly name: string;
  readonly href: string;
  readonly segments: readonly Segment[];
  /** Stances; those of one day begin and end on it. */
  readonly ticks: readonly Tick[];
}

export interface LanesShown {
  readonly from: number;
  readonly to: number;
  readonly lanes: readonly Lane[];
  readonly events: readonly { readonly day: number; readonly label: string }[];
  /** How many more there are. */
  readonly hidden: number;
}

const width = 1000;
const left = 210;
const top = 34;
const rowHeight = 30;

/** A line an actor over time: what it held when, and the stances that tell it. */
export function lanes({ from, to, lanes: shown, events, hidden }: LanesShown): Markup {
  const bottom = top + shown.length * rowHeight;
  const height = bottom + (hidden > 0 ? 28 : 10);
  const x = scaleLinear([from, to], [left, width - 16]);
  return h("div", { class: "scroll" }, [
    h(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: "group",
        "aria-label": `Positions of ${shown.length} actors over time`,
      },
      [
        ...yearTicks(from, to).flatMap(({ day, label }) => [
          h("line", { class: "axis", x1: x(day), x2: x(day), y1: top - 8, y2: bottom }),
          h("text", { class: "faint", x: x(day), y: 16, "text-anchor": "middle" }, label),
        ]),
        ...events.map(({ day, label }) =>
          h(
            "line",
            { class: "event", x1: x(day), x2: x(day), y1: top - 8, y2: bottom },
            h("title", null, label),
          ),
        ),
        ...shown.map((lane, index) => laneOf(lane, top + index * rowHeight + rowHeight / 2, x)),
        hidden > 0 &&
          h(
            "text",
            { class: "faint", x: left, y: bottom + 20 },
            `${hidden} more actors with fewer stances are in the table and the API.`,
          ),
      ],
    ),
  ]);
}

function laneOf({ name, href, segments, ticks }: Lane, y: number, x: (day: number) => number): Markup {
  return h("g", null, [
    h(
      "a",
      { href },
      h(
        "text",
        { x: left - 12, y: y + 4, "text-anchor": "end" },
        name.length > 30 ? `${name.slice(0, 29)}…` : name,
      ),
    ),
    h("line", { class: "axis", x1: left, x2: width, y1: y + rowHeight / 2, y2: y + rowHeight / 2 }),
    ...segments.map(({ from, to, direction }) =>
      h("line", {
        class: `${direction} held`,
        x1: x(from),
        x2: Math.max(x(to), x(from) + 2),
        y1: y,
        y2: y,
        stroke: "currentColor",
      }),
    ),
    ...segments.map(({ from, direction }) =>
      h(
        "text",
        {
          class: `${direction} sign`,
          x: x(from),
          y: y - 6,
          "text-anchor": "middle",
          fill: "currentColor",
          "aria-hidden": "true",
        },
        signs[direction].glyph,
      ),
    ),
    ...ticks.map(({ from, to, direction, title, href: evidence }) =>
      h(
        "a",
        { href: evidence, class: direction },
        from === to
          ? h(
              "circle",
              { class: "tick", cx: x(from), cy: y, r: 5, fill: "currentColor" },
              h("title", null, title),
            )
          : h(
              "rect",
              {
                class: "band",
                x: x(from),
                y: y - 5,
                width: Math.max(4, x(to) - x(from)),
                height: 10,
                rx: 5,
                fill: "currentColor",
              },
              h("title", null, title),
            ),
      ),
    ),
  ]);
}
