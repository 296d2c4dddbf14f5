import { describe, expect, it } from "vitest";
import { graph, stanceWith } from "../ingest/graph.ts";
import { served } from "./served.ts";

describe("the feeds of changes", () => {
  const changing = () => {
    const stance = (direction: string, quote: string, on: string) =>
      stanceWith({ direction, quote, statedOn: on, externalId: on });
    return graph({
      stances: [
        stance("SUPPORTS", "they support the tax", "2024-01-01"),
        stance("OPPOSES", "oppose the tax, the owners' union said", "2024-02-01"),
      ],
    });
  };

  it("tell the newest as Atom, and as JSON Feed", async () => {
    const { ask } = served({ store: changing() });
    const atom = await ask("/changes.atom");
    expect(atom.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const text = await atom.text();
    expect(text).toContain("<title>Miners on Tax: reversed</title>");
    expect(text).toContain('<link href="http://localhost:4000/actors/miners#changes"/>');
    expect(text).toContain(
      "1 February 2024: from supports to opposes: “oppose the tax, the owners' union said”",
    );
    const json = (await (await ask("/changes.json")).json()) as { readonly items: readonly object[] };
    expect(json.items).toEqual([
      {
        id: "urn:stancegraph:change:actor:miners:issue:tax:2024-02-01",
        title: "Miners on Tax: reversed",
        url: "http://localhost:4000/actors/miners#changes",
        date_published: "2024-02-01T00:00:00Z",
        content_text: "1 February 2024: from supports to opposes: “oppose the tax, the owners' union said”",
      },
    ]);
    const etag = atom.headers.get("etag") ?? "";
    expect((await ask("/changes.atom", { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("take the filters of their page", async () => {
    const json = await served({ store: changing() }).ask("/changes.json?kind=SOFTENED");
    expect(((await json.json()) as { readonly items: readonly object[] }).items).toEqual([]);
  });
});
