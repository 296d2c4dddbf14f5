import { gunzipSync } from "node:zlib";
import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { verbs } from "../../src/cli/verbs/index.ts";
import { schema } from "../../src/graphql/schema.ts";
import { hashesOf } from "../../src/http/html.ts";
import { viewOf, viewRoutes } from "../../src/web/routes.ts";
import { codingWith, emptyStore, graph, importCoding, stanceWith } from "../ingest/graph.ts";
import { served } from "./served.ts";

const html = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

async function pageOf(path: string, store?: Parameters<typeof served>[0]): Promise<string> {
  return (await served(store).ask(path, html)).text();
}

/** What a reader sees: the page without its markup and its data. */
function textOf(page: string): string {
  return page
    .replaceAll(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll(/\s+/g, " ");
}

describe("every page", () => {
  it.each(viewRoutes)("$path asks what the schema has", async (route) => {
    const { document, first } = await viewOf(route);
    for (const text of [document, ...(first === undefined ? [] : [first.document])])
      expect(validate(schema, parse(text))).toEqual([]);
  });

  it.each([
    ["/", "Most contested issues", "5 against"],
    ["/matrix", "Haider al-Abadi", "strongly for"],
    [
      "/matrix?open=actor:us-government~issue:us-withdrawal",
      "does not necessarily view the talks",
      "opposes",
    ],
    ["/matrix?sort=similarity&pin=actor:iraq", "pinned (1 actor)", "Kurdish parties (Iraq)"],
    ["/issues", "U.S. forces, military advisers included, should leave Iraq.", "1 for"],
    [
      "/issues/us-withdrawal",
      "To support it is",
      "Shi'ite armed groups advocate for an immediate withdrawal",
    ],
    ["/actors?q=abadi", "Haider al-Abadi", "1 actor"],
    ["/actors/haider-al-abadi", "Where it stands", "growing sentiment"],
    ["/timeline", "should leave Iraq.", "Sunni parties (Iraq)"],
    ["/compare?actors=actor:haider-al-abadi,actor:us-government", "Agreement", "Issue by issue"],
    ["/network", "communities (Louvain)", "Kurdish parties (Iraq)"],
    [
      "/network?edge=actor:kurdish-parties~actor:sunni-parties",
      "Kurdish parties (Iraq) and Sunni parties (Iraq): 1",
      "2 stances",
    ],
    ["/documents", "1 document", "U.S.-Iraq talks on ending"],
    ["/documents/6d066288d130", "quotes for ties and events", "Reuters"],
    ["/changes", "0 changes of position", "No position changed"],
    ["/data", "What each thing means", "stances.csv".slice(0, 7)],
    ["/search?q=withdrawal", "Withdrawal of U.S. forces from Iraq", "quote"],
  ])("%s says it without a script", async (path, ...said) => {
    const response = await served().ask(path, html);
    const text = textOf(await response.text());
    expect(response.status).toBe(200);
    for (const words of said) expect(text).toContain(words);
  });

  it("links only to what is there", async () => {
    const { ask } = served();
    const seen = new Set<string>();
    const broken: string[] = [];
    const follow = async (path: string, depth: number): Promise<void> => {
      if (seen.has(path) || seen.size > 500) return;
      seen.add(path);
      const response = await ask(path, html);
      if (response.status !== 200) broken.push(`${response.status} ${path}`);
      const isPage = response.headers.get("content-type")?.startsWith("text/html") && path !== "/graphql";
      if (depth === 0 || !isPage) return;
      for (const [, href = ""] of (await response.text()).matchAll(/(?:href|action)="(\/[^"]*)"/g))
        await follow(href.replaceAll("&amp;", "&").replace(/#.*/, ""), depth - 1);
    };
    await follow("/", 2);
    await follow("/matrix?at=2026-01-01&known=2030-01-01", 1);
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(70);
  }, 120_000);

  it("names commands that there are", async () => {
    const { ask } = served();
    const commands = new Set<string>();
    for (const { path } of viewRoutes.filter(({ label }) => label !== null)) {
      const page = await (await ask(path, html)).text();
      for (const [, verb = ""] of page.matchAll(/<code>stancegraph ([a-z]+)/g)) commands.add(verb);
    }
    const known = new Set(verbs.map(({ name }) => name));
    expect([...commands].filter((verb) => !known.has(verb))).toEqual([]);
    expect(commands.size).toBeGreaterThan(3);
  });

  it.each(["/issues/nothing", "/actors/nobody", "/documents/none", "/nowhere", "/matrix/more"])(
    "%s is not there, and says so with a way on",
    async (path) => {
      const response = await served().ask(path, html);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('href="/"');
    },
  );

  it("tells of a day that is none, and shows the page without it", async () => {
    const response = await served().ask("/matrix?at=2024-13-01", html);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain("“2024-13-01” is no day; write one like 2024-09-27.");
  });

  it("shows where they stood on a day, and keeps the day in its links", async () => {
    const page = await pageOf("/issues/us-withdrawal?at=2023-01-01");
    expect(textOf(page)).toContain("Nobody is known to have a position on this at this time.");
    expect(page).toContain('href="/matrix?at=2023-01-01"');
  });

  it("may load its own files and ask its own server, and nothing else", async () => {
    const response = await served().ask("/", html);
    const page = await response.text();
    const [script = ""] = hashesOf("script", page);
    const [style = ""] = hashesOf("style", page);
    expect(response.headers.get("content-security-policy")).toBe(
      `default-src 'none'; script-src 'self' ${script}; style-src ${style}; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
    expect(
      page.match(/<style|style="|<script(?! type="(module" src="\/assets|application\/json"))/g),
    ).toEqual(["<style", "<script"]);
    const targets = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, target = ""]) => target);
    expect(targets.filter((target) => !/^(\/|#|data:)/.test(target))).toEqual([]);
  });

  it("keeps a quote that holds markup a text", async () => {
    const text = `He said: <script>alert("x")</script> & <img src=x onerror=alert(1)>.`;
    const stances = [stanceWith({ quote: `<script>alert("x")</script> & <img src=x onerror=alert(1)>` })];
    const documents = [
      {
        id: "document:paper",
        title: `</title><script>alert(2)</script>`,
        text,
        url: 'https://example.org/"onmouseover=alert(3)',
      },
    ];
    const store = graph({ documents, stances });
    const path = /href="(\/documents\/[^"]*)"/.exec(await pageOf("/documents", { store }))?.[1] ?? "";
    for (const each of ["/", "/issues/tax", "/actors/miners", path, "/search?q=script"]) {
      const page = await pageOf(each, { store });
      const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
      expect(
        scripts.filter((tag) => !/type="(module|application\/json)"/.test(tag)),
        each,
      ).toEqual(["<script>"]);
      expect(page).not.toContain("<img");
      expect(page.replaceAll(/<script[\s\S]*?<\/script>/g, "")).not.toContain('"onmouseover');
    }
    const data = /<script type="application\/json" id="loaded">([\s\S]*?)<\/script>/.exec(
      await pageOf(path, { store }),
    );
    expect(JSON.parse(data?.[1] ?? "").data.document.text).toBe(text);
  });

  it("is the same page until the graph changes", async () => {
    const store = graph();
    const { ask } = served({ store });
    const etag = (await ask("/")).headers.get("etag") ?? "";
    expect((await ask("/", { headers: { "if-none-match": etag } })).status).toBe(304);
    importCoding(store, codingWith({ actors: [{ name: "Newcomers", kind: "GROUP" }], stances: [] }));
    expect((await ask("/", { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  it("is sent compressed to who takes that, under a tag of its own", async () => {
    const { ask } = served();
    const zip = { headers: { ...html.headers, "accept-encoding": "gzip" } };
    const [plain, zipped] = [await ask("/matrix", html), await ask("/matrix", zip)];
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(zipped.headers.get("etag")).not.toBe(plain.headers.get("etag"));
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(await plain.text());
    const etag = zipped.headers.get("etag") ?? "";
    expect((await ask("/matrix", { headers: { ...zip.headers, "if-none-match": etag } })).status).toBe(304);
  });

  it("needs a key where reading does", async () => {
    const response = await served({ settings: { readAccess: "key" } }).ask("/matrix", html);
    expect(response.status).toBe(401);
  });
});

describe("the front page", () => {
  it("shows three ways to start when there is nothing, with a coding that imports", async () => {
    const page = await pageOf("/", { store: emptyStore() });
    const example = /<code>(stancegraph: 1[^<]*)<\/code>/.exec(page)?.[1] ?? "";
    const store = emptyStore();
    importCoding(
      store,
      example.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      "coding.yaml",
    );
    expect(store.dataset.counts()).toMatchObject({ stances: 1, actors: 1, issues: 1 });
    expect(textOf(page)).toContain("The graph is empty: three ways to start");
  });

  it("shows a condition as one, beside the direction", async () => {
    const stances = [stanceWith({ conditions: [{ kind: "ONLY_AFTER", text: "talks with the owners" }] })];
    expect(await pageOf("/", { store: graph({ stances }) })).toContain(
      "<b>only after</b> talks with the owners",
    );
  });
});

describe("the pages' files", () => {
  it("are kept for ever, and sent compressed to who takes that", async () => {
    const { ask } = served();
    const path = /src="(\/assets\/main-[^"]*)"/.exec(await (await ask("/", html)).text())?.[1] ?? "";
    const plain = await ask(path);
    const zipped = await ask(path, { headers: { "accept-encoding": "gzip" } });
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect((await zipped.arrayBuffer()).byteLength).toBeLessThan((await plain.arrayBuffer()).byteLength / 2);
    expect((await ask("/assets/none.js")).status).toBe(404);
    expect((await ask("/assets/../package.json")).status).toBe(404);
  });
});
