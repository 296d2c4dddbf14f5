import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { importSources } from "../../src/ingest/import.ts";
import { fileSource } from "../../src/ingest/source.ts";
import { rowsOf, sharedFolder } from "../analysis/network/shared.ts";
import { author, emptyStore } from "../ingest/graph.ts";
import { root } from "../seed/seeded.ts";
import { browsing, hasBrowser, watched } from "./browser.ts";

const folder = sharedFolder("unga");

/** The votes of the 74th session: 193 states on 91 roll calls. */
function session(): ReturnType<typeof emptyStore> {
  const place = mkdtempSync(join(tmpdir(), "stancegraph-un-"));
  const calls = `${folder}/un_roll_calls.csv.gz`;
  const asked = new Set(
    rowsOf(gunzipSync(readFileSync(calls)).toString("utf8")).flatMap(({ rcid = "", session: of }) =>
      of === "74" ? [rcid] : [],
    ),
  );
  const lines = gunzipSync(readFileSync(`${folder}/un_votes.csv.gz`))
    .toString("utf8")
    .split("\n");
  const kept = lines.filter(
    (line, index) => index === 0 || asked.has(line.slice(0, line.indexOf(",")).replaceAll('"', "")),
  );
  copyFileSync(calls, join(place, "un_roll_calls.csv.gz"));
  writeFileSync(join(place, "un_votes.csv.gz"), gzipSync(kept.join("\n")));
  const store = emptyStore();
  const source = fileSource(join(place, "un_votes.csv.gz"));
  importSources(store, [{ ...source, mapping: fileSource(`${root}seed/un-votes/mapping.yaml`) }], { author });
  rmSync(place, { recursive: true });
  return store;
}

describe.runIf(hasBrowser && folder !== null)(
  "in a browser, with a session of the UN General Assembly",
  () => {
    const at = browsing(session);

    async function opened(
      path: string,
    ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
      const { page, complaints } = await watched(at.browser);
      await page.goto(`${at.server.url}${path}`);
      await page.locator("[data-keys]").waitFor({ state: "visible" });
      return { page, complaints };
    }

    it("the matrix shows 193 states by 60 roll calls, and a vote opens", async () => {
      const { page, complaints } = await opened("/matrix?rows=200&columns=60&sort=name");
      expect(await page.locator("table.matrix tbody tr").count()).toBe(193);
      expect(await page.locator("table.matrix thead th").count()).toBe(61);
      await page.locator('td a[title^="Afghanistan"]').first().click();
      await page.locator("#evidence .card").waitFor();
      expect(await page.locator("#evidence .card").textContent()).toContain("Afghanistan");
      expect(complaints).toEqual([]);
      await page.context().close();
    }, 60_000);

    it("the network has all states, and a tie opens its votes", async () => {
      const { page, complaints } = await opened("/network?top=300&by=AVERAGE");
      expect(await page.locator("svg .node").count()).toBe(193);
      await page.locator("a.tie").first().dispatchEvent("click");
      await page.locator("#tie").waitFor();
      expect(await page.locator("section .card").count()).toBeGreaterThan(10);
      expect(complaints).toEqual([]);
      await page.context().close();
    }, 60_000);

    it.each([
      "/",
      "/issues",
      "/actors/united-states",
      "/timeline",
      "/compare",
      "/changes",
      "/search?q=nuclear",
    ])(
      "%s is shown without a complaint, and is no larger than a page may be",
      async (path) => {
        const { page, complaints } = await opened(path);
        expect((await page.locator("main").textContent())?.length).toBeGreaterThan(200);
        expect((await page.content()).length).toBeLessThan(1_000_000);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
      60_000,
    );
  },
);
