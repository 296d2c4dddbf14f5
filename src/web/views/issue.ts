import { h, type ComponentChildren as Markup } from "preact";
import type { Direction, IssueData, PositionData } from "../query.ts";
import { signs } from "../words.ts";
import { positionItem } from "./position.ts";

/** An issue with its poles and everybody's position on it. */
export function issueSection({ id, label, proposition, pro, contra, positions }: IssueData): Markup {
  const { nodes, totalCount } = positions;
  const hidden = totalCount - nodes.length;
  return h("section", { id: id.replace(":", "-"), "aria-labelledby": `${id.replace(":", "-")}-title` }, [
    h("p", { class: "over" }, label),
    h("h2", { id: `${id.replace(":", "-")}-title` }, proposition),
    h("dl", { class: "poles" }, [
      h("dt", null, "For:"),
      h("dd", null, pro),
      h("dt", null, "Against:"),
      h("dd", null, contra),
    ]),
    hidden === 0 && h("ul", { class: "tally", "aria-label": "How many hold which side" }, tally(nodes)),
    h("ul", { class: "positions" }, nodes.map(positionItem)),
    hidden > 0 &&
      h(
        "p",
        { class: "soft" },
        `${hidden} more positions are not shown here; `,
        h("a", { href: "/graphql" }, "ask for them by query"),
        ".",
      ),
  ]);
}

/** How many hold each side, in the order from for to against. */
function tally(positions: readonly PositionData[]): readonly Markup[] {
  const bySide = Map.groupBy(positions, ({ direction }) => direction);
  return (Object.keys(signs) as readonly Direction[]).flatMap((direction) => {
    const count = bySide.get(direction)?.length ?? 0;
    const { glyph, side } = signs[direction];
    if (count === 0) return [];
    return [
      h(
        "li",
        { class: direction },
        h("span", { "aria-hidden": "true" }, `${glyph} `),
        h("b", null, count),
        ` ${side}`,
      ),
    ];
  });
}
