import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { StanceId } from "../../src/domain/id.ts";
import type { Store } from "../../src/store/open.ts";
import { codingWith, graph, importCoding, stanceWith } from "../ingest/graph.ts";
import { browsing, expectAccessible, hasBrowser, watched } from "./browser.ts";

const secret = "sg_0123456789abcdef0123456789abcdef";

const text =
  "Miners were asked again. If wages hold, they would perhaps not oppose the tax, their union said. " +
  "Owners oppose the tax. Miners oppose the strike. Owners oppose the tax.";

const words = [
  ["CONDITION", "If wages hold"],
  ["HEDGE", "perhaps"],
  ["NEGATION", "not"],
  ["CUE", "oppose"],
] as const;

const proposal = {
  extractor: "model",
  version: "3",
  model: "m-7b",
  codebook: "2",
  reasons: ["They say what they would not do.", "Wages come first."],
  spans: words.map(([role, each]) => {
    const start = text.indexOf(each);
    return { role, start, end: start + each.length };
  }),
};

/** A proposal of an extractor, and one of words that occur twice. */
function extracted(): Store {
  const store = graph();
  const chain = [{ role: "HOLDER", actor: "Miners", cue: "said" }];
  const stances = [
    stanceWith({ quote: "they would perhaps not oppose the tax", status: "PROPOSED", proposal }),
    stanceWith({
      quote: { exact: "oppose the tax", prefix: "strike. Owners " },
      status: "PROPOSED",
      facets: { pace: "phased" },
      attribution: chain,
    }),
  ];
  const documents = [{ title: "The other paper", text }];
  importCoding(
    store,
    codingWith({ coder: { name: "Machine", kind: "EXTRACTOR", version: "3" }, documents, stances }),
  );
  store.keys.add({ id: "key:ana", name: "Ana", scope: "review", createdAt: "2026-01-01T00:00:00Z" }, secret);
  return store;
}

describe.runIf(hasBrowser)("a proposal in the review", () => {
  const store = extracted();
  const at = browsing(() => store);
  const proposed = () => [...store.stances.all({ where: { status: { eq: "PROPOSED" } } })];

  /** The card of the proposal that an extractor explains, or of the other one. */
  const card = (page: Page, isExplained: boolean) =>
    page.locator("[data-stance]").filter({ [isExplained ? "has" : "hasNot"]: page.locator(".reasons") });

  async function giveKey(page: Page): Promise<void> {
    await page.locator("[data-own-key] input").fill(secret);
    await page.keyboard.press("Enter");
    await page.locator("[data-said]", { hasText: "The key is used" }).waitFor();
  }

  it("shows who proposes it, why, and what each of the words does that it rests on", async () => {
    const { page, complaints } = await watched(at.browser, { javaScriptEnabled: false });
    await page.goto(`${at.server.url}/review`);
    const shown = await card(page, true).textContent();
    expect(shown).toContain("Proposed by model 3, model m-7b, codebook 2");
    expect(shown).toContain("Wages come first.");
    expect(await card(page, true).locator("mark").allInnerTexts()).toEqual([
      "If wages hold [condition]",
      "perhaps [hedge]",
      "not [negation]",
      "oppose [cue]",
    ]);
    expect(await card(page, true).locator(".passage u").allInnerTexts()).toEqual([
      "they would ",
      "perhaps [hedge]",
      " ",
      "not [negation]",
      " ",
      "oppose [cue]",
      " the tax",
    ]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("has no breach of WCAG 2.2 AA, with its form open, and fits a narrow screen", async () => {
    const { page } = await watched(at.browser, { bypassCSP: true });
    await page.goto(`${at.server.url}/review`);
    await card(page, true).locator("[data-correct]").click();
    await expectAccessible(page);
    await page.context().close();
  }, 60_000);

  it("is turned down for a reason of the closed list", async () => {
    const [id] = proposed().flatMap((stance) => (store.proposals.of(stance.id) === null ? [] : [stance.id]));
    const { page, complaints } = await watched(at.browser);
    await page.goto(`${at.server.url}/review`);
    await giveKey(page);
    const choice = card(page, true).locator("[data-reason]");
    expect(
      await choice.locator("option").evaluateAll((all) => all.map((each) => each.getAttribute("value"))),
    ).toEqual(
      ["", "NO_STANCE", "WRONG_HOLDER", "WRONG_ISSUE", "WRONG_DIRECTION", "WRONG_QUOTE"].concat([
        "WRONG_ATTRIBUTION",
        "DUPLICATE",
        "OTHER",
      ]),
    );
    await choice.selectOption("WRONG_DIRECTION");
    await card(page, true).locator("[data-decide=REJECTED]").click();
    await page.locator("[data-said]", { hasText: "Rejected" }).waitFor();
    await page.goto(`${at.server.url}/`);
    await expect.poll(() => store.stances.require(id as StanceId).status).toBe("REJECTED");
    expect(store.stances.reviewsOf(id as StanceId).at(-1)).toMatchObject({
      status: "REJECTED",
      code: "WRONG_DIRECTION",
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("is given another holder and a condition, its chain too, and keeps its place among the same words", async () => {
    const [old] = proposed();
    const { page, complaints } = await watched(at.browser);
    await page.goto(`${at.server.url}/review`);
    await giveKey(page);
    await page.keyboard.press("e");
    const form = card(page, false).locator("[data-edit]");
    await form.locator("[name=holder]").fill("Owners");
    await form.locator("[name=conditionText]").fill("talks fail");
    await form.locator("[name=note]").press("Enter");
    await page.locator("[data-said]", { hasText: "Accepted as corrected" }).waitFor();
    await expect
      .poll(() => store.stances.require(old?.id as StanceId).supersededBy, { timeout: 30_000 })
      .not.toBe(null);
    await expect.poll(() => proposed().length).toBe(0);
    const { supersededBy } = store.stances.require(old?.id as StanceId);
    const corrected = store.stances.require(supersededBy as StanceId);
    expect(corrected).toMatchObject({
      status: "ACCEPTED",
      holder: "actor:owners",
      facets: { pace: "phased" },
      conditions: [{ kind: "IF", text: "talks fail" }],
      attribution: [{ role: "HOLDER", actor: "actor:owners", cue: "said" }],
      evidence: old?.evidence,
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);
});
