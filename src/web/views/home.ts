import { h, type ComponentChildren as Markup } from "preact";
import { pageOf } from "../page.ts";
import { type IssueData, type Overview, shownIssues } from "../query.ts";
import { counted } from "../words.ts";
import { access, type Download } from "./access.ts";
import { empty } from "./empty.ts";
import { issueSection } from "./issue.ts";

export interface HomeData {
  readonly overview: Overview;
  /** The issues shown with their positions, in any order. */
  readonly issues: readonly IssueData[];
  readonly origin: string;
  readonly downloads: readonly Download[];
}

/** The front page: who holds which position on each issue, the issue with most positions first. */
export function homePage({ overview, issues, origin, downloads }: HomeData): string {
  const shown = issues.toSorted((a, b) => b.positions.totalCount - a.positions.totalCount);
  return pageOf(overview.dataset.title, [
    header(overview),
    h("main", null, [
      ...(shown.length === 0 ? [nothing(overview)] : shown.map(issueSection)),
      shown.length > 0 && others(overview, new Set(shown.map(({ id }) => id))),
      access({ origin, downloads, issue: shown[0]?.id ?? null }),
    ]),
    footer(overview),
  ]);
}

/** The issues that most actors have taken a stance on, by id. */
export function mainIssues({ stanceCounts }: Overview): readonly string[] {
  const ranked = stanceCounts.toSorted((a, b) => b.actors - a.actors);
  return ranked.slice(0, shownIssues).flatMap(({ keys }) => keys[0]?.value ?? []);
}

function nothing({ dataset }: Overview): Markup {
  if (dataset.counts.stances === 0) return empty();
  return h("section", null, [
    h("h2", null, "No position yet"),
    h(
      "p",
      null,
      `${counted(dataset.counts.stances, "stance")} recorded, and none of them accepted: they await review.`,
    ),
  ]);
}

function header({ dataset }: Overview): Markup {
  const { title, description, counts } = dataset;
  const figures = [
    [counts.actors, "actor"],
    [counts.issues, "issue"],
    [counts.stances, "stance"],
    [counts.evidence, "quote"],
    [counts.documents, "document"],
    [counts.relations, "relation"],
    [counts.events, "event"],
  ] as const;
  return h("header", null, [
    h("p", { class: "over" }, "stancegraph · who holds which position, according to whom, in which words"),
    h("h1", null, title),
    description !== null && h("p", null, description),
    h(
      "ul",
      { class: "counts", "aria-label": "What is in the graph" },
      figures.map(([count, thing]) => h("li", null, figure(counted(count, thing)))),
    ),
    h(
      "nav",
      { "aria-label": "Ways in" },
      h("ul", null, [
        h("li", null, h("a", { href: "/graphql" }, "GraphiQL: ask by query")),
        h("li", null, h("a", { href: "#downloads" }, "Downloads")),
        h("li", null, h("a", { href: "#api" }, "API")),
      ]),
    ),
  ]);
}

/** `26 actors`, the number bold. */
function figure(words: string): Markup {
  const [count = "", ...rest] = words.split(" ");
  return [h("b", null, count), ` ${rest.join(" ")}`];
}

/** The issues that are not shown: those with fewer positions, and those without any. */
function others({ issues, stanceCounts }: Overview, shown: ReadonlySet<string>): Markup {
  const known = new Set(stanceCounts.map(({ keys }) => keys[0]?.value));
  const fewer = stanceCounts.filter(({ keys }) => !shown.has(keys[0]?.value ?? "")).length;
  const silent = issues.nodes.filter(({ id }) => !known.has(id));
  return [
    fewer > 0 &&
      h("section", null, [
        h("h2", null, "More issues"),
        h(
          "p",
          null,
          `${counted(fewer, "issue")} with fewer positions; `,
          h("a", { href: "/graphql" }, "ask for them by query"),
          ".",
        ),
      ]),
    silent.length > 0 &&
      h("section", null, [
        h("h2", null, "No position known"),
        h("p", { class: "soft small" }, "Nobody is recorded as taking one; that is no data, not neutrality."),
        h(
          "ul",
          null,
          silent.map(({ proposition }) => h("li", null, proposition)),
        ),
      ]),
  ];
}

function footer({ dataset: { licence, citation, revision, changedAt, version } }: Overview): Markup {
  return h("footer", { class: "small soft" }, [
    citation !== null && h("p", null, `Cite as: ${citation}`),
    h("p", null, [
      `Licence: ${licence ?? "none named"} · revision ${revision}, changed `,
      h("time", { datetime: changedAt }, `${changedAt.slice(0, 16).replace("T", " ")} UTC`),
      ` · stancegraph ${version}`,
    ]),
  ]);
}
