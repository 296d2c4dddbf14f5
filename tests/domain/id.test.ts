import { describe, expect, it } from "vitest";
import { idFromContent, idFromName, kindOf, parseId, sha256 } from "../../src/domain/id.ts";

describe("an id", () => {
  it("is read with or without its kind", () => {
    expect(parseId("actor", "actor:iraq")).toBe("actor:iraq");
    expect(parseId("actor", "us-iraq.talks-2024")).toBe("actor:us-iraq.talks-2024");
  });

  it.each(["Iraq", "", "iraq/", "-iraq", "ira q", "issue:iraq", "a".repeat(201)])("is not %s", (text) => {
    expect(() => parseId("actor", text)).toThrow(
      `"${text.slice(0, 80)}" is no actor id: write lower-case letters, digits, dots and hyphens, as in actor:us-iraq-talks.`,
    );
  });

  it("says its kind", () => {
    expect([kindOf("stance:abc"), kindOf("nation:iraq"), kindOf("iraq"), kindOf("")]).toEqual([
      "stance",
      null,
      null,
      null,
    ]);
  });
});

describe("an id from a name", () => {
  it.each([
    ["Haider al-Abadi", "actor:haider-al-abadi"],
    ["Shi'ite armed groups", "actor:shiite-armed-groups"],
    ["U.S. Department of Defense", "actor:us-department-of-defense"],
    ["Île-de-France  (region)", "actor:ile-de-france-region"],
  ])("of %s is %s", (name, id) => {
    expect(idFromName("actor", name)).toBe(id);
  });

  it("in a script without Latin letters is made from its content", () => {
    expect(idFromName("actor", "العراق")).toMatch(/^actor:[0-9a-f]{10}$/);
    expect(idFromName("actor", "العراق")).not.toBe(idFromName("actor", "إيران"));
  });
});

describe("an id from content", () => {
  it("is the first digits of the SHA-256 of its parts", () => {
    expect(idFromContent("stance", ["a", null, 1], 8)).toBe(`stance:${sha256('["a",null,1]').slice(0, 8)}`);
    expect(idFromContent("stance", ["ab"], 16)).not.toBe(idFromContent("stance", ["a", "b"], 16));
  });

  it("hashes the UTF-8 bytes of a text", () => {
    expect(sha256("é")).toBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  });
});
