import { describe, expect, it } from "vitest";
import { ask, worldStore } from "./world.ts";

describe("search", () => {
  it("finds words in names, issues, texts and quotes, and shows where", async () => {
    const { data, errors } = await ask(
      worldStore(),
      `{
      search(query: "withdraw") { totalCount nodes { type snippet highlights { start end } node { id __typename ... on Issue { label } ... on Evidence { document { title } } } } }
    }`,
    );
    expect(errors).toEqual([]);
    expect(data.search.nodes.map(({ type }: { type: string }) => type)).toEqual([
      "ISSUE",
      "DOCUMENT",
      "DOCUMENT",
      "EVIDENCE",
      "EVIDENCE",
      "EVIDENCE",
    ]);
    expect(data.search.totalCount).toBe(6);
    expect(data.search.nodes[0]).toEqual({
      type: "ISSUE",
      snippet: "Withdrawal",
      highlights: [{ start: 0, end: 10 }],
      node: { id: "issue:withdrawal", __typename: "Issue", label: "Withdrawal" },
    });
  });

  it("keeps to the types asked for, and pages", async () => {
    const store = worldStore();
    const first = await ask(
      store,
      `{ search(query: "withdrawal", types: [EVIDENCE], first: 2) { pageInfo { hasNextPage endCursor } nodes { type } } }`,
    );
    expect(first.data.search).toMatchObject({
      pageInfo: { hasNextPage: true },
      nodes: [{ type: "EVIDENCE" }, { type: "EVIDENCE" }],
    });
    const { endCursor } = first.data.search.pageInfo;
    const second = await ask(
      store,
      `{ search(query: "withdrawal", types: [EVIDENCE], first: 2, after: "${endCursor}") { pageInfo { hasNextPage } nodes { type } } }`,
    );
    expect(second.data.search).toEqual({ pageInfo: { hasNextPage: false }, nodes: [{ type: "EVIDENCE" }] });
  });

  it("refuses a search without a word, and reads no word as an operator", async () => {
    expect((await ask(worldStore(), '{ search(query: "!?") { totalCount } }')).errors).toEqual([
      "INVALID The search holds no word; write at least one.",
    ]);
    expect((await ask(worldStore(), '{ search(query: "NEAR(x OR \\"y") { totalCount } }')).errors).toEqual(
      [],
    );
  });
});
