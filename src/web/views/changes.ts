import { h } from "preact";
import { type ChangeShown, changeCard, changeDocumentFields } from "../components/change.ts";
import { chips, chosenIn } from "../components/choices.ts";
import { queryOf } from "../components/figure.ts";
import { empty, heading } from "../components/states.ts";
import type { Place } from "../place.ts";
import type { View } from "../view.ts";
import { counted, plainWords } from "../words.ts";

interface First {
  readonly stances: {
    readonly nodes: readonly { readonly effectiveOn: { readonly latest: string } | null }[];
  };
}

interface Data {
  readonly positionChanges: readonly ChangeShown[];
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

const changesDocument = `
  query Changes($where: ChangeWhere, $from: Date, $to: Date, $knownAt: DateTime) {
    positionChanges(where: $where, from: $from, to: $to, knownAt: $knownAt) { ...ChangeShown }
  }
  ${changeDocumentFields}
`;

/** Who changed position, from what to what, in which words; the newest first. */
export const changes: View<Data> = {
  first: {
    document: `
      query Last($asOf: AsOf) {
        stances(first: 1, asOf: $asOf, where: { effectiveOn: { isNull: false } }, orderBy: [{ field: EFFECTIVE_ON, direction: DESC }]) {
          nodes { effectiveOn { latest } }
        }
      }
    `,
    variables: ({ at, known }) => ({ asOf: { validAt: at, knownAt: known } }),
  },
  document: changesDocument,
  variables: variablesOf,
  title: () => "Changes",
  summary: () => "Who changed position, from what to what, in which words.",
  body: ({ data: { positionChanges }, place }) => {
    const newest = positionChanges.toSorted((a, b) => (a.day < b.day ? 1 : -1));
    return h("div", { class: "wide-stack" }, [
      heading(
        "Changes",
        `${counted(positionChanges.length, "change")} of position`,
        "Pairs of positions that follow each other, with both quotes and no judgement.",
      ),
      h("div", { class: "stack" }, [
        chips(place, "kind", kinds, chosenIn(place, "kind", kinds)),
        h("form", { class: "filters", action: "/changes" }, [
          h(
            "label",
            null,
            "From",
            h("input", { type: "date", name: "from", defaultValue: place.search.from ?? "" }),
          ),
          h(
            "label",
            null,
            "to",
            h("input", { type: "date", name: "to", defaultValue: place.search.to ?? "" }),
          ),
          h("button", null, "Show"),
        ]),
        h(
          "p",
          { class: "small soft" },
          place.search.from === undefined ? "Of the last two years that the graph tells of. " : "",
          h("a", { href: "/changes.atom" }, "Atom feed"),
          " · ",
          h("a", { href: "/changes.json" }, "JSON feed"),
        ),
      ]),
      newest.length === 0 &&
        empty("No position changed in this time.", "Choose an earlier day to begin from."),
      ...newest.slice(0, shown).map((change) => changeCard(place, change)),
      newest.length > shown &&
        h("p", { class: "soft" }, `${newest.length - shown} more: choose a shorter time.`),
      queryOf({
        document: changesDocument,
        variables: { from: place.search.from ?? null, to: place.at },
        command: "stancegraph changes",
      }),
    ]);
  },
};

function variablesOf(place: Place, first: unknown) {
  const kind = chosenIn(place, "kind", kinds);
  const last = (first as First).stances.nodes[0]?.effectiveOn?.latest ?? null;
  const { from, to } = place.search;
  return {
    where: kind === "ALL" ? null : { kind: { eq: kind } },
    from:
      dayIn(from) ??
      (last === null
        ? null
        : `${String(Number(last.slice(0, 4)) - 2).padStart(4, "0")}${last.slice(4, 8)}01`),
    to: dayIn(to) ?? place.at,
    knownAt: place.known,
  };
}

function dayIn(text: string | undefined): string | null {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
