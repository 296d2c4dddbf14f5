import { h, type ComponentChildren as Markup } from "preact";
import { figure, type Rows } from "../components/figure.ts";
import { lanes } from "../components/lanes.ts";
import { empty, heading, section } from "../components/states.ts";
import { mostIn, mostStances } from "../most.ts";
import { hrefTo, type Place } from "../place.ts";
import type { View } from "../view.ts";
import { dateWords, directionWords } from "../words.ts";
import {
  type Dated,
  isDrawn,
  lanesOf,
  type OverTime,
  overTimeFields,
  overTimeVariables,
} from "./timeline-lanes.ts";

interface Data extends OverTime {
  readonly issue: { readonly id: string; readonly label: string; readonly proposition: string } | null;
  readonly issues: { readonly nodes: readonly { readonly id: string; readonly label: string }[] };
}

/** Positions on one issue over time, with the evidence that they rest on. */
export const timeline: View<Data> = {
  first: mostStances(["ISSUE"]),
  document: `
    query Timeline($by: IssueBy!, $id: ID!, $to: Date, $knownAt: DateTime, $asOf: AsOf) {
      issue(by: $by) { id label proposition }
      issues(first: 100) { nodes { id label } }
      ${overTimeFields}
    }
  `,
  variables: (place, first) =>
    overTimeVariables(place, place.search.issue ?? mostIn(first, "ISSUE", 1)[0] ?? "issue:none"),
  title: (data) => (data.issue === null ? "Timeline" : `Timeline: ${data.issue.label}`),
  isFound: (data, { search }) => data.issue !== null || search.issue === undefined,
  body: ({ data, place }) =>
    h("div", { class: "wide-stack" }, [
      heading(
        "Timeline",
        data.issue?.proposition ?? "Positions over time",
        "Each line is an actor; ticks are the stances that were observed, bands those whose day is not certain.",
      ),
      choice(place, data),
      data.issue === null || !isDrawn(data)
        ? empty("No stance on this issue is dated.", "Choose another issue.")
        : [pictureOf(place, data, data.issue), eventList(place, data)],
    ]),
};

function choice(place: Place, { issue, issues }: Data): Markup {
  return h("form", { class: "filters", action: "/timeline", "data-auto": true }, [
    place.at !== null && h("input", { type: "hidden", name: "at", value: place.at }),
    h(
      "label",
      null,
      "Issue",
      h(
        "select",
        { name: "issue", key: issue?.id },
        issues.nodes.map(({ id, label }) => h("option", { value: id, selected: id === issue?.id }, label)),
      ),
    ),
    h("button", null, "Show"),
  ]);
}

function pictureOf(place: Place, data: Data, { id, label }: NonNullable<Data["issue"]>): Markup {
  return figure({
    name: `timeline-${id.replace("issue:", "")}`,
    caption: `Positions on ${label} over time: one line an actor, coloured by direction; a tick a stance, a band an uncertain day, a dotted line an event.`,
    picture: lanes(lanesOf(place, data)),
    table: tableOf(data.stances.nodes),
    document:
      "query ($by: IssueBy!) { positionTimeline(issue: $by, interval: MONTH) { at actorName direction intensity } }",
    variables: { by: { id } },
    command: `stancegraph timeline ${id}`,
  });
}

function tableOf(stances: readonly Dated[]): Rows {
  return stances.map(({ holder, direction, intensity, effectiveOn, evidence }) => ({
    actor: holder.name,
    position: directionWords(direction, intensity).words,
    on: effectiveOn?.edtf ?? null,
    words: evidence[0]?.quote ?? null,
  }));
}

function eventList(place: Place, { events }: Data): Markup {
  return (
    events.nodes.length > 0 &&
    section(
      "events",
      "Events",
      h(
        "ul",
        { class: "list" },
        events.nodes.map(({ label, happenedOn }) =>
          h("li", null, [
            h(
              "span",
              { class: "soft small" },
              happenedOn === null ? "undated " : `${dateWords(happenedOn.edtf)} `,
            ),
            label,
          ]),
        ),
      ),
      h(
        "p",
        { class: "small" },
        h("a", { href: hrefTo(place, "/documents") }, "The documents that tell of them"),
      ),
    )
  );
}
