import { describe, expect, it } from "vitest";
import type { SearchType } from "../../src/store/search.ts";
import { graph } from "../ingest/graph.ts";

const store = graph();
const find = (query: string, ...types: SearchType[]) => store.search(query, types, 10);

describe("search", () => {
  it("finds an actor once, by whichever of its names matches, and marks the match", () => {
    expect(find("colliers", "ACTOR")).toMatchObject([
      { type: "ACTOR", id: "actor:miners", snippet: "Colliers", highlights: [{ start: 0, end: 8 }] },
    ]);
  });

  it("finds quotes by every word, the last one as a beginning", () => {
    const [hit] = find("support ta", "EVIDENCE");
    expect(hit?.snippet).toBe("they support the tax");
    expect(hit?.highlights.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual([
      "support",
      "tax",
    ]);
    expect(find("support levy", "EVIDENCE")).toEqual([]);
  });

  it("finds documents by their text and issues by their wording", () => {
    expect(find("strike", "DOCUMENT").map(({ type }) => type)).toEqual(["DOCUMENT"]);
    expect(find("coal taxed", "ISSUE", "ACTOR").map(({ id }) => id)).toEqual(["issue:tax"]);
  });

  it("reads no word of the query as syntax", () => {
    expect(find('tax" OR "x', "EVIDENCE")).toEqual([]);
    expect(find("NEAR(tax, support)", "EVIDENCE")).toEqual([]);
    expect(find("tax*", "EVIDENCE")).toHaveLength(1);
  });

  it("ignores accents and case", () => {
    expect(find("MÍNERS", "ACTOR").map(({ id }) => id)).toContain("actor:miners");
  });

  it("refuses a query without words and one of more than sixteen", () => {
    expect(() => find("?!", "ACTOR")).toThrow("The search holds no word; write at least one.");
    expect(() => find("a ".repeat(17), "ACTOR")).toThrow("A search takes at most 16 words; it has 17.");
  });
});
