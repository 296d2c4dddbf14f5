import { h } from "preact";
import { pager } from "../components/choices.ts";
import { sidesBar, sidesByIssue } from "../components/sides.ts";
import { empty, heading } from "../components/states.ts";
import { asOfAt, hrefTo, type Place, pathOf } from "../place.ts";
import type { Connection, CountData } from "../query.ts";
import type { View } from "../view.ts";
import { counted } from "../words.ts";

interface First {
  readonly issues: { readonly nodes: readonly { readonly id: string }[] };
}

interface Data {
  readonly issues: Connection<{ readonly id: string; readonly label: string; readonly proposition: string }>;
  readonly stanceCounts: readonly CountData[];
}

/** The issues, each with how many hold which side. */
export const issues: View<Data> = {
  first: {
    document: `
      query Listed($search: String, $after: String) {
        issues(first: 50, after: $after, search: $search) { nodes { id } }
      }
    `,
    variables: asked,
  },
  document: `
    query Issues($search: String, $after: String, $asOf: AsOf, $ids: [ID!]!) {
      issues(first: 50, after: $after, search: $search) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id label proposition }
      }
      stanceCounts(where: { status: { eq: ACCEPTED }, issue: { in: $ids } }, asOf: $asOf, groupBy: [ISSUE, DIRECTION]) { keys { value } actors }
    }
  `,
  variables: (place, first) => ({
    ...asked(place),
    asOf: asOfAt(place),
    ids: (first as First).issues.nodes.map(({ id }) => id),
  }),
  title: () => "Issues",
  body: ({ data, place }) => {
    const sides = sidesByIssue(data.stanceCounts);
    return h("div", { class: "wide-stack" }, [
      heading(
        "Issues",
        counted(data.issues.totalCount, "issue"),
        "Each is a proposition that one can be for or against.",
      ),
      h("form", { class: "filters", action: "/issues" }, [
        h(
          "label",
          null,
          "Words in it",
          h("input", { name: "q", type: "search", defaultValue: place.search.q ?? "" }),
        ),
        h("button", null, "Filter"),
      ]),
      data.issues.nodes.length === 0 &&
        empty("No issue has these words.", h("a", { href: "/issues" }, "Show all issues")),
      h(
        "ul",
        { class: "list" },
        data.issues.nodes.map(({ id, label, proposition }) => {
          const own = sides.get(id);
          return h("li", null, [
            h("p", { class: "over" }, label),
            h("h2", null, h("a", { href: hrefTo(place, pathOf(id)) }, proposition)),
            own === undefined ? h("p", { class: "soft small" }, "No stance counts.") : sidesBar(own),
          ]);
        }),
      ),
      pager(place, data.issues.pageInfo),
    ]);
  },
};

function asked({ search: { q, after } }: Place) {
  return { search: q ?? null, after: after ?? null };
}
