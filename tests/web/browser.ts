import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type RunningServer, startServer } from "../../src/http/server.ts";
import type { Store } from "../../src/store/open.ts";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const found = places.find((place) => existsSync(place));
const isRequired = process.env.STANCEGRAPH_BROWSER === "required";

/** Whether there is a browser to test with. Without one the tests are skipped aloud, or fail where it is required. */
export const hasBrowser = found !== undefined || isRequired;
if (!hasBrowser)
  console.warn(
    "\nNo Chromium is installed, so the pages are NOT tested in a browser (apt-get install chromium).\n",
  );

function launched(): Promise<Browser> {
  if (found === undefined)
    throw new Error(`STANCEGRAPH_BROWSER is "required", and there is no Chromium: ${places.join(", ")}.`);
  return chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
}

/** A page that keeps book of what it asks for and what it complains about. */
export async function watched(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}) {
  const page = await (await browser.newContext(options)).newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  return { page, requests, complaints };
}

/** What depends on colours is looked at in each look. */
export const rulesIn = {
  light: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  dark: ["color-contrast"],
  contrast: ["color-contrast"],
} as const;

/** Finds no breach in any look, and nothing that is wider than a small screen; leaves the page so narrow. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const [theme, rules] of Object.entries(rulesIn)) {
    await page.locator("#theme").selectOption(theme);
    expect(await breachesOn(page, rules), theme).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
}

/** Breaches of WCAG 2.2 AA that axe finds, in a sentence each. */
export async function breachesOn(page: Page, rules: readonly string[]): Promise<readonly string[]> {
  const found = await page.evaluate(
    `(() => { const module = undefined; ${axe.source}; return axe.run(document, { runOnly: ${JSON.stringify(rules)} }); })()`,
  );
  const { violations } = found as axe.AxeResults;
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

interface Browsing {
  readonly server: RunningServer;
  readonly browser: Browser;
}

/** A server of a graph, silent and on the first day of 2026, and a browser, for the tests of a block. */
export function browsing(storeOf: () => Store): Browsing {
  const made: { server?: RunningServer; browser?: Browser } = {};
  beforeAll(async () => {
    made.server = await startServer({
      store: storeOf(),
      host: "127.0.0.1",
      port: 0,
      clock: () => new Date("2026-01-01T00:00:00Z"),
      version: "1.2.3",
      log: { write: () => {} },
    });
    made.browser = await launched();
  }, 120_000);
  afterAll(async () => {
    await made.browser?.close();
    await made.server?.close();
  });
  return {
    get server() {
      return made.server as RunningServer;
    },
    get browser() {
      return made.browser as Browser;
    },
  };
}
