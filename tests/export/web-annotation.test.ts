import { describe, expect, it } from "vitest";
import { graph, stanceWith } from "../ingest/graph.ts";
import { seededStore } from "../seed/seeded.ts";
import { written } from "./written.ts";

interface Annotation {
  readonly id: string;
  readonly body: readonly Record<string, unknown>[];
  readonly target: { readonly source: string; readonly selector: readonly Record<string, unknown>[] };
}

function itemsOf(text: string): readonly Annotation[] {
  return (JSON.parse(text) as { readonly items: readonly Annotation[] }).items;
}

describe("web annotations", () => {
  it("count code points, not code units", () => {
    const text = "😀 Miners 😀 said they support the tax 😀";
    const store = graph({ documents: [{ title: "Emoji", text }] });
    const [annotation] = itemsOf(written(store, "stances", "web-annotation"));
    const [quote, position] = annotation?.target.selector ?? [];
    const { start, end } = position as { readonly start: number; readonly end: number };
    expect([...text].slice(start, end).join("")).toBe("they support the tax");
    expect(start).toBe(16);
    expect(quote).toEqual({
      type: "TextQuoteSelector",
      exact: "they support the tax",
      prefix: "😀 Miners 😀 said ",
      suffix: " 😀",
    });
  });

  it("name the document by its address where it has one", () => {
    const url = "https://example.org/paper";
    const document = { title: "Paper", text: "Miners said they support the tax.", url };
    const [annotation] = itemsOf(written(graph({ documents: [document] }), "stances", "jsonld"));
    expect(annotation?.target.source).toBe(url);
  });

  it("carry the stance as a sentence and as values", () => {
    const conditions = [{ kind: "ONLY_AFTER", text: "talks" }];
    const [annotation] = itemsOf(
      written(graph({ stances: [stanceWith({ conditions })] }), "stances", "jsonld"),
    );
    expect(annotation?.body).toMatchObject([
      { type: "TextualBody", value: 'Miners SUPPORTS "Coal should be taxed." ONLY_AFTER talks' },
      { type: "Stance", holder: "actor:miners", issue: "issue:tax", direction: "SUPPORTS", conditions },
    ]);
  });

  it("are one for each stance", () => {
    const store = seededStore();
    const items = itemsOf(written(store, "stances", "jsonld"));
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set([...store.stances.all()].map(({ id }) => id)));
  });
});
