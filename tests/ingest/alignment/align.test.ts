import { describe, expect, it } from "vitest";
import { align } from "../../../src/ingest/alignment/align.ts";
import { normalized } from "../../../src/ingest/alignment/normalized.ts";

const text =
  "He said the U.S. should not leave Iraq before 2025, and that Iraqis “want a timetable”—soon. The ﬁnal talks will not begin until\nMarch. Leaders of all parties support the full withdrawal of foreign forces from the country. It was an inaccurate account of the talks, he said.";

describe("alignment", () => {
  it.each([
    ["want a timetable", "EXACT", ["want a timetable"]],
    [`"Want a  timetable"-soon`, "NORMALIZED", ["“want a timetable”—soon"]],
    [
      "the final talks will not begin until March",
      "NORMALIZED",
      ["The ﬁnal talks will not begin until\nMarch"],
    ],
    [
      "‘Leaders of all parties support the full withdrawal,’",
      "NORMALIZED",
      ["Leaders of all parties support the full withdrawal"],
    ],
    ["Leaders of all parties … foreign forces", "ELLIPSIS", ["Leaders of all parties", "foreign forces"]],
    ["Leaders of all parties [...] foreign forces", "ELLIPSIS", ["Leaders of all parties", "foreign forces"]],
    ["final talks won't begin until March", "APPROXIMATE", ["ﬁnal talks will not begin until\nMarch"]],
    [
      "Leader of all partes support the full withdrawal",
      "APPROXIMATE",
      ["Leaders of all parties support the full withdrawal"],
    ],
  ])("finds %s", (quote, method, words) => {
    const found = align(text, quote);
    expect(found.method).toBe(method);
    expect(found.method !== null && found.places.map(({ start, end }) => text.slice(start, end))).toEqual(
      words,
    );
  });

  it.each([
    ["the U.S. should leave Iraq before 2025", "negation"],
    ["Leaders of all parties do not support the full withdrawal of foreign forces", "negation"],
    ["It was an accurate account of the talks, he said", "negation"],
    ["the U.S. might not leave Iraq before 2025", "modal"],
    ["should not leave Iraq before 2026, and that Iraqis want", "number"],
    ["should not leave Syria before 2025, and that Iraqis want", "name"],
    ["Leaders of all parties oppose the full withdrawal of foreign forces from the country", "opposite"],
  ])("refuses %s for a %s", (quote, turn) => {
    expect(align(text, quote)).toMatchObject({ method: null, reason: "TURNED", turn });
  });

  it("takes no words of another text, and none that are few", () => {
    expect(align(text, "The minister resigned after weeks of protest")).toEqual({
      method: null,
      reason: "ABSENT",
    });
    expect(align(text, "leave now, please")).toEqual({ method: null, reason: "ABSENT" });
    expect(align(text, "…")).toEqual({ method: null, reason: "ABSENT" });
  });

  it("does not choose among several", () => {
    expect(align("They agree. THEY AGREE.", "they agree")).toMatchObject({
      method: null,
      reason: "AMBIGUOUS",
    });
  });

  it("is quick in a long text, however long", () => {
    const long = `${"lorem ipsum dolor sit amet consectetur ".repeat(8_000)}${text}`;
    const started = process.cpuUsage();
    expect(align(long, "Leaders of parties support the full withdrawal of foreign forces").method).toBe(
      "APPROXIMATE",
    );
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });
});

describe("the plain form of a text", () => {
  it("knows where each of its units stands in the text", () => {
    const { text: plain, starts, ends } = normalized("A\u00ad ﬁt — “e\u0301”");
    expect(plain).toBe("a fit - 'é'");
    expect([starts[2], ends[2], starts[3]]).toEqual([3, 4, 3]);
    expect([starts.at(-2), ends.at(-2)]).toEqual([9, 11]);
    expect(starts.length).toBe(plain.length);
  });
});
