import { type ComponentChildren as Markup, h } from "preact";
import { pageOf } from "../page.ts";
import type { HomeData, IssueData } from "../query.ts";
import { counted } from "../words.ts";
import { empty } from "./empty.ts";
import { issueSection } from "./issue.ts";
import { access, type Download } from "./access.ts";

/** The front page: who holds which position on each issue, the issue with most positions first. */
export function homePage(data: HomeData, { origin, downloads }: { readonly origin: string; readonly downloads: readonly Download[] }): string {
  const issues = data.issues.nodes.toSorted(byPositions);
  const shown = issues.filter(({ positions }) => positions.totalCount > 0);
  const silent = issues.filter(({ positions }) => positions.totalCount === 0);
  return pageOf(data.dataset.title, [
    header(data),
    h("main", null, [
      ...(shown.length === 0 ? [empty()] : shown.map(issueSection)),
      silent.length > 0 && shown.length > 0 && silence(silent),
      access({ origin, downloads, issue: shown[0]?.id ?? null }),
    ]),
    footer(data),
  ]);
}

function byPositions(a: IssueData, b: IssueData): number {
  return b.positions.totalCount - a.positions.totalCount;
}

function header({ dataset }: HomeData): Markup {
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
    h("ul", { class: "counts", "aria-label": "What is in the graph" }, figures.map(([count, thing]) => h("li", null, figure(counted(count, thing))))),
    h("nav", { "aria-label": "Ways in" }, h("ul", null, [
      h("li", null, h("a", { href: "/graphql" }, "GraphiQL: ask by query")),
      h("li", null, h("a", { href: "#downloads" }, "Downloads")),
      h("li", null, h("a", { href: "#api" }, "API")),
    ])),
  ]);
}

/** `26 actors`, the number bold. */
function figure(words: string): Markup {
  const [count = "", ...rest] = words.split(" ");
  return [h("b", null, count), ` ${rest.join(" ")}`];
}

function silence(issues: readonly IssueData[]): Markup {
  return h("section", null, [
    h("h2", null, "No position known"),
    h("p", { class: "soft small" }, "Nobody is recorded as taking one; that is no data, not neutrality."),
    h("ul", null, issues.map(({ proposition }) => h("li", null, proposition))),
  ]);
}

function footer({ dataset: { licence, citation, revision, changedAt, version } }: HomeData): Markup {
  return h("footer", { class: "small soft" }, [
    citation !== null && h("p", null, `Cite as: ${citation}`),
    h("p", null, [
      `Licence: ${licence ?? "none named"} · revision ${revision}, changed `,
      h("time", { datetime: changedAt }, `${changedAt.slice(0, 16).replace("T", " ")} UTC`),
      ` · stancegraph ${version}`,
    ]),
  ]);
}
