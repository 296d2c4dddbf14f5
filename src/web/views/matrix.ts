import { h, type ComponentChildren as Markup } from "preact";
import { chosenIn, titledChips } from "../components/choices.ts";
import { queryOf } from "../components/figure.ts";
import { type PositionShown, positionCard, positionFields } from "../components/position.ts";
import { sidesOf } from "../components/sides.ts";
import { empty, heading, laterDay } from "../components/states.ts";
import { mostIn, mostStances } from "../most.ts";
import { asOfAt, hrefOf, hrefWith, type Place } from "../place.ts";
import type { View } from "../view.ts";
import { type Cell, type Grid, gridOf, sorts } from "./matrix-grid.ts";
import { matrixTable } from "./matrix-table.ts";

interface Data {
  /** In two parts: the API gives ten thousand cells at a time. */
  readonly some: readonly Cell[];
  readonly others: readonly Cell[];
  /** Null where no stance tells. Undefined when no cell is open. */
  readonly position?: PositionShown | null;
}

const sizes = [
  ["40", "40 actors"],
  ["20", "20"],
  ["100", "100"],
  ["200", "200"],
] as const;
const widths = [
  ["20", "20 issues"],
  ["10", "10"],
  ["60", "60"],
] as const;

const half = 100;

const matrixDocument = `
  query Matrix($some: ActorWhere, $others: ActorWhere, $issues: IssueWhere, $asOf: AsOf, $isOpen: Boolean!, $actor: ActorBy!, $issue: IssueBy!) {
    some: positionMatrix(actors: $some, issues: $issues, asOf: $asOf) { ...Shown }
    others: positionMatrix(actors: $others, issues: $issues, asOf: $asOf) { ...Shown }
    position(actor: $actor, issue: $issue, asOf: $asOf) @include(if: $isOpen) { ...PositionShown }
  }
  fragment Shown on MatrixCell {
    actorId actorName issueId issueLabel direction intensity conditional contested
    actor { kind }
  }
  ${positionFields}
`;

/** Actors by issues: where each stands on each. */
export const matrix: View<Data> = {
  first: mostStances(["HOLDER", "ISSUE"]),
  document: matrixDocument,
  variables: variablesOf,
  title: () => "Matrix",
  summary: () => "Actors by issues: who supports, who opposes, and of whom nothing is known.",
  sides: ({ some, others }) => sidesOf([...some, ...others]),
  body: ({ data, place }) => {
    const { some, others, position } = data;
    const cells = [...some, ...others];
    const grid = gridOf(place, cells);
    return h("div", { class: "wide-stack" }, [
      heading(
        "Matrix",
        "Where each actor stands on each issue",
        "Dotted cells are unknown: no stance tells. Open a cell for its words.",
      ),
      controls(place),
      cells.length === 0
        ? empty("No position is known at this time.", laterDay)
        : h("div", { class: position === undefined ? "beside" : "beside is-open" }, [
            matrixTable(place, grid),
            position !== undefined && panel(place, position),
          ]),
      takes(place, cells, grid),
    ]);
  },
};

function variablesOf(place: Place, first: unknown) {
  const [actor = "", issue = ""] = (place.search.open ?? "").split("~");
  const actors = mostIn(first, "HOLDER", Number(chosenIn(place, "rows", sizes)));
  return {
    some: { id: { in: actors.slice(0, half) } },
    others: { id: { in: actors.slice(half) } },
    issues: { id: { in: mostIn(first, "ISSUE", Number(chosenIn(place, "columns", widths))) } },
    asOf: asOfAt(place),
    isOpen: actor !== "" && issue !== "",
    actor: { id: actor === "" ? "actor:none" : actor },
    issue: { id: issue === "" ? "issue:none" : issue },
  };
}

function controls(place: Place): Markup {
  return h("div", { class: "row screen" }, [
    titledChips("Sorted by", place, "sort", sorts),
    titledChips("The most active", place, "rows", sizes),
    titledChips("The most disputed", place, "columns", widths),
  ]);
}

function panel(place: Place, position: PositionShown | null): Markup {
  return h("aside", { class: "panel stack", "aria-label": "Evidence", id: "evidence" }, [
    h("div", { class: "row" }, [
      h("h2", null, "Evidence"),
      h("a", { class: "chip", href: hrefWith(place, { open: null }) }, "Close ✕"),
    ]),
    position === null
      ? empty("Unknown: no stance tells where it stands on this.", "Unknown is not neutral.")
      : positionCard(place, position, "both"),
  ]);
}

function takes(place: Place, cells: readonly Cell[], { actors, issues }: Grid): Markup {
  const { at, known } = place;
  const href = (format: string) => hrefOf(`/export/positions.${format}`, { asOf: at, knownAt: known });
  return h("div", { class: "stack small" }, [
    h("p", { class: "takes" }, [
      h(
        "span",
        { class: "soft" },
        `${cells.length} positions of ${actors.length} actors on ${issues.length} issues. All positions: `,
      ),
      ...["csv", "json", "jsonl"].map((format) =>
        h("a", { href: href(format), download: true }, format.toUpperCase()),
      ),
    ]),
    queryOf({
      document:
        "query ($asOf: AsOf) { positionMatrix(asOf: $asOf) { actorName issueLabel direction intensity conditional contested } }",
      variables: { asOf: asOfAt(place) },
      command: `stancegraph positions --matrix${at === null ? "" : ` --at ${at}`}${known === null ? "" : ` --known-at ${known}`}`,
    }),
  ]);
}
