import type { Browser } from "playwright-core";
import { withSeedShown } from "../docs/shown.ts";

/**
 * When a page's largest part is painted (Largest Contentful Paint), in milliseconds at a quarter of the CPU's speed,
 * and by that of a page with one heading: `npm run bench:pages`. The browser is let settle first: its own start takes
 * a second of both cores, in which nothing is painted soon.
 */
const rounds = 7;
const settledAfter = 2_500;
const bare = "/none";
const paths = [
  "/",
  "/matrix",
  "/issues/us-withdrawal",
  "/actors/haider-al-abadi",
  "/timeline",
  "/compare?actors=actor:haider-al-abadi,actor:us-government",
  "/network",
  "/documents/6d066288d130",
  "/search?q=withdrawal",
  "/changes",
  "/data",
];

async function paintedAfter(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("about:blank");
  await page.waitForTimeout(settledAfter);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(url, { waitUntil: "load" });
  const painted = await page.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => {
      setTimeout(() => resolve(list.getEntries().at(-1).startTime), 300);
    }).observe({ type: "largest-contentful-paint", buffered: true });
  })`);
  await context.close();
  return painted;
}

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

await withSeedShown([], async (server, browser) => {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const path of [bare, ...paths]) {
      const painted = await paintedAfter(browser, server.url + path);
      times.set(path, [...(times.get(path) ?? []), painted]);
    }
  }
  const base = middleOf(times.get(bare) ?? []);
  for (const [path, all] of times) {
    const middle = middleOf(all);
    console.log(
      `${path.padEnd(60)} ${middle.toFixed(0).padStart(5)} ms (at most ${Math.max(...all).toFixed(0)}) ${(middle / base).toFixed(1)} ×`,
    );
  }
});
