import { describe, expect, it } from "vitest";
import { withoutLaterPrints } from "../../src/domain/position.ts";
import { observed } from "./observations.ts";

describe("a report printed again", () => {
  const print = (direction: "SUPPORTS" | "OPPOSES", on: string, source: string) =>
    observed(direction, on, { source, isStated: false });

  it("is no new statement: its first print stands", () => {
    const all = [
      print("SUPPORTS", "2014", "g"),
      print("OPPOSES", "2018", "h"),
      print("SUPPORTS", "2020", "g"),
    ];
    expect(withoutLaterPrints(all).map(({ effective }) => effective?.edtf)).toEqual(["2014", "2018"]);
  });

  it("keeps statements of other days that one document tells of", () => {
    const all = [
      observed("SUPPORTS", "2014", { source: "g" }),
      observed("SUPPORTS", "2020", { source: "g" }),
    ];
    expect(withoutLaterPrints(all)).toEqual(all);
  });
});
