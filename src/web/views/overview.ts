import { h, type ComponentChildren as Markup } from "preact";
import { contest, type Sides, sidesBar, sidesByIssue } from "../components/sides.ts";
import { type StanceShown, stanceCard, stanceFields } from "../components/stance.ts";
import { empty, heading, laterDay, section } from "../components/states.ts";
import { mostIn, mostStances } from "../most.ts";
import { asOfAt, hrefTo, type Place, pathOf } from "../place.ts";
import type { CountData } from "../query.ts";
import type { View } from "../view.ts";
import { counted, dateWords } from "../words.ts";

interface Issue {
  readonly id: string;
  readonly label: string;
  readonly proposition: string;
}

interface Entry {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly why: string | null;
  readonly action: string;
  readonly subject: string | null;
}

interface Data {
  readonly dataset: {
    readonly title: string;
    readonly description: string | null;
    readonly counts: Readonly<Record<(typeof shownCounts)[number][0], number>>;
    readonly audit: readonly Entry[];
  };
  readonly stanceCounts: readonly CountData[];
  readonly issues: { readonly nodes: readonly Issue[] };
  readonly stances: { readonly nodes: readonly StanceShown[] };
}

const shownCounts = [
  ["actors", "actor", "/actors"],
  ["issues", "issue", "/issues"],
  ["stances", "stance", "/matrix"],
  ["evidence", "quote", "/documents"],
  ["documents", "document", "/documents"],
  ["events", "event", "/timeline"],
] as const;

/** Among so many issues with the most stances the most contested are found. */
const considered = 100;

/** What is in the graph, what is most contested, what is newest. */
export const overview: View<Data> = {
  first: mostStances(["ISSUE"]),
  document: `
    query Overview($asOf: AsOf, $issues: [ID!]!) {
      dataset {
        title description
        counts { actors issues stances evidence documents events }
        audit(limit: 6) { revision at who why action subject }
      }
      stanceCounts(where: { status: { eq: ACCEPTED }, issue: { in: $issues } }, asOf: $asOf, groupBy: [ISSUE, DIRECTION]) { keys { value } actors }
      issues(where: { id: { in: $issues } }, first: 100) { nodes { id label proposition } }
      stances(where: { status: { eq: ACCEPTED } }, asOf: $asOf, first: 6, orderBy: [{ field: EFFECTIVE_ON, direction: DESC }]) {
        nodes { ...StanceShown }
      }
    }
    ${stanceFields}
  `,
  variables: (place, first) => ({ asOf: asOfAt(place), issues: mostIn(first, "ISSUE", considered) }),
  title: ({ dataset }) => dataset.title,
  summary: ({ dataset }) =>
    dataset.description ?? "Who holds which position on which issue, in which exact words.",
  body: ({ data, place }) => {
    const { dataset, stances } = data;
    return h("div", { class: "wide-stack" }, [
      heading("Who holds which position", dataset.title, dataset.description),
      dataset.counts.stances === 0 ? waysToStart() : counts(place, dataset.counts),
      dataset.counts.stances > 0 && contested(place, data),
      stances.nodes.length > 0 &&
        section(
          "newest",
          "Newest evidence",
          h(
            "div",
            { class: "cards two" },
            stances.nodes.map((stance) => stanceCard(place, stance)),
          ),
        ),
      section("latest", "Latest changes to the graph", changes(place, dataset.audit)),
    ]);
  },
};

function counts(place: Place, of: Data["dataset"]["counts"]): Markup {
  return h(
    "ul",
    { class: "counts", "aria-label": "What is in the graph" },
    shownCounts.map(([name, thing, path]) =>
      h(
        "li",
        null,
        h("a", { href: hrefTo(place, path) }, [
          h("b", null, of[name].toLocaleString("en")),
          counted(of[name], thing).replace(/^\S+ /, ""),
        ]),
      ),
    ),
  );
}

function contested(place: Place, { stanceCounts, issues }: Data): Markup {
  const sides = sidesByIssue(stanceCounts);
  const sizeOf = (each: Sides) => each.values().reduce((sum, count) => sum + count, 0);
  const shown = issues.nodes
    .flatMap((issue) => {
      const own = sides.get(issue.id);
      return own === undefined ? [] : [{ issue, own }];
    })
    .toSorted((a, b) => contest(b.own) - contest(a.own) || sizeOf(b.own) - sizeOf(a.own))
    .slice(0, 8);
  if (shown.length === 0) return empty("No stance counts at this time.", laterDay);
  return section(
    "contested",
    "Most contested issues",
    h(
      "div",
      { class: "cards" },
      shown.map(({ issue, own }) =>
        h("article", { class: "card" }, [
          h("p", { class: "over" }, issue.label),
          h("h3", null, h("a", { href: hrefTo(place, pathOf(issue.id)) }, issue.proposition)),
          sidesBar(own),
        ]),
      ),
    ),
  );
}

function changes(place: Place, audit: readonly Entry[]): Markup {
  if (audit.length === 0) return empty("Nothing has been recorded yet.");
  return h("div", null, [
    h(
      "ul",
      { class: "list" },
      audit.map(({ revision, at, who, why, action, subject }) =>
        h("li", null, [
          h("p", null, [
            `${action} `,
            subject !== null && h("code", null, subject),
            why !== null && ` — ${why}`,
          ]),
          h("p", { class: "small soft" }, `Revision ${revision}, ${dateWords(at.slice(0, 10))}, by ${who}`),
        ]),
      ),
    ),
    h("p", null, h("a", { href: hrefTo(place, "/changes") }, "All changes of position")),
  ]);
}

function waysToStart(): Markup {
  const way = (title: string, command: string, then: string) =>
    h("li", { class: "card" }, [
      h("h3", null, title),
      h("pre", null, h("code", null, command)),
      h("p", { class: "small soft" }, then),
    ]);
  return section(
    "start",
    "The graph is empty: three ways to start",
    h("ol", { class: "cards" }, [
      way(
        "See an example",
        "stancegraph import seed/us-iraq-talks",
        "The U.S.-Iraq talks on ending the coalition, coded in full.",
      ),
      way("Code a text", coding, "Save it as coding.yaml, then: stancegraph import coding.yaml"),
      way(
        "Bring what you have",
        "stancegraph import project.dna\nstancegraph import table.csv --mapping mapping.yaml",
        "Databases of the Discourse Network Analyzer, tables with a mapping.",
      ),
    ]),
  );
}

const coding = `stancegraph: 1
documents:
  - title: Ministers on the harbour
    text: The mayor said on Monday that the harbour should stay open.
actors:
  - { name: The mayor, kind: OFFICE }
issues:
  - label: Harbour
    proposition: The harbour should stay open.
    pro: Keeping it open.
    contra: Closing it.
stances:
  - holder: The mayor
    issue: Harbour
    direction: SUPPORTS
    quote: the harbour should stay open`;
