import { h, type ComponentChildren as Markup } from "preact";
import { chips, chosenIn, pager } from "../components/choices.ts";
import { marked } from "../components/highlighted.ts";
import { anchorOf } from "../components/stance.ts";
import { empty, heading } from "../components/states.ts";
import { hrefTo, type Place, pathOf } from "../place.ts";
import type { PageInfo } from "../query.ts";
import type { View } from "../view.ts";

interface Hit {
  readonly type: "ACTOR" | "DOCUMENT" | "EVIDENCE" | "ISSUE";
  readonly snippet: string;
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
  readonly node: {
    readonly id: string;
    readonly name?: string;
    readonly label?: string;
    readonly title?: string;
    readonly document?: { readonly id: string; readonly title: string };
    readonly stances?: readonly { readonly holder: { readonly name: string } }[];
  };
}

interface Data {
  readonly search?: { readonly pageInfo: PageInfo; readonly nodes: readonly Hit[] };
}

const types = [
  ["ALL", "everything"],
  ["ACTOR", "actors"],
  ["ISSUE", "issues"],
  ["DOCUMENT", "documents"],
  ["EVIDENCE", "quotes"],
] as const;

/** What has some words: actors, issues, documents, quotes. */
export const search: View<Data> = {
  document: `
    query Search($query: String!, $types: [SearchType!], $after: String, $isAsked: Boolean!) {
      search(query: $query, types: $types, first: 20, after: $after) @include(if: $isAsked) {
        pageInfo { hasNextPage endCursor }
        nodes {
          type snippet highlights { start end }
          node {
            id
            ... on Actor { name }
            ... on Issue { label }
            ... on Document { title }
            ... on Evidence { document { id title } stances { holder { name } } }
          }
        }
      }
    }
  `,
  variables: (place) => {
    const { q = "", after = null } = place.search;
    const type = chosenIn(place, "type", types);
    return { query: q, types: type === "ALL" ? null : [type], after, isAsked: q !== "" };
  },
  title: (_, { search: { q } }) => (q === undefined ? "Search" : `Search: ${q}`),
  body: ({ data, place }) => {
    const { q } = place.search;
    return h("div", { class: "wide-stack" }, [
      heading("Search", q === undefined ? "Search actors, issues, documents and quotes" : `“${q}”`),
      h("form", { class: "filters", action: "/search" }, [
        h(
          "label",
          null,
          "Words; the last one may be a beginning",
          h("input", { name: "q", type: "search", defaultValue: q ?? "" }),
        ),
        h("button", null, "Search"),
      ]),
      q !== undefined && chips(place, "type", types),
      data.search !== undefined && found(place, data.search),
    ]);
  },
};

function found(place: Place, { nodes, pageInfo }: NonNullable<Data["search"]>): Markup {
  if (nodes.length === 0)
    return empty("Nothing has all of these words.", "Try fewer words, or the beginning of one.");
  return h("div", { class: "stack" }, [
    h(
      "ul",
      { class: "list" },
      nodes.map((hit) => h("li", null, hitOf(place, hit))),
    ),
    pager(place, pageInfo),
  ]);
}

function hitOf(place: Place, { type, snippet, highlights, node }: Hit): readonly Markup[] {
  const { name, label, title, document, stances } = node;
  const path = document === undefined ? pathOf(node.id) : pathOf(document.id);
  const fragment = document === undefined ? "" : `#${anchorOf(node.id)}`;
  const holders = [...new Set((stances ?? []).map(({ holder }) => holder.name))].join(", ");
  return [
    h("p", { class: "over" }, kinds[type]),
    h(
      "h2",
      null,
      h(
        "a",
        { href: `${hrefTo(place, path)}${fragment}` },
        name ?? label ?? title ?? document?.title ?? node.id,
      ),
    ),
    h("p", null, marked(snippet, highlights)),
    ...(holders === "" ? [] : [h("p", { class: "small soft" }, `said by or of ${holders}`)]),
  ];
}

const kinds = { ACTOR: "actor", ISSUE: "issue", DOCUMENT: "document", EVIDENCE: "quote" } as const;
