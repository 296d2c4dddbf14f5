import { search, whereFlag } from "../asking.ts";
import { type Connection, listVerb } from "../read.ts";
import { dateColumns, dateIn, type FuzzyDate } from "../row.ts";

interface Document {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: FuzzyDate | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly dateNote: string | null;
  readonly licence: string | null;
  readonly sha256: string | null;
  readonly recordedAt: string;
}

export const documents = listVerb({
  arguments: {},
  flags: { where: whereFlag("{publisher: {eq: Reuters}}"), search },
  examples: [
    ["stancegraph documents", "Lists the texts, the newest first."],
    ["stancegraph documents --search coalition --jsonl", "Finds texts by their words."],
  ],
  document: `
    query Documents($where: DocumentWhere, $search: String, $first: Int, $after: String) {
      documents(where: $where, search: $search, first: $first, after: $after) {
        nodes {
          id title publisher publishedOn { edtf earliest latest } author url language dateNote licence sha256 recordedAt
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  variables: (input) => ({ where: input.where, search: input.search }),
  list: (data: { readonly documents: Connection<Document> }) => data.documents,
  columns: [
    { name: "id", summary: "The document's id." },
    { name: "title", summary: "Its title." },
    { name: "publisher", summary: "Who published it." },
    ...dateColumns("publishedOn", "When it was published."),
    { name: "author", summary: "Who wrote it.", isDetail: true },
    { name: "url", summary: "Where it was published.", isDetail: true },
    { name: "language", summary: "BCP 47 tag of its language.", isDetail: true },
    { name: "dateNote", summary: "How the date was inferred.", isDetail: true },
    { name: "licence", summary: "The licence of its text.", isDetail: true },
    { name: "sha256", summary: "SHA-256 of its text.", isDetail: true },
    { name: "recordedAt", summary: "When it was recorded, UTC.", isDetail: true },
  ],
  row: ({ publishedOn, ...document }) => ({ ...document, ...dateIn("publishedOn", publishedOn) }),
});
