import { h } from "preact";
import { chips, filterChips, pager } from "../components/choices.ts";
import { empty, heading } from "../components/states.ts";
import { hrefTo, pathOf } from "../place.ts";
import type { Connection } from "../query.ts";
import type { View } from "../view.ts";
import { counted, kindWords } from "../words.ts";

interface Data {
  readonly actors: Connection<{
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly description: string | null;
    readonly stances: { readonly totalCount: number };
  }>;
}

const kinds = [["", "all kinds"] as const, ...Object.entries(kindWords)] as const;

/** Who can hold a stance. */
export const actors: View<Data> = {
  document: `
    query Actors($search: String, $where: ActorWhere, $after: String) {
      actors(first: 50, after: $after, search: $search, where: $where, orderBy: [{ field: NAME }]) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id name kind description stances { totalCount } }
      }
    }
  `,
  variables: ({ search: { q = null, after = null, kind } }) => ({
    search: q,
    after,
    where: kind !== undefined && Object.hasOwn(kindWords, kind) ? { kind: { eq: kind } } : null,
  }),
  title: () => "Actors",
  body: ({ data, place }) => {
    const { q, kind = "" } = place.search;
    return h("div", { class: "wide-stack" }, [
      heading(
        "Actors",
        counted(data.actors.totalCount, "actor"),
        "States, governments, parties, armed groups, offices and persons that can hold a stance.",
      ),
      h("div", { class: "stack" }, [
        h("form", { class: "filters", action: "/actors" }, [
          h("label", null, "Name", h("input", { name: "q", type: "search", defaultValue: q ?? "" })),
          kind !== "" && h("input", { type: "hidden", name: "kind", value: kind }),
          h("button", null, "Filter"),
        ]),
        chips(place, "kind", kinds),
        filterChips(place, q === undefined ? [] : [{ name: "q", words: `name: ${q}` }]),
      ]),
      data.actors.nodes.length === 0 &&
        empty("No actor is like that.", h("a", { href: "/actors" }, "Show all actors")),
      h(
        "ul",
        { class: "list" },
        data.actors.nodes.map(({ id, name, kind: own, description, stances }) =>
          h("li", null, [
            h("h2", null, h("a", { href: hrefTo(place, pathOf(id)) }, name)),
            description !== null && h("p", null, description),
            h(
              "p",
              { class: "small soft" },
              `${kindWords[own] ?? own}, ${counted(stances.totalCount, "stance")}`,
            ),
          ]),
        ),
      ),
      pager(place, data.actors.pageInfo),
    ]);
  },
};
