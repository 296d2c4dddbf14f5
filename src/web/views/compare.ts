import { h, type ComponentChildren as Markup } from "preact";
import { queryOf } from "../components/figure.ts";
import { mark } from "../components/mark.ts";
import { quotes, type StanceShown, sources, stanceFields } from "../components/stance.ts";
import { empty, heading, section } from "../components/states.ts";
import { mostIn } from "../most.ts";
import { asOfAt, hrefTo, hrefWith, listIn, type Place, pathOf } from "../place.ts";
import type { ConditionKind, Direction } from "../query.ts";
import type { View } from "../view.ts";
import { counted, dateWords } from "../words.ts";

interface Held {
  readonly direction: Direction;
  readonly intensity: number;
  readonly since: string | null;
  readonly conditions: readonly { readonly kind: ConditionKind; readonly text: string }[];
  readonly deciding: StanceShown;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Compared {
  readonly issue: { readonly id: string; readonly label: string; readonly proposition: string };
  readonly positions: readonly (Held | null)[];
}

interface Pair {
  readonly one: Named;
  readonly other: Named;
  readonly agreement: number | null;
  readonly sharedIssues: number;
  readonly divergence: {
    readonly day: string;
    readonly issue: { readonly id: string; readonly label: string };
  } | null;
}

interface Data {
  readonly actors: { readonly nodes: readonly Named[] };
  readonly compare?: { readonly actors: readonly Named[]; readonly pairs: readonly Pair[] };
  readonly shown?: { readonly issues: readonly Compared[] };
}

const maxActors = 6;
/** Issues that are shown one by one: those on which they have most stances. */
const maxIssues = 30;

const compareDocument = `
  query Compare($by: [ActorBy!]!, $asOf: AsOf, $isAsked: Boolean!, $choice: ActorWhere, $issues: IssueWhere) {
    actors(where: $choice, first: 100, orderBy: [{ field: NAME }]) { nodes { id name } }
    compare(actors: $by, asOf: $asOf) @include(if: $isAsked) {
      actors { id name }
      pairs { one { id name } other { id name } agreement sharedIssues divergence { day issue { id label } } }
    }
    shown: compare(actors: $by, issues: $issues, asOf: $asOf) @include(if: $isAsked) {
      issues {
        issue { id label proposition }
        positions { direction intensity since conditions { kind text } deciding { ...StanceShown } }
      }
    }
  }
  ${stanceFields}
`;

/** Some actors side by side: how far they agree, where they first parted, in which words. */
export const compare: View<Data> = {
  first: {
    document: `
      query Most($of: StanceWhere!) {
        HOLDER: stanceCounts(where: { status: { eq: ACCEPTED } }, groupBy: [HOLDER]) { keys { value } stances }
        ISSUE: stanceCounts(where: $of, groupBy: [ISSUE]) { keys { value } stances }
      }
    `,
    variables: (place) => {
      const asked = listIn(place, "actors");
      return { of: { status: { eq: "ACCEPTED" }, ...(asked.length > 0 ? { holder: { in: asked } } : {}) } };
    },
  },
  document: compareDocument,
  variables: (place, first) => {
    const most = mostIn(first, "HOLDER", 100 - maxActors);
    const asked = listIn(place, "actors");
    const chosen = (asked.length > 0 ? asked : most.slice(0, 2)).slice(0, maxActors);
    return {
      by: chosen.map((id) => ({ id })),
      asOf: asOfAt(place),
      isAsked: chosen.length > 1,
      choice: { id: { in: [...new Set([...chosen, ...most])] } },
      issues: { id: { in: mostIn(first, "ISSUE", maxIssues) } },
    };
  },
  title: ({ compare: found }) => found?.actors.map(({ name }) => name).join(", ") ?? "Compare",
  body: ({ data, place }) => {
    const { compare: found, shown, actors } = data;
    return h("div", { class: "wide-stack" }, [
      heading(
        "Compare",
        found === undefined ? "Choose two actors" : found.actors.map(({ name }) => name).join(" and "),
        "Where they agree, where they first parted, and in which words.",
      ),
      choice(place, actors.nodes, found?.actors ?? []),
      found === undefined
        ? empty("Two actors are needed for a comparison.", "Choose another one above.")
        : [
            section("agreement", "Agreement", ...found.pairs.map((pair) => pairOf(place, pair))),
            ...bodyOf(place, found.actors, shown?.issues ?? []),
          ],
    ]);
  },
};

function choice(place: Place, all: readonly Named[], chosen: readonly Named[]): Markup {
  const ids = chosen.map(({ id }) => id);
  return h("div", { class: "stack" }, [
    h("ul", { class: "chips", "aria-label": "Compared" }, [
      ...chosen.map(({ id, name }) =>
        h(
          "li",
          null,
          h(
            "a",
            { class: "chip", href: hrefWith(place, { actors: ids.filter((each) => each !== id).join(",") }) },
            `${name} ✕`,
            h("span", { class: "hidden" }, " leave out"),
          ),
        ),
      ),
    ]),
    ids.length < maxActors &&
      h("details", null, [
        h("summary", null, "Compare with another"),
        h(
          "ul",
          { class: "chips" },
          all
            .filter(({ id }) => !ids.includes(id))
            .map(({ id, name }) =>
              h(
                "li",
                null,
                h("a", { class: "chip", href: hrefWith(place, { actors: [...ids, id].join(",") }) }, name),
              ),
            ),
        ),
      ]),
  ]);
}

function pairOf(place: Place, { one, other, agreement, sharedIssues, divergence }: Pair): Markup {
  const parted =
    divergence === null
      ? "They have not been on opposite sides of an issue."
      : [
          `They first parted on ${dateWords(divergence.day)}, over `,
          h("a", { href: hrefTo(place, pathOf(divergence.issue.id)) }, divergence.issue.label),
          ".",
        ];
  return h("article", { class: "card" }, [
    h("h3", null, `${one.name} and ${other.name}`),
    h(
      "p",
      null,
      agreement === null
        ? "They share no issue."
        : [
            h("b", null, agreement.toFixed(2)),
            h(
              "span",
              { class: "soft" },
              ` on ${counted(sharedIssues, "shared issue")}; 1 is the same on all, −1 strongly against each other`,
            ),
          ],
    ),
    h("p", null, parted),
    h(
      "p",
      { class: "small" },
      h("a", { href: hrefTo(place, "/network", { edge: `${one.id}~${other.id}` }) }, "The stances behind it"),
    ),
  ]);
}

function bodyOf(place: Place, actors: readonly Named[], issues: readonly Compared[]): readonly Markup[] {
  const rows = issues.filter(({ positions }) => positions.filter((position) => position !== null).length > 1);
  const alone = issues.length - rows.length;
  return [
    section(
      "issues",
      "Issue by issue",
      rows.length === 0 ? empty("There is no issue on which two of them have a position.") : false,
      ...rows.map(({ issue, positions }) =>
        h("article", { class: "card" }, [
          h("h3", null, h("a", { href: hrefTo(place, pathOf(issue.id)) }, issue.proposition)),
          h(
            "div",
            { class: "sides" },
            positions.map((position, index) => sideOf(place, actors[index] as Named, position)),
          ),
        ]),
      ),
      alone > 0 &&
        h(
          "p",
          { class: "soft small" },
          `On ${counted(alone, "more issue")} of those with most stances only one of them has a position.`,
        ),
    ),
    queryOf({
      document:
        "query ($by: [ActorBy!]!) { compare(actors: $by) { pairs { agreement sharedIssues } issues { issue { label } positions { direction intensity } } } }",
      variables: { by: actors.map(({ id }) => ({ id })) },
      command: `stancegraph compare ${actors.map(({ id }) => id).join(" ")}`,
    }),
  ];
}

function sideOf(place: Place, { id, name }: Named, position: Held | null): Markup {
  const link = h("a", { href: hrefTo(place, pathOf(id)) }, name);
  if (position === null) return h("div", null, link, h("p", { class: "soft" }, "unknown: no stance tells"));
  const { direction, intensity, since, conditions, deciding } = position;
  return h("div", { class: "stack" }, [
    h(
      "p",
      null,
      link,
      " ",
      mark(direction, intensity, conditions.length > 0),
      h("span", { class: "soft small" }, since === null ? "" : ` since ${dateWords(since)}`),
    ),
    ...quotes(place, deciding),
    sources(place, deciding),
  ]);
}
