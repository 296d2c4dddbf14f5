import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withSeedShown } from "./shown.ts";

/** Takes the README's pictures of the seed anew, by Debian's chromium: `npm run pictures`. */
const folder = fileURLToPath(new URL("../../.pictures/", import.meta.url));
const views = [
  { name: "overview", path: "/" },
  { name: "matrix", path: "/matrix?open=actor:us-government~issue:us-withdrawal" },
  { name: "issue", path: "/issues/us-withdrawal" },
  { name: "actor", path: "/actors/haider-al-abadi" },
  { name: "timeline", path: "/timeline" },
  { name: "compare", path: "/compare?actors=actor:haider-al-abadi,actor:us-government" },
  { name: "network", path: "/network" },
  { name: "document", path: "/documents/6d066288d130" },
  { name: "search", path: "/search?q=withdrawal" },
  { name: "changes", path: "/changes" },
  { name: "data", path: "/data" },
] as const;
const shots = [
  ...views.flatMap(({ name, path }) => [
    { name: `${name}-light`, path, colorScheme: "light" as const, height: 900 },
    { name: `${name}-dark`, path, colorScheme: "dark" as const, height: 900 },
  ]),
  { name: "graphiql", path: "/graphql", colorScheme: "light" as const, height: 700 },
];

mkdirSync(folder, { recursive: true });
await withSeedShown(["--disable-quic"], async (server, browser) => {
  for (const { name, path, colorScheme, height } of shots) {
    const page = await browser.newPage({
      colorScheme,
      viewport: { width: path === "/graphql" ? 1100 : 1280, height },
    });
    await page.goto(server.url + path, { waitUntil: "load" });
    // Until the page has been taken over by its script.
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: `${folder}${name}.png` });
    await page.close();
  }
});
