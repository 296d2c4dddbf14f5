import { describe, expect, it } from "vitest";
import { chainWords, counted, dateWords, directionWords, signs } from "../../src/web/words.ts";

describe("the words of the page", () => {
  it.each([
    ["2014", "2014"],
    ["2024-01", "January 2024"],
    ["2024-03-08", "8 March 2024"],
    ["2024~", "about 2024"],
    ["2024-01?", "perhaps January 2024"],
    ["2024-02/2024-11", "some time in February–November 2024"],
    ["2023-11/2024-02", "some time in November 2023–February 2024"],
    ["2024-03-08/2024-03-10", "some time in 8 March–10 March 2024"],
    ["2014/2017", "some time in 2014–2017"],
    ["../2024-01", "some time until January 2024"],
    ["2024-01/..", "some time from January 2024"],
    ["[2014,2017]", "[2014,2017]"],
    ["201X", "201X"],
  ])("tell the date %s as “%s”", (edtf, words) => {
    expect(dateWords(edtf)).toBe(words);
  });

  it("tell a direction by shape and word, stronger with two shapes", () => {
    expect(directionWords("OPPOSES", -2)).toEqual({ glyphs: "▼▼", words: "strongly opposes" });
    expect(directionWords("SUPPORTS", 1)).toEqual({ glyphs: "▲", words: "supports" });
    expect(new Set(Object.values(signs).map(({ glyph }) => glyph)).size).toBe(Object.keys(signs).length);
  });

  it("tell a chain nearest to us first, without the holder", () => {
    const link = { cue: null, actor: null, anonymous: null };
    const links = [
      { ...link, role: "PUBLISHER" as const, actor: { name: "Reuters" } },
      {
        ...link,
        role: "SPEAKER" as const,
        anonymous: { descriptor: "a senior official", affiliation: { name: "Iraq" } },
      },
      { ...link, role: "HOLDER" as const, actor: { name: "Iraqi government" } },
    ];
    expect(chainWords(links)).toBe("Reuters ← a senior official (Iraq)");
  });

  it("count in plain English", () => {
    expect([counted(0, "stance"), counted(1, "stance"), counted(1200, "stance")]).toEqual([
      "0 stances",
      "1 stance",
      "1,200 stances",
    ]);
  });
});
