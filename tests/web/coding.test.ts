import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Stance } from "../../src/domain/stance.ts";
import type { Store } from "../../src/store/open.ts";
import { codingWith, graph, importCoding, stanceWith } from "../ingest/graph.ts";
import { browsing, expectAccessible, hasBrowser, watched } from "./browser.ts";

const secret = "sg_0123456789abcdef0123456789abcdef";

const text =
  "“Miners 🙂 said they support the tax.”\n\nOwners oppose the tax, said the owners' union.\r\n\r\n" +
  "Miners said they support the strike.\n\nMiners said they support the tax, and would strike.";

/** A document with paragraphs, marks and a character of two code units, and a key that may propose. */
function readable(): Store {
  const store = graph();
  const stances = [
    stanceWith({ quote: { exact: "they support the tax", suffix: ".”" } }),
    stanceWith({ holder: "Owners", direction: "OPPOSES", quote: "oppose the tax" }),
  ];
  const documents = [{ title: "The other paper", text }];
  importCoding(store, codingWith({ documents, stances }));
  store.keys.add({ id: "key:ben", name: "Ben", scope: "propose", createdAt: "2026-01-01T00:00:00Z" }, secret);
  return store;
}

describe.runIf(hasBrowser)("coding from the text of a document", () => {
  const store = readable();
  const at = browsing(() => store);
  const [other] = [...store.documents.all()].filter(({ title }) => title === "The other paper");
  const path = `/documents/${String(other?.id).slice("document:".length)}`;
  const proposed = (): readonly Stance[] => [...store.stances.all({ where: { status: { eq: "PROPOSED" } } })];

  /** The document's page, with the key given. */
  async function opened(options: Parameters<typeof watched>[1] = {}) {
    const made = await watched(at.browser, { viewport: { width: 1280, height: 900 }, ...options });
    await made.page.goto(`${at.server.url}${path}`);
    await made.page.locator("[data-code] summary").click();
    await made.page.locator("[data-own-key] input").fill(secret);
    await made.page.keyboard.press("Enter");
    await made.page.locator(".coding.is-keyed").waitFor();
    return made;
  }

  /** Selects words as a reader does: from the left edge of the first letter to the right edge of the last. */
  async function drag(page: Page, start: number, end: number): Promise<void> {
    const edge = (offset: number, side: "left" | "right") =>
      page.evaluate(`(() => {
        let left = ${offset};
        const walker = document.createTreeWalker(document.querySelector("[data-text]"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (left < node.length) {
            const range = document.createRange();
            range.setStart(node, left);
            range.setEnd(node, left + 1);
            const { ${side}: x, top, height } = range.getBoundingClientRect();
            return [x, top + height / 2];
          }
          left -= node.length;
        }
      })()`) as Promise<[number, number]>;
    await page.mouse.move(...(await edge(start, "left")));
    await page.mouse.down();
    await page.mouse.move(...(await edge(end - 1, "right")), { steps: 5 });
    await page.mouse.up();
  }

  async function fill(page: Page, holder: string): Promise<void> {
    const form = page.locator("[data-code-form]");
    await form.locator("[name=holder]").fill(holder);
    await form.locator("[name=issue]").fill("Tax");
    await form.locator("[name=place]").selectOption("SUPPORTS 2");
  }

  it("stores what was selected across marks and paragraphs, in its place, as a proposal", async () => {
    const { page, complaints } = await opened();
    const start = text.indexOf("support the tax");
    const end = text.indexOf(", said the owners'");
    await drag(page, start, end);
    const form = page.locator("[data-code-form]");
    await form.waitFor({ state: "visible" });
    expect(await form.locator("[name=quote]").inputValue()).toBe(
      text.slice(start, end).replaceAll("\r\n", "\n"),
    );
    await form.locator("[name=holder]").pressSequentially("coll");
    await expect
      .poll(() =>
        page.locator("#names-of-holder option").evaluateAll((all) => all.map((each) => each.textContent)),
      )
      .toEqual(["Miners"]);
    await fill(page, "Miners");
    await form.locator("[name=conditionKind]").selectOption("UNLESS");
    await form.locator("[name=conditionText]").fill("wages fall");
    await form.locator("[name=note]").fill("missed before");
    await form.locator("button", { hasText: "Propose it" }).click();
    await page.locator("[data-said]", { hasText: "It is proposed, and awaits review." }).waitFor();
    const [stance, ...others] = proposed();
    expect(others).toEqual([]);
    expect(stance).toMatchObject({
      holder: "actor:miners",
      issue: "issue:tax",
      direction: "SUPPORTS",
      intensity: 2,
      conditions: [{ kind: "UNLESS", text: "wages fall" }],
      note: "missed before",
    });
    const [quoted] = (stance as Stance).evidence.map((id) => store.documents.evidence(id));
    expect(quoted).toMatchObject({ document: other?.id, start, end, quote: text.slice(start, end) });
    expect(await page.locator("[data-text] mark").first().getAttribute("class")).toContain("SUPPORTS");
    expect(await page.locator(`#e${start}-${end}`).count()).toBe(1);
    expect(page.url()).toBe(`${at.server.url}${path}#e${start}-${end}`);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("tells a second occurrence of the same words from the first, by the keyboard alone", async () => {
    const before = proposed().length;
    const { page, complaints } = await opened();
    const button = page.locator("[data-code-open]");
    expect(await button.isDisabled()).toBe(true);
    const start = text.lastIndexOf("they support the tax");
    await page.evaluate(`(() => {
      const last = document.querySelector("[data-text]").lastChild;
      getSelection().setBaseAndExtent(last, last.data.lastIndexOf(", and would"), last, last.data.lastIndexOf(" they support"));
    })()`);
    await expect.poll(() => button.isDisabled()).toBe(false);
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Miners");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Tax");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("[data-code-form] [name=note]").press("Enter");
    await page.locator("[data-said]", { hasText: "awaits review" }).waitFor();
    const places = proposed().flatMap(({ evidence }) => evidence.map((id) => store.documents.evidence(id)));
    expect(places).toHaveLength(before + 1);
    expect(places.map((place) => place?.start)).toContain(start);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("shows why it is refused, and stores nothing", async () => {
    const before = store.stances.count({});
    const { page } = await opened();
    const start = text.indexOf("oppose the tax");
    // Within a single mark, which leads elsewhere when it is clicked.
    await drag(page, start, start + "oppose".length);
    await page.locator("[data-code-form]").waitFor({ state: "visible" });
    expect(new URL(page.url()).hash).toBe("");
    await fill(page, "Nobody");
    await page.locator("[data-code-form] [name=note]").press("Enter");
    await page.locator("[data-code-trouble]", { hasText: "Nobody" }).waitFor();
    expect(await page.evaluate("document.activeElement.name")).toBe("holder");
    expect(store.stances.count({})).toBe(before);
    await page.keyboard.press("Escape");
    expect(await page.locator("[data-code-form]").isVisible()).toBe(false);
    await page.context().close();
  }, 60_000);

  it("has no breach of WCAG 2.2 AA in the open form, and fits a narrow screen", async () => {
    const { page } = await opened({ bypassCSP: true });
    const start = text.indexOf("the strike");
    await drag(page, start, start + "the strike".length);
    await page.locator("[data-code-form]").waitFor({ state: "visible" });
    await expectAccessible(page);
    await page.context().close();
  }, 60_000);

  it("offers none of it where there is no script", async () => {
    const { page } = await watched(at.browser, { javaScriptEnabled: false });
    await page.goto(`${at.server.url}${path}`);
    expect(await page.locator("[data-code]").isVisible()).toBe(false);
    await page.context().close();
  });
});
