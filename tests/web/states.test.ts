import { describe, expect, it } from "vitest";
import { seededStore } from "../seed/seeded.ts";
import { browsing, hasBrowser, watched } from "./browser.ts";

describe.runIf(hasBrowser)("while a page is fetched", () => {
  const at = browsing(seededStore);

  async function opened(path: string) {
    const { page } = await watched(at.browser);
    await page.goto(`${at.server.url}${path}`);
    await page.locator("[data-keys]").waitFor({ state: "visible" });
    return page;
  }

  it("a bar shows that something is under way, until it is there", async () => {
    const page = await opened("/");
    await page.route("**/graphql", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.locator("header a", { hasText: "Matrix" }).click();
    await page.locator("#progress.is-on").waitFor({ state: "attached" });
    await page.locator("table.matrix").waitFor();
    expect(await page.locator("#progress.is-on").count()).toBe(0);
    await page.context().close();
  });

  it("the page stays where the server does not answer, and says so with a way to try again", async () => {
    const page = await opened("/");
    await page.route("**/graphql", (route) => route.abort());
    await page.locator("header a", { hasText: "Matrix" }).click();
    await page.locator("#unreachable", { hasText: "The server does not answer" }).waitFor();
    expect(await page.locator("main h1").textContent()).toContain("U.S.-Iraq talks");
    await page.unroute("**/graphql");
    await page.locator("#unreachable a").click();
    await page.locator("table.matrix").waitFor();
    expect(await page.locator("#unreachable").isVisible()).toBe(false);
    await page.context().close();
  });

  it("an answer with an error in a part of it is never shown in part: the server's page says what it is", async () => {
    const page = await opened("/");
    await page.route("**/graphql", (route) =>
      route.fulfill({
        json: { data: { some: [], others: null }, errors: [{ message: "Some of it failed." }] },
      }),
    );
    await page.locator("header a", { hasText: "Matrix" }).click();
    await page.waitForURL("**/matrix");
    expect(await page.locator("table.matrix tbody tr").count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it("the look that was chosen is there before anything is shown", async () => {
    const page = await opened("/");
    await page.locator("#theme").selectOption("dark");
    await page.route("**/main-*.js", (route) => route.abort());
    await page.goto(`${at.server.url}/matrix`);
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await page.context().close();
  });
});
