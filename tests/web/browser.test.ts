import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/http/server.ts";
import { seededStore } from "../seed/seeded.ts";
import { faintTexts, hasBrowser, launched, watched } from "./browser.ts";

describe.runIf(hasBrowser)("in a browser", () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    const clock = () => new Date("2026-01-01T00:00:00Z");
    server = await startServer({
      store: seededStore(),
      host: "127.0.0.1",
      port: 0,
      clock,
      version: "1.2.3",
      log: { write: () => {} },
    });
    browser = await launched();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(["light", "dark"] as const)(
    "the front page is legible in %s, and asks nothing of anybody else",
    async (colorScheme) => {
      const { page, requests, complaints } = await watched(browser, { colorScheme });
      await page.goto(server.url);
      expect(await page.locator("h2").first().textContent()).toContain("should leave Iraq");
      expect(await faintTexts(page)).toEqual([]);
      expect({ requests, complaints }).toEqual({ requests: [`${server.url}/`], complaints: [] });
    },
  );

  it("the front page fits a narrow screen", async () => {
    const { page } = await watched(browser, { viewport: { width: 360, height: 740 } });
    await page.goto(server.url);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it("the front page needs no script, and its downloads come", async () => {
    const { page } = await watched(browser, { javaScriptEnabled: false });
    await page.goto(server.url);
    await page.locator("summary").first().click();
    expect(await page.locator("details p").first().isVisible()).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('a[href="/export/stances.csv"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe("stances-r1.csv");
  });

  it("the front page has one main part, and headings in order", async () => {
    const { page } = await watched(browser);
    await page.goto(server.url);
    const levels = await page
      .locator("h1, h2, h3")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    const skips = levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1);
    expect([await page.locator("main").count(), levels[0], skips]).toEqual([1, 1, []]);
  });

  it("GraphiQL answers the example, and no request leaves for elsewhere", async () => {
    const { page, requests, complaints } = await watched(browser);
    await page.goto(`${server.url}/graphql`);
    await page.locator("button.graphiql-execute-button").click();
    await page.locator(".result-window", { hasText: "OPPOSES" }).waitFor();
    const elsewhere = requests.filter(
      (url) =>
        !url.startsWith(server.url) && !url.startsWith(`blob:${server.url}`) && !url.startsWith("data:"),
    );
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
    expect(await page.locator('[role="tab"], .graphiql-tab').count()).toBeGreaterThan(4);
  });

  it("an address that is none shows a page with the way back", async () => {
    const { page } = await watched(browser);
    const response = await page.goto(`${server.url}/nope`);
    expect(response?.status()).toBe(404);
    await page.locator("a", { hasText: "front page" }).click();
    expect(new URL(page.url()).pathname).toBe("/");
  });
});
