import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentId, evidenceAt, passageOf } from "../../src/domain/document.ts";
import { sha256 } from "../../src/domain/id.ts";

describe("a document's id", () => {
  const report = {
    text: "Talks began.",
    publisher: "Reuters",
    url: "https://example.org/talks",
    title: "Talks",
  };

  it("is the beginning of the hash of its text, where that is all we know of it", () => {
    expect(documentId({ ...report, publisher: null, url: null })).toBe(
      `document:${sha256("Talks began.").slice(0, 12)}`,
    );
  });

  it("differs with publisher and address, so that a reprint is a document of its own", () => {
    const ids = [report, { ...report, publisher: "AP" }, { ...report, url: null }].map(documentId);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => /^document:[0-9a-f]{12}$/.test(id))).toBe(true);
  });

  it("does not differ with the title of a known text", () => {
    expect(documentId({ ...report, title: "Talks begin" })).toBe(documentId(report));
    expect(documentId({ ...report, text: null, title: "Talks begin" })).not.toBe(
      documentId({ ...report, text: null }),
    );
  });
});

describe("an evidence", () => {
  const text =
    "On Monday the Iraqi prime minister said that U.S. forces should leave Iraq soon, officials told Reuters.";
  const start = text.indexOf("U.S. forces");
  const quoted = evidenceAt("document:abc", text, start, start + "U.S. forces should leave Iraq".length);

  it("quotes the text at its place, with 32 characters before and after", () => {
    expect(quoted).toEqual({
      id: `evidence:abc.${start}.${start + 29}`,
      document: "document:abc",
      start,
      end: start + 29,
      quote: "U.S. forces should leave Iraq",
      prefix: " Iraqi prime minister said that ",
      suffix: " soon, officials told Reuters.",
      sha256: sha256("U.S. forces should leave Iraq"),
    });
  });

  it("has less context at the ends of the text", () => {
    expect(evidenceAt("document:abc", "They left.", 0, 10)).toMatchObject({ prefix: "", suffix: "" });
  });

  it("never cuts a character of its context in half", () => {
    const flags = "🇮🇶".repeat(20);
    const within = `${flags}x${flags}`;
    for (const shift of [0, 1]) {
      const { prefix, suffix } = evidenceAt(
        "document:abc",
        `${"a".repeat(shift)}${within}`,
        80 + shift,
        81 + shift,
      );
      expect([prefix.isWellFormed(), suffix.isWellFormed()]).toEqual([true, true]);
    }
    expect(evidenceAt("document:abc", `ab${"🌙".repeat(16)}cx${"🌙".repeat(16)}d`, 35, 36).prefix).toBe(
      `${"🌙".repeat(15)}c`,
    );
  });

  it("is always what stands between its start and its end", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, quote, after) => {
        const found = evidenceAt(
          "document:abc",
          before + quote + after,
          before.length,
          before.length + quote.length,
        );
        expect(found.quote).toBe(quote);
        expect(before.endsWith(found.prefix) && after.startsWith(found.suffix)).toBe(true);
        expect(found.prefix.length).toBeGreaterThanOrEqual(Math.min(before.length, 31));
        expect(Math.max(found.prefix.length, found.suffix.length)).toBeLessThanOrEqual(32);
      }),
    );
  });
});

describe("the passage of a quote", () => {
  it("is the quote with 400 characters on either side, and where it begins", () => {
    const text = `${"a".repeat(500)}quote${"b".repeat(500)}`;
    expect(passageOf(text, { start: 500, end: 505 })).toEqual({
      start: 100,
      text: `${"a".repeat(400)}quote${"b".repeat(400)}`,
    });
  });

  it("ends where the text does", () => {
    expect(passageOf("a quote.", { start: 2, end: 7 })).toEqual({ start: 0, text: "a quote." });
  });

  it("cuts no character in two", () => {
    const text = `${"🙂".repeat(300)}.quote.${"🙂".repeat(300)}`;
    const { start, text: shown } = passageOf(text, { start: 601, end: 606 });
    expect(shown).toBe(`${"🙂".repeat(199)}.quote.${"🙂".repeat(199)}`);
    expect(text.slice(start, start + shown.length)).toBe(shown);
  });
});
