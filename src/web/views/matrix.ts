import { h, type ComponentChildren as Markup } from "preact";
import { chips, chosenIn } from "../components/choices.ts";
import { queryOf } from "../components/figure.ts";
import { type PositionShown, positionCard, positionFields } from "../components/position.ts";
import { empty, heading } from "../components/states.ts";
import { asOfAt, hrefWith, type Place } from "../place.ts";
import type { CountData } from "../query.ts";
import type { View } from "../view.ts";
import { type Cell, type Grid, gridOf, sorts } from "./matrix-grid.ts";
import { matrixTable } from "./matrix-table.ts";

interface First {
  readonly holders: readonly CountData[];
  readonly issues: readonly CountData[];
}

interface Data {
  readonly positionMatrix: readonly Cell[];
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

const matrixDocument = `
  query Matrix($actors: ActorWhere, $issues: IssueWhere, $asOf: AsOf, $isOpen: Boolean!, $actor: ActorBy!, $issue: IssueBy!) {
    positionMatrix(actors: $actors, issues: $issues, asOf: $asOf) {
      actorId actorName issueId issueLabel direction intensity conditional contested
      actor { kind }
    }
    position(actor: $actor, issue: $issue, asOf: $asOf) @include(if: $isOpen) { ...PositionShown }
  }
  ${positionFields}
`;

/** Actors by issues: where each stands on each. */
export const matrix: View<Data> = {
  first: {
    document: `
      query Most($asOf: AsOf) {
        holders: stanceCounts(where: { status: { eq: ACCEPTED } }, asOf: $asOf, groupBy: [HOLDER]) { keys { value label } stances actors }
        issues: stanceCounts(where: { status: { eq: ACCEPTED } }, asOf: $asOf, groupBy: [ISSUE]) { keys { value label } stances actors }
      }
    `,
    variables: (place) => ({ asOf: asOfAt(place) }),
  },
  document: matrixDocument,
  variables: variablesOf,
  title: () => "Matrix",
  summary: () => "Actors by issues: who supports, who opposes, and of whom nothing is known.",
  body: ({ data, place }) => {
    const grid = gridOf(place, data.positionMatrix);
    const { position } = data;
    return h("div", { class: "wide-stack" }, [
      heading(
        "Matrix",
        "Where each actor stands on each issue",
        "Dotted cells are unknown: no stance tells. Open a cell for its words.",
      ),
      controls(place),
      data.positionMatrix.length === 0
        ? empty("No position is known at this time.", "Choose a later day above, or take the day away.")
        : h("div", { class: position === undefined ? "beside" : "beside is-open" }, [
            matrixTable(place, grid),
            position !== undefined && panel(place, position),
          ]),
      takes(place, data.positionMatrix, grid),
    ]);
  },
};

function variablesOf(place: Place, first: unknown) {
  const { holders, issues } = first as First;
  const [actor = "", issue = ""] = (place.search.open ?? "").split("~");
  return {
    actors: { id: { in: mostOf(holders, Number(chosenIn(place, "rows", sizes))) } },
    issues: { id: { in: mostOf(issues, Number(chosenIn(place, "columns", widths))) } },
    asOf: asOfAt(place),
    isOpen: actor !== "" && issue !== "",
    actor: { id: actor === "" ? "actor:none" : actor },
    issue: { id: issue === "" ? "issue:none" : issue },
  };
}

/** Those with the most stances. */
function mostOf(counts: readonly CountData[], size: number): readonly string[] {
  return counts
    .toSorted((a, b) => b.stances - a.stances)
    .slice(0, size)
    .flatMap(({ keys }) => keys[0]?.value ?? []);
}

function controls(place: Place): Markup {
  return h("div", { class: "row screen" }, [
    h("div", null, [
      h("p", { class: "small soft" }, "Sorted by"),
      chips(place, "sort", sorts, chosenIn(place, "sort", sorts)),
    ]),
    h("div", null, [
      h("p", { class: "small soft" }, "The most active"),
      chips(place, "rows", sizes, chosenIn(place, "rows", sizes)),
    ]),
    h("div", null, [
      h("p", { class: "small soft" }, "The most disputed"),
      chips(place, "columns", widths, chosenIn(place, "columns", widths)),
    ]),
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
  const at = place.at === null ? "" : `&at=${place.at}`;
  return h("div", { class: "stack small" }, [
    h("p", { class: "takes" }, [
      h(
        "span",
        { class: "soft" },
        `${cells.length} positions of ${actors.length} actors on ${issues.length} issues. All positions: `,
      ),
      ...["csv", "json", "jsonl"].map((format) =>
        h("a", { href: `/export/positions.${format}?${at.slice(1)}`, download: true }, format.toUpperCase()),
      ),
    ]),
    queryOf({
      document:
        "query ($asOf: AsOf) { positionMatrix(asOf: $asOf) { actorName issueLabel direction intensity conditional contested } }",
      variables: { asOf: asOfAt(place) },
      command: `stancegraph matrix${place.at === null ? "" : ` --at ${place.at}`}`,
    }),
  ]);
}
