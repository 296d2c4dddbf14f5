import { search, whereFlag } from "../asking.ts";
import { type Connection, listVerb } from "../read.ts";

interface Issue {
  readonly id: string;
  readonly label: string;
  readonly proposition: string;
  readonly pro: string;
  readonly contra: string;
  readonly parent: { readonly id: string } | null;
  readonly facets: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly recordedAt: string;
}

export const issues = listVerb({
  arguments: {},
  flags: { where: whereFlag("{label: {contains: coalition}}"), search },
  examples: [
    ["stancegraph issues", "Lists what one can be for or against."],
    ["stancegraph issues --json", "With both poles and the facets."],
  ],
  document: `
    query Issues($where: IssueWhere, $search: String, $first: Int, $after: String) {
      issues(where: $where, search: $search, first: $first, after: $after) {
        nodes { id label proposition pro contra parent { id } facets { name values } recordedAt }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  variables: (input) => ({ where: input.where, search: input.search }),
  list: (data: { readonly issues: Connection<Issue> }) => data.issues,
  columns: [
    { name: "id", summary: "The issue's id." },
    { name: "label", summary: "Its short name." },
    { name: "proposition", summary: "What one can be for or against." },
    { name: "pro", summary: "What counts as support.", isDetail: true },
    { name: "contra", summary: "What counts as opposition.", isDetail: true },
    {
      name: "facets",
      summary: "Ways to qualify a stance on it, by name, each a closed list.",
      isDetail: true,
    },
    { name: "parent", summary: "The issue it is part of, by id.", isDetail: true },
    { name: "recordedAt", summary: "When it was recorded, UTC.", isDetail: true },
  ],
  row: ({ parent, facets, ...issue }) => ({
    ...issue,
    parent: parent?.id ?? null,
    facets: Object.fromEntries(facets.map(({ name, values }) => [name, values])),
  }),
});
