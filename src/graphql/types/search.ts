import { pageOfItems } from "../../store/page.ts";
import { type Highlight, searchTypes } from "../../store/search.ts";
import { builder } from "../builder.ts";
import { connectionOf } from "../connection.ts";
import { SearchTypeEnum } from "../enums.ts";
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
        types: t.arg({ type: [SearchTypeEnum], description: "What to search; everything when left out." }),
      },
      complexity: ({ first, last }) => ({ field: 4 * textSearch, multiplier: first ?? last ?? 20 }),
      resolve: (_root, { query, types, ...paging }, context) => {
        const wanted = types == null || types.length === 0 ? searchTypes : [...new Set(types)];
        const hits = context.store.search(query, wanted, maxHits);
        const page = pageOfItems(hits, ({ type, id }) => `${type} ${id}`, paging);
        hintNodes(
          context,
          page.items.map(({ id }) => id),
        );
        return connectionOf(page, () => hits.length);
      },
    },
    SearchConnection,
  ),
);
