import { parse, validate } from "graphql";
import { describe, expect, it, vi } from "vitest";
import { schema } from "../../src/graphql/schema.ts";
import { exampleQueries } from "../../src/http/examples.ts";
import { codingWith, emptyStore, graph, importCoding, stanceWith } from "../ingest/graph.ts";
import { served } from "./served.ts";

const html = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

async function pageOf(store?: Parameters<typeof served>[0]): Promise<string> {
  return (await served(store).ask("/", html)).text();
}

describe("the front page", () => {
  it("shows the issue with most positions first, each with holder, direction, quote and chain", async () => {
    const page = await pageOf();
    const withdrawal = page.indexOf("should leave Iraq.");
    expect(withdrawal).toBeGreaterThan(0);
    expect(page.indexOf("should continue as it is.")).toBeGreaterThan(withdrawal);
    expect(page).toContain("strongly supports");
    expect(page).toContain("“Shi'ite armed groups advocate for an immediate withdrawal of U.S. forces”");
    expect(page).toMatch(/← Reuters ← /);
    expect(page).toContain("some time in February–November 2024");
  });

  it("tells what is in the graph, and links to everything", async () => {
    const page = await pageOf();
    expect(page).toMatch(/<b>14<\/b> stances/);
    expect(page).toContain("Licence: MIT · revision 1");
    for (const href of ["/graphql", "/export/stances.csv", "/export/graph.yaml", "/export/stances.jsonld"])
      expect(page).toContain(`href="${href}"`);
    expect(page).toContain("curl http://localhost:4000/graphql");
  });

  it("is made once, whatever the server is called, and takes no markup from that", async () => {
    const store = graph();
    const counts = vi.spyOn(store, "counts");
    const { ask } = served({ store });
    const pages = await Promise.all(
      ["http://one/", "http://two:81/", 'http://a&"b/'].map(async (address) =>
        (await ask(address, html)).text(),
      ),
    );
    expect(counts).toHaveBeenCalledTimes(1);
    expect(pages[0]).toContain("curl http://one/graphql");
    expect(pages[1]).toContain("curl http://two:81/graphql");
    expect(pages[2]).toContain("curl http://a&#38;&#34;b/graphql");
  });

  it("keeps a quote that holds markup a text", async () => {
    const text = `He said: <script>alert("x")</script> & <img src=x onerror=alert(1)>.`;
    const stances = [stanceWith({ quote: `<script>alert("x")</script> & <img src=x onerror=alert(1)>` })];
    const documents = [
      { title: `</title><script>alert(2)</script>`, text, url: 'https://example.org/"onmouseover=alert(3)' },
    ];
    const response = await served({ store: graph({ documents, stances }) }).ask("/", html);
    const page = await response.text();
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<img");
    expect(page).not.toContain('"onmouseover');
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'/,
    );
  });

  it("shows a condition as one, beside the direction", async () => {
    const stances = [stanceWith({ conditions: [{ kind: "ONLY_AFTER", text: "talks with the owners" }] })];
    expect(await pageOf({ store: graph({ stances }) })).toContain("<b>only after</b> talks with the owners");
  });

  it("lists an issue nobody has taken a position on as one without data", async () => {
    const store = graph();
    importCoding(store, {
      stancegraph: 1,
      issues: [{ label: "Strike", proposition: "Mines should strike.", pro: "Yes.", contra: "No." }],
    });
    expect(await pageOf({ store })).toMatch(/No position known.*Mines should strike\./s);
  });

  it("shows how to begin when there is nothing, with a coding that imports", async () => {
    const page = await pageOf({ store: emptyStore() });
    const example = /<code>(stancegraph: 1[^<]*)<\/code>/.exec(page)?.[1] ?? "";
    const store = emptyStore();
    importCoding(
      store,
      example.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      "coding.yaml",
    );
    expect(store.dataset.counts()).toMatchObject({ stances: 1, actors: 1, issues: 1 });
    expect(page).toContain("The graph is empty");
  });

  it("is the same page until the graph changes", async () => {
    const store = graph();
    const { ask } = served({ store });
    const etag = (await ask("/")).headers.get("etag") ?? "";
    expect((await ask("/", { headers: { "if-none-match": etag } })).status).toBe(304);
    importCoding(store, codingWith({ actors: [{ name: "Newcomers", kind: "GROUP" }], stances: [] }));
    expect((await ask("/", { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  it("asks nothing of anybody else and runs no script", async () => {
    const page = await pageOf();
    expect(page).not.toMatch(/<script|<iframe|<img|@import|url\(/);
    expect(
      [...page.matchAll(/(?:src|href)="([^"]*)"/g)]
        .map(([, target]) => target)
        .filter((target) => !/^(\/|#|data:,)/.test(target ?? "")),
    ).toEqual([]);
  });
});

describe("GraphiQL", () => {
  it("is whole, from here, and may ask nobody else", async () => {
    const response = await served().ask("/graphql", html);
    const page = await response.text();
    expect(page.length).toBeGreaterThan(5_000_000);
    const markup = page.replaceAll(/<(script|style)>[\s\S]*?<\/\1>/g, "");
    expect(markup.length).toBeLessThan(2_000);
    expect(markup).not.toMatch(/https?:|\/\//);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'sha256-");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
  });

  it("is not sent again, and is sent compressed to who takes that", async () => {
    const { ask } = served();
    const headers = { ...html.headers, "accept-encoding": "gzip, br" };
    const response = await ask("/graphql", { headers });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(3_000_000);
    const again = await ask("/graphql", {
      headers: { ...headers, "if-none-match": response.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it("leaves programs that ask by GET their JSON", async () => {
    const response = await served().ask("/graphql?query={__typename}", {
      headers: { accept: "application/json" },
    });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });

  it.each(exampleQueries.map(({ name, query }) => [name, query]))(
    "has the example “%s”, which the schema takes",
    (_name, query) => {
      expect(validate(schema, parse(query))).toEqual([]);
    },
  );
});
