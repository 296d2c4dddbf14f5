import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, parseDay, parseEdtf, parseInstant } from "../../src/domain/edtf.ts";
import { StanceGraphError } from "../../src/domain/error.ts";
import { anyDay } from "./arbitraries.ts";
import { day } from "./observations.ts";

describe("a date", () => {
  it.each([
    ["2024-03-08", "2024-03-08", "2024-03-08"],
    ["2014", "2014-01-01", "2014-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2024~", "2024-01-01", "2024-12-31"],
    ["2024-09-06%", "2024-09-06", "2024-09-06"],
    ["202X", "2020-01-01", "2029-12-31"],
    ["2024-XX", "2024-01-01", "2024-12-31"],
    ["2024-01-XX", "2024-01-01", "2024-01-31"],
    ["0000", "0000-01-01", "0000-12-31"],
    ["2024-02/2024-11", "2024-02-01", "2024-11-30"],
    ["2024~/2025?", "2024-01-01", "2025-12-31"],
    ["2024-05/2024-05", "2024-05-01", "2024-05-31"],
    ["../2024", "0001-01-01", "2024-12-31"],
    ["2024-03/", "2024-03-01", "9999-12-31"],
    ["[2024-01,2024-03-05]", "2024-01-01", "2024-03-05"],
    ["{2024..2026}", "2024-01-01", "2026-12-31"],
    ["[..2024]", "0001-01-01", "2024-12-31"],
    ["[2024..]", "2024-01-01", "9999-12-31"],
  ])("%s can mean the days from %s to %s", (edtf, earliest, latest) => {
    expect(parseEdtf(edtf)).toEqual({ edtf, earliest, latest });
  });

  it("in a season is known to its year, as hemispheres differ", () => {
    expect(parseEdtf("2024-21")).toEqual({ edtf: "2024-21", earliest: "2024-01-01", latest: "2024-12-31" });
  });

  it.each([
    ["2023-02-29", "write an existing day as YYYY-MM-DD, as in 2024-03-08."],
    ["2023-02-29/2024", "write an existing day as YYYY-MM-DD, as in 2024-03-08."],
    [
      "2024-13",
      "it does not exist in the calendar or is no EDTF; write EDTF, as in 2014, 2024-01, 2024-02/2024-11 or 2024~.",
    ],
    [
      "last spring",
      "it does not exist in the calendar or is no EDTF; write EDTF, as in 2014, 2024-01, 2024-02/2024-11 or 2024~.",
    ],
    ["", "it is empty; write EDTF, as in 2014, 2024-01, 2024-02/2024-11 or 2024~."],
    ["2024/2023", "it ends before it starts; swap its ends."],
    ["../..", "it has no bound at either end."],
    ["XXXX-09", "it names no year; bound it, as in 2018/2026."],
    ["2024-03-08T12:00:00Z", "a day is the finest we keep; leave the time of day out."],
    ["-0044", "only the years 0 to 9999 are kept."],
    ["Y17000", "only the years 0 to 9999 are kept."],
  ])("%s is refused, with the reason", (text, reason) => {
    expect(() => parseEdtf(text)).toThrow(StanceGraphError);
    expect(() => parseEdtf(text)).toThrow(
      new RegExp(`is no date: .*${reason.replace(/[.*+?()[\]]/g, "\\$&")}$`),
    );
  });

  it("never ends before it starts", () => {
    fc.assert(
      fc.property(fc.tuple(anyDay, anyDay), ([one, other]) => {
        const text = one <= other ? `${one}/${other}` : `${other}/${one}`;
        const { earliest, latest } = parseEdtf(text);
        expect([earliest, latest]).toEqual([one, other].sort());
      }),
    );
  });
});

describe("a day", () => {
  it("exists in the calendar", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    for (const text of ["2023-02-29", "2024-13-01", "2024-1-1", "2024"]) {
      expect(() => parseDay(text)).toThrow(`"${text}" is no date: write an existing day as YYYY-MM-DD`);
    }
  });

  it("exists where JavaScript's calendar has it", () => {
    const number = (max: number, length: number) =>
      fc.nat(max).map((each) => String(each).padStart(length, "0"));
    fc.assert(
      fc.property(number(9_999, 4), number(13, 2), number(32, 2), (...parts) => {
        const text = parts.join("-");
        const instant = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
        if (exists) expect(parseDay(text)).toBe(text);
        else expect(() => parseDay(text)).toThrow("is no date");
      }),
      { numRuns: 5_000 },
    );
  });

  it("plus days is the day so many later, or earlier", () => {
    expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
    expect(addDays(day("2024-03-01"), -366)).toBe("2023-03-01");
  });

  it("stays within the years that are kept", () => {
    expect(addDays(day("9999-12-30"), 365)).toBe("9999-12-31");
    expect(addDays(day("0000-01-02"), -365)).toBe("0000-01-01");
  });

  it("is as far from another as it takes days to get there", () => {
    expect(daysBetween(day("2024-02-01"), day("2024-03-01"))).toBe(29);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});

describe("an instant", () => {
  it.each([
    ["2024-03-08", "2024-03-08T00:00:00.000Z"],
    ["2024-03-08T12:00Z", "2024-03-08T12:00:00.000Z"],
    ["2024-03-08T12:00:00.25+03:00", "2024-03-08T09:00:00.250Z"],
  ])("%s is written in UTC as %s", (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it("without its zone is refused", () => {
    expect(() => parseInstant("2024-03-08T12:00:00")).toThrow(
      '"2024-03-08T12:00:00" is no instant: write ISO 8601 with its zone, as in 2024-03-08T12:00:00Z.',
    );
    expect(() => parseInstant("2024-03-08T25:00:00Z")).toThrow(/is no instant/);
  });

  it("of a day that does not exist is refused, not moved to the next month", () => {
    expect(() => parseInstant("2024-02-30T12:00:00Z")).toThrow('"2024-02-30" is no date');
  });
});
