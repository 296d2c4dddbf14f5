import { h, type ComponentChildren as Markup } from "preact";
import { type ChangeShown, changeCard, changeDocumentFields } from "../components/change.ts";
import { chips, chosenIn } from "../components/choices.ts";
import { queryOf } from "../components/figure.ts";
import { empty, heading } from "../components/states.ts";
import { asOfAt, dayIn, type Place } from "../place.ts";
import type { View } from "../view.ts";
import { counted, plainWords } from "../words.ts";

interface First {
  readonly dataset: { readonly counts: { readonly stances: number } };
  readonly stances: {
    readonly nodes: readonly { readonly effectiveOn: { readonly latest: string } | null }[];
  };
}

interface Data {
  /** Undefined where the graph is so large that an actor or issue must be chosen. */
  readonly positionChanges?: readonly ChangeShown[];
  readonly actors: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
  readonly issues: { readonly nodes: readonly { readonly id: string; readonly label: string }[] };
}

const kinds = (
  [
    "ALL",
    "REVERSED",
    "HARDENED",
    "SOFTENED",
    "CONDITION_ADDED",
    "CONDITION_DROPPED",
    "SILENCE_BROKEN",
  ] as const
).map((kind) => [kind, kind === "ALL" ? "all kinds" : plainWords(kind)] as const);

const shown = 60;
/** Of so many stances all changes are told at once. */
const maxStances = 50_000;

const changesDocument = `
  query Changes($where: ChangeWhere, $from: Date, $to: Date, $knownAt: DateTime, $isAsked: Boolean!) {
    positionChanges(where: $where, from: $from, to: $to, knownAt: $knownAt) @include(if: $isAsked) { ...ChangeShown }
    actors(first: 100, where: { stances: { some: {} } }, orderBy: [{ field: NAME }]) { nodes { id name } }
    issues(first: 100, orderBy: [{ field: LABEL }]) { nodes { id label } }
  }
  ${changeDocumentFields}
`;

/** Who changed position, from what to what, in which words; the newest first. */
export const changes: View<Data> = {
  first: {
    document: `
      query Last($asOf: AsOf) {
        dataset { counts { stances } }
        stances(first: 1, asOf: $asOf, where: { effectiveOn: { isNull: false } }, orderBy: [{ field: EFFECTIVE_ON, direction: DESC }]) {
          nodes { effectiveOn { latest } }
        }
      }
    `,
    variables: (place) => ({ asOf: asOfAt(place) }),
  },
  document: changesDocument,
  variables: variablesOf,
  title: () => "Changes",
  summary: () => "Who changed position, from what to what, in which words.",
  body: ({ data, place }) => {
    const { positionChanges } = data;
    const newest = (positionChanges ?? []).toSorted((a, b) => (a.day < b.day ? 1 : -1));
    return h("div", { class: "wide-stack" }, [
      heading(
        "Changes",
        positionChanges === undefined
          ? "Changes of position"
          : `${counted(newest.length, "change")} of position`,
        "Pairs of positions that follow each other, with both quotes and no judgement.",
      ),
      controls(place, data),
      positionChanges === undefined && empty("This graph is large: choose an actor or an issue."),
      positionChanges?.length === 0 &&
        empty("No position changed in this time.", "Choose an earlier day to begin from."),
      ...newest.slice(0, shown).map((change) => changeCard(place, change)),
      newest.length > shown &&
        h("p", { class: "soft" }, `${newest.length - shown} more: choose a shorter time.`),
      queryOf({
        document: changesDocument,
        variables: { from: place.search.from ?? null, to: place.at, isAsked: true },
        command: "stancegraph changes",
      }),
    ]);
  },
};

function controls(place: Place, { actors, issues }: Data): Markup {
  const { actor, issue, from, to } = place.search;
  const option = (chosen: string | undefined) => (value: string, label: string) =>
    h("option", { value, selected: value === (chosen ?? "") }, label);
  return h("div", { class: "stack" }, [
    chips(place, "kind", kinds),
    h("form", { class: "filters", action: "/changes", "data-auto": true, key: `${actor} ${issue}` }, [
      h(
        "label",
        null,
        "Actor",
        h("select", { name: "actor" }, [
          option(actor)("", "all"),
          ...actors.nodes.map(({ id, name }) => option(actor)(id, name)),
        ]),
      ),
      h(
        "label",
        null,
        "Issue",
        h("select", { name: "issue" }, [
          option(issue)("", "all"),
          ...issues.nodes.map(({ id, label }) => option(issue)(id, label)),
        ]),
      ),
      h("label", null, "From", h("input", { type: "date", name: "from", defaultValue: from ?? "" })),
      h("label", null, "to", h("input", { type: "date", name: "to", defaultValue: to ?? "" })),
      h("button", null, "Show"),
    ]),
    h(
      "p",
      { class: "small soft" },
      from === undefined && "Of the last two years that the graph tells of. ",
      h("a", { href: "/changes.atom" }, "Atom feed"),
      " · ",
      h("a", { href: "/changes.json" }, "JSON feed"),
    ),
  ]);
}

function variablesOf(place: Place, first: unknown) {
  const kind = chosenIn(place, "kind", kinds);
  const last = (first as First).stances.nodes[0]?.effectiveOn?.latest ?? null;
  const { actor, issue } = place.search;
  const isLarge = (first as First).dataset.counts.stances > maxStances;
  return {
    isAsked: !isLarge || actor !== undefined || issue !== undefined,
    where: {
      ...(kind === "ALL" ? {} : { kind: { eq: kind } }),
      ...(actor === undefined ? {} : { actor: { eq: actor } }),
      ...(issue === undefined ? {} : { issue: { eq: issue } }),
    },
    from:
      dayIn(place, "from") ??
      (last === null
        ? null
        : `${String(Number(last.slice(0, 4)) - 2).padStart(4, "0")}${last.slice(4, 8)}01`),
    to: dayIn(place, "to") ?? place.at,
    knownAt: place.known,
  };
}
