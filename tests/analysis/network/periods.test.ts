import { describe, expect, it } from "vitest";
import { monthOf, weekOf, weekOfYear } from "../../../src/analysis/network/periods.ts";

const day = (text: string) => Date.parse(text) / 86_400_000;

describe("the periods in which a statement counts once", () => {
  it.each([
    ["2008-12-29", "2009-01-04", true],
    ["2009-01-04", "2009-01-05", false],
    ["2005-01-03", "2006-01-02", false],
    ["1969-12-29", "1970-01-04", true],
  ])("are ISO weeks, those of two years apart: %s and %s: %s", (one, other, isSame) => {
    expect(weekOf(day(one)) === weekOf(day(other))).toBe(isSame);
  });

  it.each([
    ["2024-02-01", "2024-02-29", true],
    ["2024-02-29", "2024-03-01", false],
    ["2023-02-01", "2024-02-01", false],
    ["1899-12-31", "1900-01-01", false],
  ])("are months, those of two years apart: %s and %s: %s", (one, other, isSame) => {
    expect(monthOf(day(one)) === monthOf(day(other))).toBe(isSame);
  });

  it.each([
    ["2005-01-01", 1],
    ["2005-01-02", 2],
    ["2005-12-31", 53],
    ["2006-01-01", 1],
    ["2008-12-28", 1],
  ])(
    "are numbered weeks that begin on Sundays where the analyzer is followed: %s is in week %i",
    (text, week) => {
      expect(weekOfYear(day(text))).toBe(week);
    },
  );
});
