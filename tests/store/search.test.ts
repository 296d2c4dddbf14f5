import { describe, expect, it } from "vitest";
import type { SearchType } from "../../src/store/search-hit.ts";
import { codingWith, graph, importCoding, stanceWith } from "../ingest/graph.ts";

const store = graph();
const find = (query: string, ...types: SearchType[]) => store.search(query, types, { limit: 10 });

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

  it("finds accented words however they are written", () => {
    const written = (form: "NFC" | "NFD") =>
      graph({
        actors: [
          { name: "Résumé".normalize(form), kind: "GROUP" },
          { name: "Miners", kind: "GROUP" },
        ],
      });
    for (const stored of ["NFC", "NFD"] as const) {
      const accented = written(stored);
      for (const asked of ["résumé".normalize("NFC"), "résumé".normalize("NFD"), "resume", "résum"]) {
        expect(accented.search(asked, ["ACTOR"], { limit: 10 })).toHaveLength(1);
      }
    }
  });

  it("shows texts that hold the characters it marks matches with", () => {
    const said = "\u0002 They\u0001 say the tax is \u0002fine.";
    const poisoned = graph({
      documents: [{ id: "paper", title: "The paper", text: said, publishedOn: "2024-03-08" }],
      stances: [stanceWith({ quote: said })],
    });
    const hits = poisoned.search("tax", ["DOCUMENT", "EVIDENCE"], { limit: 10 });
    expect(
      hits.map(({ snippet, highlights }) => highlights.map(({ start, end }) => snippet.slice(start, end))),
    ).toEqual([["tax"], ["tax"]]);
  });

  it("narrows a list by all that it finds, however much that is", () => {
    const said = Array.from({ length: 1100 }, (_, index) => `They want tax ${index}.`);
    const many = graph({
      documents: [{ id: "paper", title: "The paper", text: said.join(" "), publishedOn: "2024-03-08" }],
      stances: said.map((quote, index) =>
        stanceWith({ quote, holder: index < 1050 ? "Owners" : "Miners", externalId: String(index) }),
      ),
    });
    expect(many.stances.count({ SEARCH: "want tax" })).toBe(1100);
    expect(many.stances.count({ AND: [{ holder: { eq: "miners" } }, { SEARCH: "tax" }] })).toBe(50);
    expect(many.stances.count({ SEARCH: "tax 1099" })).toBe(1);
    expect(many.documents.count({ SEARCH: "tax" })).toBe(1);
    expect(many.issues.count({ SEARCH: "taxed" })).toBe(1);
  });

  it("says how well a document matches, in whatever order it is found", () => {
    const many = graph({
      documents: ["tax", "tax and tax again", "a long text on a tax"].map((text, at) => ({
        id: `paper-${at}`,
        title: `Paper ${at}`,
        text,
        publishedOn: `2024-03-0${at + 1}`,
      })),
      stances: [],
    });
    const scores = (order: "NEWEST" | "RELEVANCE") =>
      Object.fromEntries(
        many.search("tax", ["DOCUMENT"], { limit: 10, order }).map(({ id, score }) => [id, score]),
      );
    expect(new Set(Object.values(scores("RELEVANCE"))).size).toBe(3);
    expect(scores("NEWEST")).toEqual(scores("RELEVANCE"));
  });

  it("finds the same newest first, however many words the last one begins", () => {
    const said = Array.from(
      { length: 120 },
      (_, index) => `They want levy${index} and toll${index % 7} now.`,
    );
    const many = graph({
      documents: [{ id: "paper", title: "The paper", text: said.join(" "), publishedOn: "2024-03-08" }],
      stances: said.map((quote, index) => stanceWith({ quote, externalId: String(index) })),
    });
    const found = (query: string, order: "NEWEST" | "RELEVANCE") =>
      many.search(query, ["EVIDENCE"], { limit: 200, order });
    for (const query of [
      "levy",
      "want levy1",
      "toll",
      "want TOLL3",
      "they now toll6",
      "levy119",
      "levyx",
      "é",
    ]) {
      const ids = (order: "NEWEST" | "RELEVANCE") => found(query, order).map(({ id }) => id);
      expect(ids("NEWEST").toSorted(), query).toEqual(ids("RELEVANCE").toSorted());
    }
    expect(found("want levy", "NEWEST")).toHaveLength(120);
    expect(found("toll", "NEWEST")[0]?.highlights).toHaveLength(1);
    const news = "Owners want tollgates.";
    importCoding(
      many,
      codingWith({
        documents: [{ id: "news", title: "News", text: news, publishedOn: "2025-01-01" }],
        stances: [stanceWith({ holder: "Owners", quote: news })],
      }),
    );
    expect(found("toll", "NEWEST")).toHaveLength(121);
    expect(found("toll", "NEWEST")[0]?.snippet).toBe(news);
  });
});
