import { type Browser, chromium } from "playwright-core";
import { type RunningServer, startServer } from "../../src/http/server.ts";
import { seededStore } from "../seed/seeded.ts";

/** Serves the seed, silently, and lets work be done with it in Debian's Chromium; ends both afterwards. */
export async function withSeedShown(
  args: readonly string[],
  work: (server: RunningServer, browser: Browser) => Promise<void>,
): Promise<void> {
  const store = seededStore();
  const server = await startServer({
    store,
    host: "127.0.0.1",
    port: 0,
    clock: () => new Date(),
    log: { write: () => {} },
    version: "0.1.0",
  });
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", ...args],
  });
  try {
    await work(server, browser);
  } finally {
    await browser.close();
    await server.close();
    store.close();
  }
}
