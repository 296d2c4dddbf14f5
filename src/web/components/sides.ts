import { h, type ComponentChildren as Markup } from "preact";
import { type Direction, directions } from "../query.ts";
import { counted, signs } from "../words.ts";

export type Sides = ReadonlyMap<Direction, number>;

/** How many hold each side, as a bar and in words. */
export function sidesBar(sides: Sides, thing = "actor"): Markup {
  const held = directions.filter((direction) => (sides.get(direction) ?? 0) > 0);
  const total = held.reduce((sum, direction) => sum + (sides.get(direction) ?? 0), 0);
  return h("div", { class: "tight" }, [
    h(
      "svg",
      {
        class: "sides-bar",
        viewBox: "0 0 100 6",
        width: "100%",
        height: 10,
        preserveAspectRatio: "none",
        "aria-hidden": "true",
      },
      boxes(sides, held, total),
    ),
    h(
      "p",
      { class: "legend small" },
      held.map((direction) =>
        h(
          "span",
          { class: direction },
          `${signs[direction].glyph} ${sides.get(direction)} ${signs[direction].side}`,
        ),
      ),
    ),
    h("p", { class: "hidden" }, `${counted(total, thing)} in all`),
  ]);
}

function boxes(sides: Sides, held: readonly Direction[], total: number): readonly Markup[] {
  let from = 0;
  return held.map((direction) => {
    const width = ((sides.get(direction) ?? 0) / total) * 100;
    const box = h("rect", {
      class: direction,
      x: from,
      y: 0,
      width: Math.max(0.5, width - 0.6),
      height: 6,
      fill: "currentColor",
    });
    from += width;
    return box;
  });
}

/** How many of some positions take each side. */
export function sidesOf(positions: readonly { readonly direction: Direction }[]): Sides {
  const sides = new Map<Direction, number>();
  for (const { direction } of positions) sides.set(direction, (sides.get(direction) ?? 0) + 1);
  return sides;
}

/** How contested: the smaller of the two sides, by which most is at stake. */
export function contest(sides: Sides): number {
  return Math.min(sides.get("SUPPORTS") ?? 0, sides.get("OPPOSES") ?? 0);
}

/** Counts by issue and direction, by issue. */
export function sidesByIssue(
  counts: readonly { readonly keys: readonly { readonly value: string | null }[]; readonly actors: number }[],
): ReadonlyMap<string, Sides> {
  const issues = new Map<string, Map<Direction, number>>();
  for (const { keys, actors } of counts) {
    const [issue, direction] = keys.map(({ value }) => value);
    if (issue == null || direction == null) continue;
    const sides = issues.get(issue) ?? new Map<Direction, number>();
    sides.set(direction as Direction, actors);
    issues.set(issue, sides);
  }
  return issues;
}
