import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/open.ts";
import { codingWith, emptyStore, importCoding, stanceWith } from "../ingest/graph.ts";
import { browsing, hasBrowser, watched } from "./browser.ts";

const count = 450;

/** So many actors, of whom every third is against. */
function crowd(): Store {
  const names = Array.from({ length: count }, (_, index) => `Member ${index + 1}`);
  const quotes = names.map((name, index) => `${name} ${index % 3 === 0 ? "opposes" : "supports"} the tax.`);
  const store = emptyStore();
  importCoding(
    store,
    codingWith({
      documents: [{ id: "paper", title: "The roll", text: quotes.join(" "), publishedOn: "2024-03-08" }],
      actors: names.map((name) => ({ name, kind: "PERSON" })),
      stances: names.map((holder, index) =>
        stanceWith({
          holder,
          direction: index % 3 === 0 ? "OPPOSES" : "SUPPORTS",
          quote: quotes[index],
        }),
      ),
    }),
  );
  return store;
}

describe.runIf(hasBrowser)("a network of more than 400 nodes", () => {
  const at = browsing(crowd);

  /** Where a picture has the colour of the first community. */
  async function nodeIn(picture: Buffer): Promise<readonly [number, number]> {
    const { page } = await watched(at.browser);
    const places = (await page.evaluate(`new Promise((resolve) => {
      const image = new Image();
      image.onload = () => {
        const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const places = [];
        for (let at = 0; at < data.length; at += 4)
          if (data[at] === 0x0a && data[at + 1] === 0x5e && data[at + 2] === 0xa8)
            places.push([(at / 4) % image.width, Math.floor(at / 4 / image.width)]);
        resolve(places);
      };
      image.src = "data:image/png;base64,${picture.toString("base64")}";
    })`)) as [number, number][];
    await page.context().close();
    return places[Math.floor(places.length / 2)] ?? [0, 0];
  }

  it("is drawn by the browser, from here alone, and a click on a node or a tie leads on", async () => {
    const { page, requests, complaints } = await watched(at.browser, {
      viewport: { width: 1200, height: 900 },
    });
    await page.goto(`${at.server.url}/network?top=1000`);
    await page.locator('[data-network="drawn"]').waitFor({ timeout: 40_000 });
    expect(await page.locator("[data-network] canvas").count()).toBeGreaterThan(3);
    expect(await page.locator("figcaption").textContent()).toContain(`${count} nodes`);
    expect(requests.filter((url) => !url.startsWith(at.server.url) && !url.startsWith("data:"))).toEqual([]);
    // A browser without a graphics card says how slow that is.
    expect(complaints.filter((words) => !words.includes("GL Driver Message"))).toEqual([]);
    await page.locator("[data-network]").scrollIntoViewIfNeeded();
    const { x = 0, y = 0 } = (await page.locator("[data-network]").boundingBox()) ?? {};
    const [right, down] = await nodeIn(await page.locator("[data-network]").screenshot());
    await page.mouse.click(x + right, y + down);
    await page.waitForURL(/\/actors\/member-\d+|[?&]edge=/);
    await page.context().close();
  }, 90_000);

  it("has its ties in a table without a script", async () => {
    const { page } = await watched(at.browser, { javaScriptEnabled: false });
    await page.goto(`${at.server.url}/network?top=1000`);
    expect(await page.locator("[data-network]").textContent()).toContain("drawn by your browser");
    expect(await page.locator("figure table tbody tr").count()).toBe(500);
    await page.context().close();
  }, 60_000);
});
