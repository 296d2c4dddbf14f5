import { describe, expect, it } from "vitest";
import type { StanceId } from "../../src/domain/id.ts";
import type { Stance } from "../../src/domain/stance.ts";
import type { Store } from "../../src/store/open.ts";
import { codingWith, graph, importCoding, stanceWith } from "../ingest/graph.ts";
import { browsing, hasBrowser, watched } from "./browser.ts";

const secret = "sg_0123456789abcdef0123456789abcdef";

/** What the review does not show in a form, and must not lose. */
const rich = {
  conditions: [{ kind: "ONLY_AFTER", text: "talks" }],
  holderCertainty: "LIKELY",
  validUntil: "2025-01",
  confidence: 0.6,
  attribution: [
    { role: "PUBLISHER", actor: "Owners" },
    {
      role: "SPEAKER",
      anonymous: { descriptor: "an official", rank: "senior" },
      cue: "said",
      mode: "INDIRECT",
    },
    { role: "HOLDER", actor: "Miners" },
  ],
};

/** Three proposals, and a key that may decide on them. */
function proposing(): Store {
  const store = graph();
  const quotes = [
    "they support the tax",
    "oppose the tax, the owners' union said",
    "Miners said they support the strike",
  ];
  const stances = quotes.map((quote, index) =>
    stanceWith({ quote, status: "PROPOSED", externalId: String(index), ...rich }),
  );
  importCoding(store, codingWith({ coder: { name: "Machine", kind: "EXTRACTOR", version: "1" }, stances }));
  store.keys.add({ id: "key:ana", name: "Ana", scope: "review", createdAt: "2026-01-01T00:00:00Z" }, secret);
  return store;
}

describe.runIf(hasBrowser)("the review", () => {
  const store = proposing();
  const count = (status: string) => store.stances.count({ status: { eq: status } });
  const at = browsing(() => store);

  it("accepts, takes back and rejects by one key each", async () => {
    const { page, complaints } = await watched(at.browser);
    await page.goto(`${at.server.url}/review`);
    await page.locator("[data-own-key]").waitFor({ state: "visible" });
    const before = count("ACCEPTED");
    expect(await page.locator("[data-stance]").count()).toBe(3);
    await page.locator("[data-stance]").first().focus();
    await page.keyboard.press("a");
    await page.locator("[data-said]", { hasText: "Give your key first" }).waitFor();
    await page.locator("[data-own-key] input").fill(secret);
    await page.keyboard.press("Enter");
    await page.locator("[data-said]", { hasText: "The key is used" }).waitFor();
    await page.keyboard.press("a");
    await page.keyboard.press("u");
    await page.locator("[data-said]", { hasText: "Taken back" }).waitFor();
    expect(await page.locator("[data-stance]:not([hidden])").count()).toBe(3);
    await page.keyboard.press("a");
    await page.keyboard.press("r");
    await expect.poll(() => count("ACCEPTED")).toBe(before + 1);
    expect(count("REJECTED")).toBe(0);
    await page.goto(`${at.server.url}/`);
    await expect.poll(() => count("REJECTED")).toBe(1);
    expect(count("PROPOSED")).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("asks for no key where there is no script, and a form can put none into the address", async () => {
    const { page } = await watched(at.browser, { javaScriptEnabled: false });
    await page.goto(`${at.server.url}/review`);
    expect(await page.locator("[data-own-key]").isVisible()).toBe(false);
    expect(await page.locator("[data-own-key] [name]").count()).toBe(0);
    await page.context().close();
  });

  it("shows a proposal again that was refused, with the reason", async () => {
    const { page } = await watched(at.browser);
    await page.goto(`${at.server.url}/review`);
    await page.locator("[data-own-key] input").fill("a-key-that-is-none");
    await page.keyboard.press("Enter");
    await page.locator("[data-decide=ACCEPTED]").first().click();
    await page
      .locator("[data-said]", { hasText: "This key is unknown or revoked" })
      .waitFor({ timeout: 30_000 });
    expect(await page.locator("[data-stance]:not([hidden])").count()).toBe(1);
    expect(count("PROPOSED")).toBe(1);
    await page.context().close();
  }, 60_000);

  it("corrects a proposal and accepts it so, with all that the form does not show", async () => {
    const [old] = [...store.stances.all({ where: { status: { eq: "PROPOSED" } } })];
    const { page, complaints } = await watched(at.browser);
    await page.goto(`${at.server.url}/review`);
    await page.locator("[data-own-key] input").fill(secret);
    await page.keyboard.press("Enter");
    await page.locator("[data-said]", { hasText: "The key is used" }).waitFor();
    await page.keyboard.press("e");
    await page.locator("[data-edit] [name=place]").selectOption("SUPPORTS 2");
    await page.locator("[data-edit] textarea").fill("support the strike");
    await page.locator("[data-edit] [name=note]").fill("read again");
    await page.keyboard.press("Enter");
    await page.locator("[data-said]", { hasText: "Accepted as corrected" }).waitFor();
    await expect.poll(() => count("SUPERSEDED"), { timeout: 30_000 }).toBe(1);
    await expect.poll(() => count("PROPOSED")).toBe(0);
    const { supersededBy } = store.stances.require(old?.id as StanceId);
    const { id, evidence, recordedAt, acceptedAt, ...corrected } = store.stances.require(
      supersededBy as StanceId,
    );
    const { id: _, evidence: __, recordedAt: ___, acceptedAt: ____, ...before } = old as Stance;
    expect(corrected).toEqual({
      ...before,
      supersededBy: null,
      status: "ACCEPTED",
      intensity: 2,
      note: "read again",
    });
    expect(evidence.map((each) => store.documents.evidence(each)?.quote)).toEqual(["support the strike"]);
    expect([id, recordedAt, acceptedAt].every(Boolean)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);
});
