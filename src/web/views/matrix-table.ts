import { h, type ComponentChildren as Markup } from "preact";
import { hrefTo, hrefWith, listIn, type Place, pathOf, toggled } from "../place.ts";
import { counted, directionWords, kindWords, signs } from "../words.ts";
import type { Cell, Grid, GridActor, Group } from "./matrix-grid.ts";

/** The matrix: a row an actor, a column an issue. Arrow keys move among the cells where the browser's part runs. */
export function matrixTable(place: Place, { issues, groups }: Grid): Markup {
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Positions of actors on issues" },
    [
      h("table", { class: "matrix", "data-grid": true }, [
        h("caption", { class: "hidden" }, "Positions: a row an actor, a column an issue"),
        h(
          "thead",
          null,
          h("tr", null, [
            h("th", { scope: "col" }, "Actor"),
            ...issues.map(({ id, label }) =>
              h("th", { scope: "col" }, h("a", { href: hrefTo(place, pathOf(id)) }, label)),
            ),
          ]),
        ),
        h(
          "tbody",
          null,
          groups.flatMap((group) => rowsOf(place, group, issues)),
        ),
      ]),
    ],
  );
}

function rowsOf(place: Place, group: Group, issues: Grid["issues"]): readonly Markup[] {
  const rows = group.isFolded ? [] : group.actors.map((actor) => row(place, actor, issues));
  return group.kind === null ? rows : [groupRow(place, group, issues.length + 1), ...rows];
}

function groupRow(place: Place, { kind, actors, isFolded }: Group, width: number): Markup {
  const words = kind === "pinned" ? "pinned" : (kindWords[kind as string] ?? kind);
  const label = `${words} (${counted(actors.length, "actor")})`;
  const fold = toggled(listIn(place, "fold"), kind as string);
  return h("tr", { class: "group" }, [
    h(
      "th",
      { colSpan: width, scope: "colgroup" },
      kind === "pinned"
        ? label
        : h(
            "a",
            { href: hrefWith(place, { fold }), "aria-expanded": String(!isFolded), role: "button" },
            `${isFolded ? "▸" : "▾"} ${label}`,
          ),
    ),
  ]);
}

function row(place: Place, actor: GridActor, issues: Grid["issues"]): Markup {
  const pins = listIn(place, "pin");
  const isPinned = pins.includes(actor.id);
  return h("tr", null, [
    h("th", { scope: "row" }, [
      h("a", { href: hrefTo(place, pathOf(actor.id)) }, actor.name),
      " ",
      h(
        "a",
        {
          class: "pin screen",
          href: hrefWith(place, { pin: toggled(pins, actor.id) }),
          title: isPinned ? "Take from the top" : "Keep at the top",
          "aria-label": isPinned ? `Take ${actor.name} from the top` : `Keep ${actor.name} at the top`,
        },
        isPinned ? "▣" : "▢",
      ),
    ]),
    ...issues.map(({ id }) => cellOf(place, actor, actor.cells.get(id))),
  ]);
}

function cellOf(place: Place, actor: GridActor, cell: Cell | undefined): Markup {
  if (cell === undefined)
    return h(
      "td",
      { class: "UNKNOWN" },
      h("span", { class: "cell", tabIndex: -1 }, h("small", null, "unknown")),
    );
  const { direction, intensity, conditional, contested, issueId } = cell;
  const open = `${actor.id}~${issueId}`;
  const { words } = directionWords(direction, intensity);
  const also = `${conditional ? ", with conditions" : ""}${contested ? ", contested" : ""}`;
  return h(
    "td",
    { class: `${direction} s${Math.abs(intensity)}` },
    h(
      "a",
      {
        href: `${hrefWith(place, { open })}#evidence`,
        title: `${actor.name} ${words}${also}: ${cell.issueLabel}`,
        "aria-current": place.search.open === open ? "true" : undefined,
      },
      h(
        "b",
        { "aria-hidden": "true" },
        `${signs[direction].glyph}${conditional ? "*" : ""}${contested ? "!" : ""}`,
      ),
      h(
        "small",
        null,
        `${shortly(direction, intensity)}${conditional ? ", if …" : ""}${contested ? ", contested" : ""}`,
      ),
    ),
  );
}

function shortly(direction: Cell["direction"], intensity: number): string {
  const { side } = signs[direction];
  const short = direction === "DECLINED_TO_COMMENT" ? "declined" : direction === "AMBIVALENT" ? "both" : side;
  return Math.abs(intensity) === 2 ? `strongly ${short}` : short;
}
