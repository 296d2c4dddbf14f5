import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seededStore } from "../seed/seeded.ts";
import { breachesOn, browsing, hasBrowser, rulesIn, watched } from "./browser.ts";

const pages = [
  "/",
  "/matrix",
  "/matrix?open=actor:us-government~issue:us-withdrawal",
  "/issues",
  "/issues/us-withdrawal",
  "/actors",
  "/actors/haider-al-abadi",
  "/timeline",
  "/compare",
  "/network",
  "/documents",
  "/documents/6d066288d130",
  "/changes",
  "/data",
  "/search?q=withdrawal",
] as const;

describe.runIf(hasBrowser)("in a browser", () => {
  const at = browsing(seededStore);

  /** Waits until the browser's part has taken the page over. */
  async function open(page: Page, path: string): Promise<void> {
    await page.goto(`${at.server.url}${path}`);
    await page.locator("[data-keys]").waitFor({ state: "visible" });
  }

  it.each(pages)(
    "%s has no breach of WCAG 2.2 AA in any look, and asks nobody else",
    async (path) => {
      const { page, requests, complaints } = await watched(at.browser, {
        viewport: { width: 1280, height: 900 },
        bypassCSP: true,
      });
      for (const [theme, rules] of Object.entries(rulesIn)) {
        await page.addInitScript(`localStorage.setItem("theme", "${theme}")`);
        await open(page, path);
        expect(await breachesOn(page, rules), `${path} in ${theme}`).toEqual([]);
      }
      expect(requests.filter((url) => !url.startsWith(at.server.url) && !url.startsWith("data:"))).toEqual(
        [],
      );
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it.each(pages)("%s fits a narrow screen", async (path) => {
    const { page, complaints } = await watched(at.browser, { viewport: { width: 360, height: 740 } });
    await open(page, path);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("a cell of the matrix opens its evidence by mouse, and Back closes it", async () => {
    const { page, requests, complaints } = await watched(at.browser);
    await open(page, "/matrix");
    const loads = requests.length;
    await page.locator('td.OPPOSES a[title^="U.S. government"]').click();
    await page.locator("#evidence blockquote").waitFor();
    expect(await page.locator("#evidence blockquote").first().textContent()).toContain("complete withdrawal");
    expect(new URL(page.url()).search).toBe("?open=actor:us-government~issue:us-withdrawal");
    expect(requests.slice(loads).every((url) => url === `${at.server.url}/graphql`)).toBe(true);
    await page.goBack();
    await page.locator("#evidence").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("the matrix is gone through with the keyboard alone", async () => {
    const { page } = await watched(at.browser);
    await open(page, "/");
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.locator("table.matrix").waitFor();
    expect(await page.title()).toContain("Matrix");
    await page.locator("td a").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    for (const _ of [1, 2]) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("#evidence").waitFor();
    await page.keyboard.press("?");
    expect(await page.locator("dialog#keys").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("withdrawal");
    await page.keyboard.press("Enter");
    await page.locator("h1", { hasText: "“withdrawal”" }).waitFor();
    expect(await page.locator("ul.list li").count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it("a tie of the network opens the stances behind it, and the picture can be taken", async () => {
    const { page } = await watched(at.browser);
    await open(page, "/network");
    await page.locator("a.tie").first().dispatchEvent("click");
    await page.locator("#tie").waitFor();
    expect(await page.locator("section .card blockquote").count()).toBeGreaterThan(1);
    for (const [take, name] of [
      ["svg", "network.svg"],
      ["png", "network.png"],
    ]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`[data-take=${take}]`).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
    }
    await page.context().close();
  });

  it("the timeline of another issue is a choice away", async () => {
    const { page } = await watched(at.browser);
    await open(page, "/timeline");
    await page.locator("select[name=issue]").selectOption("issue:end-coalition");
    await page.locator("h1", { hasText: "should be concluded" }).waitFor();
    expect(new URL(page.url()).searchParams.get("issue")).toBe("issue:end-coalition");
    await page.context().close();
  });

  it("the day chosen goes along to other pages", async () => {
    const { page } = await watched(at.browser);
    await open(page, "/issues/us-withdrawal");
    await page.locator("#at").fill("2023-01-01");
    await page.locator(".times button", { hasText: "Show" }).click();
    await page.locator(".empty").waitFor();
    await page.locator("nav a", { hasText: "Matrix" }).click();
    await page.locator(".empty", { hasText: "No position is known" }).waitFor();
    expect(new URL(page.url()).searchParams.get("at")).toBe("2023-01-01");
    await page.context().close();
  });

  it("a document shows a quote in its place, and the next one by key", async () => {
    const { page } = await watched(at.browser);
    await open(page, "/documents/6d066288d130");
    await page.keyboard.press("j");
    const first = new URL(page.url()).hash;
    await page.keyboard.press("j");
    expect(first).toMatch(/^#e\d+-\d+$/);
    expect(new URL(page.url()).hash).not.toBe(first);
    expect(await page.locator(`mark${new URL(page.url()).hash}`).isVisible()).toBe(true);
    await page.context().close();
  });

  it("the look that was chosen is kept", async () => {
    const { page } = await watched(at.browser);
    await open(page, "/");
    await page.locator("#theme").selectOption("dark");
    await open(page, "/data");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.context().close();
  });

  it("pages need no script, and their downloads come", async () => {
    const { page, complaints } = await watched(at.browser, { javaScriptEnabled: false });
    await page.goto(`${at.server.url}/matrix`);
    await page.locator('td.OPPOSES a[title^="U.S. government"]').click();
    expect(await page.locator("#evidence blockquote").first().isVisible()).toBe(true);
    await page.locator("#q").fill("abadi");
    await page.keyboard.press("Enter");
    await page.locator("h2 a", { hasText: "Haider al-Abadi" }).first().waitFor();
    await page.goto(`${at.server.url}/data`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('a[href="/export/stances.csv"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe("stances-r1.csv");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(pages)("%s has one main part, and headings in order", async (path) => {
    const { page } = await watched(at.browser);
    await page.goto(`${at.server.url}${path}`);
    const levels = await page
      .locator("main h1, main h2, main h3")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    const skips = levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1);
    expect([await page.locator("main").count(), levels[0], skips]).toEqual([1, 1, []]);
    await page.context().close();
  });

  it("GraphiQL answers the example, and no request leaves for elsewhere", async () => {
    const { page, requests, complaints } = await watched(at.browser);
    await page.goto(`${at.server.url}/graphql`);
    await page.locator("button.graphiql-execute-button").click();
    await page.locator(".result-window", { hasText: "OPPOSES" }).waitFor();
    const elsewhere = requests.filter(
      (url) =>
        !url.startsWith(at.server.url) &&
        !url.startsWith(`blob:${at.server.url}`) &&
        !url.startsWith("data:"),
    );
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
    expect(await page.locator('[role="tab"], .graphiql-tab').count()).toBeGreaterThan(4);
  });

  it("an address that is none shows a page with the way back", async () => {
    const { page } = await watched(at.browser);
    const response = await page.goto(`${at.server.url}/nope`);
    expect(response?.status()).toBe(404);
    await page.locator("main a", { hasText: "front page" }).click();
    expect(new URL(page.url()).pathname).toBe("/");
  });
});
