import { h } from "preact";
import { pager } from "../components/choices.ts";
import { empty, heading } from "../components/states.ts";
import { hrefTo, pathOf } from "../place.ts";
import type { Connection } from "../query.ts";
import type { View } from "../view.ts";
import { counted, dateWords } from "../words.ts";

interface Data {
  readonly documents: Connection<{
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly publishedOn: { readonly edtf: string } | null;
    readonly stances: { readonly totalCount: number };
  }>;
}

/** The texts that stances were found in. */
export const documents: View<Data> = {
  document: `
    query Documents($search: String, $after: String) {
      documents(first: 50, after: $after, search: $search, orderBy: [{ field: PUBLISHED_ON, direction: DESC }]) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id title publisher publishedOn { edtf } stances { totalCount } }
      }
    }
  `,
  variables: ({ search: { q = null, after = null } }) => ({ search: q, after }),
  title: () => "Documents",
  body: ({ data: { documents: found }, place }) =>
    h("div", { class: "wide-stack" }, [
      heading(
        "Documents",
        counted(found.totalCount, "document"),
        "The texts in which the stances were found, each with its quotes in their places.",
      ),
      h("form", { class: "filters", action: "/documents" }, [
        h(
          "label",
          null,
          "Words in it",
          h("input", { name: "q", type: "search", defaultValue: place.search.q ?? "" }),
        ),
        h("button", null, "Filter"),
      ]),
      found.nodes.length === 0 &&
        empty("No document has these words.", h("a", { href: "/documents" }, "Show all documents")),
      h(
        "ul",
        { class: "list" },
        found.nodes.map(({ id, title, publisher, publishedOn, stances }) =>
          h("li", null, [
            h("h2", null, h("a", { href: hrefTo(place, pathOf(id)) }, title)),
            h(
              "p",
              { class: "small soft" },
              [publisher, publishedOn && dateWords(publishedOn.edtf), counted(stances.totalCount, "stance")]
                .filter(Boolean)
                .join(", "),
            ),
          ]),
        ),
      ),
      pager(place, found.pageInfo),
    ]),
};
