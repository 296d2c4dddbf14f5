import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startServer } from "../../src/http/server.ts";
import { seededStore } from "../seed/seeded.ts";

/** Takes the README's pictures of the seed anew, by Debian's chromium: `npm run pictures`. */
const folder = fileURLToPath(new URL("../../.pictures/", import.meta.url));
const shots = [
  { name: "home-light", path: "/", colorScheme: "light", height: 900 },
  { name: "home-dark", path: "/", colorScheme: "dark", height: 900 },
  { name: "graphiql", path: "/graphql", colorScheme: "light", height: 700 },
] as const;

mkdirSync(folder, { recursive: true });
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
  args: ["--no-sandbox", "--disable-quic"],
});
try {
  for (const { name, path, colorScheme, height } of shots) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height } });
    await page.goto(server.url + path, { waitUntil: "networkidle" });
    await page.screenshot({ path: `${folder}${name}.png` });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
  store.close();
}
