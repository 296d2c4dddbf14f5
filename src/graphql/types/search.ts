import { type PageRequest, pageOfItems, windowOf } from "../../store/page.ts";
import { datedTypes, searchOrders } from "../../store/search.ts";
import { type Highlight, searchTypes } from "../../store/search-hit.ts";
import { builder } from "../builder.ts";
import { connectionOf } from "../connection.ts";
import { enumOf, SearchTypeEnum } from "../enums.ts";
import { textSearch } from "../limits.ts";
import { hintNodes, nodeOf } from "../nodes.ts";
import { NodeRef, SearchConnection, SearchHitRef } from "../refs.ts";

/** Hits of one type that can be paged through; more would not be read. */
const maxHits = 200;

const HighlightRef = builder.objectRef<Highlight>("Highlight").implement({
  description: "Where a match lies in a snippet.",
  fields: (t) => ({
    start: t.exposeInt("start", {
      description: "Where it begins: UTF-16 code units from the start of the snippet, from 0.",
    }),
    end: t.exposeInt("end", { description: "The first UTF-16 code unit after it." }),
  }),
});

SearchHitRef.implement({
  description: "Something that a search found.",
  fields: (t) => ({
    type: t.expose("type", { type: SearchTypeEnum, description: "What it is." }),
    node: t.field({
      type: NodeRef,
      description: "The thing found.",
      resolve: ({ id }, _args, context) => {
        const node = nodeOf(context, id);
        if (node === null) throw new Error(`The search found ${id}, which is not there.`);
        return node;
      },
    }),
    snippet: t.exposeString("snippet", {
      description: "The text around the match; the whole quote, for evidence.",
    }),
    highlights: t.expose("highlights", {
      type: [HighlightRef],
      description: "The places in the snippet that match.",
    }),
    score: t.exposeFloat("score", {
      description: "How well it matches: greater is better; comparable only among hits of one type.",
    }),
  }),
});

const SearchOrderEnum = enumOf("SearchOrder", "In which order hits come, type by type.", searchOrders, {
  RELEVANCE: "The best match first.",
  NEWEST:
    "By the day on which the document was published at the latest, the newest first; undated ones as the oldest, and of one day those recorded last first. Documents and evidence only.",
});

/** The first page needs no more hits than it shows. */
function isFirstPage({ after, before, last }: PageRequest): boolean {
  return after == null && before == null && last == null;
}

builder.queryField("search", (t) =>
  t.connection(
    {
      type: SearchHitRef,
      description:
        "Finds words in names, issues, texts and quotes. Hits come type by type, the best of each first, 200 of each at most.",
      args: {
        query: t.arg.string({
          required: true,
          description: "1 to 16 words: each must occur, the last one may be a beginning.",
        }),
        types: t.arg({
          type: [SearchTypeEnum],
          description: "What to search; everything that the order knows when left out.",
        }),
        orderBy: t.arg({ type: SearchOrderEnum, description: "In which order; RELEVANCE when left out." }),
      },
      complexity: ({ first, last }) => ({ field: 4 * textSearch, multiplier: first ?? last ?? 20 }),
      resolve: (_root, { query, types, orderBy, ...paging }, context) => {
        const order = orderBy ?? "RELEVANCE";
        const all = order === "NEWEST" ? datedTypes : searchTypes;
        const wanted = types == null || types.length === 0 ? all : [...new Set(types)];
        const found = (limit: number) => context.store.search(query, wanted, { limit, order });
        const hits = found(isFirstPage(paging) ? windowOf(paging).size + 1 : maxHits);
        const page = pageOfItems(hits, ({ type, id }) => `${type} ${id}`, paging);
        for (const { evidence } of page.items)
          if (evidence !== null) context.load.evidence.keep(evidence.id, evidence);
        hintNodes(
          context,
          page.items.map(({ id }) => id),
        );
        return connectionOf(page, () => found(maxHits).length);
      },
    },
    SearchConnection,
  ),
);
