import { h, type ComponentChildren as Markup } from "preact";
import { figure } from "../components/figure.ts";
import { lanes } from "../components/lanes.ts";
import { type PositionShown, positionCard, positionFields } from "../components/position.ts";
import { sidesBar, sidesOf } from "../components/sides.ts";
import { spectrum } from "../components/spectrum.ts";
import { empty, heading, laterDay, section } from "../components/states.ts";
import { asOfAt, hrefTo, type Place, pathOf } from "../place.ts";
import type { View } from "../view.ts";
import { counted, directionWords } from "../words.ts";
import { isDrawn, lanesOf, type OverTime, overTimeFields, overTimeVariables } from "./timeline-lanes.ts";

interface Named {
  readonly id: string;
  readonly label: string;
}

interface Data extends OverTime {
  readonly issue: {
    readonly id: string;
    readonly label: string;
    readonly proposition: string;
    readonly pro: string;
    readonly contra: string;
    readonly parent: Named | null;
    readonly children: readonly Named[];
    readonly facets: readonly { readonly name: string; readonly values: readonly string[] }[];
    readonly spread: { readonly actors: number; readonly polarization: number | null };
    readonly positions: {
      readonly totalCount: number;
      readonly nodes: readonly (PositionShown & { readonly score: number })[];
    };
  } | null;
}

type Issue = NonNullable<Data["issue"]>;

/** An issue: what it asks, both poles, and where everybody stands. */
export const issue: View<Data> = {
  document: `
    query Issue($by: IssueBy!, $id: ID!, $asOf: AsOf, $to: Date, $knownAt: DateTime) {
      issue(by: $by) {
        id label proposition pro contra
        parent { id label } children { id label }
        facets { name values }
        spread(asOf: $asOf) { actors polarization }
        positions(first: 100, asOf: $asOf, orderBy: [{ field: SCORE, direction: DESC }]) {
          totalCount
          nodes { ...PositionShown score }
        }
      }
      ${overTimeFields}
    }
    ${positionFields}
  `,
  variables: (place) => overTimeVariables(place, `issue:${place.params.id}`),
  title: (data) => data.issue?.label ?? "Issue",
  summary: (data) => data.issue?.proposition ?? "",
  sides: (data) => sidesOf(data.issue?.positions.nodes ?? []),
  isFound: (data) => data.issue !== null,
  body: ({ data, place }) => {
    const found = data.issue as Issue;
    const { nodes, totalCount } = found.positions;
    return h("div", { class: "wide-stack" }, [
      heading(found.label, found.proposition),
      poles(found),
      around(place, found),
      nodes.length === 0
        ? empty("Nobody is known to have a position on this at this time.", laterDay)
        : [
            section(
              "sides",
              `Where ${counted(totalCount, "actor")} stand`,
              sidesBar(sidesOf(nodes)),
              polarization(found),
              spectrumOf(place, found),
            ),
            section(
              "positions",
              "In their words",
              h(
                "div",
                { class: "cards two" },
                nodes.map((position) => positionCard(place, position, "actor")),
              ),
            ),
            totalCount > nodes.length &&
              h(
                "p",
                { class: "soft" },
                `${totalCount - nodes.length} more are in the API and the downloads.`,
              ),
          ],
      nodes.length > 0 && overTime(place, data, found),
    ]);
  },
};

function poles({ pro, contra }: Issue): Markup {
  return h("dl", { class: "sides" }, [
    h("div", { class: "card" }, [
      h("dt", { class: "mark SUPPORTS" }, "▲ To support it is"),
      h("dd", null, pro),
    ]),
    h("div", { class: "card" }, [
      h("dt", { class: "mark OPPOSES" }, "▼ To oppose it is"),
      h("dd", null, contra),
    ]),
  ]);
}

/** A number says little without what it means. */
function polarization({ spread: { actors, polarization: value } }: Issue): Markup {
  return (
    value !== null &&
    actors > 1 &&
    h("p", { class: "small" }, [
      h("b", null, `Polarisation ${value.toFixed(2)}`),
      h(
        "span",
        { class: "soft" },
        " by van der Eijk's agreement: 0 where all take one place, 0.5 where they spread evenly, 1 where half are at each end.",
      ),
    ])
  );
}

function around(place: Place, { parent, children, facets }: Issue): Markup {
  const link = ({ id, label }: Named) => h("a", { href: hrefTo(place, pathOf(id)) }, label);
  return (
    (parent !== null || children.length > 0 || facets.length > 0) &&
    h("dl", { class: "facts" }, [
      parent !== null && [h("dt", null, "Part of"), h("dd", null, link(parent))],
      children.length > 0 && [
        h("dt", null, "Parts"),
        h(
          "dd",
          null,
          children.flatMap((child, index) => [index > 0 && ", ", link(child)]),
        ),
      ],
      ...facets.map(({ name, values }) => [h("dt", null, name), h("dd", null, values.join(", "))]),
    ])
  );
}

function spectrumOf(place: Place, { id, label, contra, pro, positions }: Issue): Markup {
  const { nodes } = positions;
  return figure({
    name: `spectrum-${id.replace("issue:", "")}`,
    caption: `Actors between opposing (left) and supporting (right): ${label}. By the newest stance; strong ones are further out.`,
    picture: spectrum(
      nodes.map(({ actor, direction, score }) => ({
        name: actor.name,
        href: `#${actor.id.replace(":", "-")}`,
        direction,
        score,
      })),
      { contra, pro },
    ),
    table: nodes.map(({ actor, direction, intensity, score, since, stanceCount, sourceCount }) => ({
      actor: actor.name,
      position: directionWords(direction, intensity).words,
      score,
      since,
      stances: stanceCount,
      sources: sourceCount,
    })),
    document:
      "query ($by: IssueBy!, $asOf: AsOf) { issue(by: $by) { positions(first: 100, asOf: $asOf) { nodes { actor { name } direction intensity score since } } } }",
    variables: { by: { id }, asOf: asOfAt(place) },
    command: `stancegraph positions --issue ${id}${place.at === null ? "" : ` --at ${place.at}`}`,
  });
}

function overTime(place: Place, data: Data, { id, label }: Issue): Markup {
  const more = h(
    "p",
    null,
    h("a", { href: hrefTo(place, "/timeline", { issue: id }) }, "With its table, files and query"),
  );
  return (
    isDrawn(data) &&
    section("time", `${label} over time`, h("div", { class: "figure" }, lanes(lanesOf(place, data))), more)
  );
}
