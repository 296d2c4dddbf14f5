import { oneOf, options, required, toggle } from "../flag.ts";
import { type Connection, listVerb } from "../read.ts";

const types = ["ACTOR", "ISSUE", "DOCUMENT", "EVIDENCE"] as const;

interface Hit {
  readonly type: string;
  readonly node: { readonly id: string };
  readonly snippet: string;
  readonly score: number;
}

export const search = listVerb({
  arguments: { words: required("1 to 16 words: each must occur, the last one may be a beginning.") },
  flags: {
    type: { ...options("<type>", "Only among these.", oneOf(types)), choices: types },
    newest: toggle("Documents and quotes by their day, the newest first, instead of the best match."),
  },
  examples: [
    ['stancegraph search "complete withdrawal"', "Finds words in names, issues, texts and quotes."],
    ["stancegraph search washington --type ACTOR", "Finds who goes by a name."],
    ["stancegraph search withdrawal --newest", "Finds what was written of it last."],
  ],
  document: `
    query Search($words: String!, $types: [SearchType!], $orderBy: SearchOrder, $first: Int, $after: String) {
      search(query: $words, types: $types, orderBy: $orderBy, first: $first, after: $after) {
        nodes { type node { id } snippet score }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  variables: ({ words, type, newest }) => ({ words, types: type, orderBy: newest ? "NEWEST" : null }),
  list: (data: { readonly search: Connection<Hit> }) => data.search,
  columns: [
    { name: "type", summary: "What was found: ACTOR, ISSUE, DOCUMENT or EVIDENCE." },
    { name: "id", summary: "Its id." },
    { name: "snippet", summary: "The text around the match; the whole quote, for evidence." },
    { name: "score", summary: "Greater is better; comparable among hits of one type.", isDetail: true },
  ],
  row: ({ node, ...hit }) => ({ ...hit, id: node.id }),
});
