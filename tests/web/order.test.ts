import { expect, it } from "vitest";
import { bySimilarity, type Places } from "../../src/web/order.ts";

it("puts those beside each other that are alike, each once", () => {
  const places = new Map<string, Places>([
    [
      "hawk",
      new Map([
        ["war", 1],
        ["tax", -0.5],
        ["law", 0.5],
      ]),
    ],
    [
      "dove",
      new Map([
        ["war", -1],
        ["tax", 0.5],
      ]),
    ],
    [
      "eagle",
      new Map([
        ["war", 1],
        ["tax", -0.5],
      ]),
    ],
    [
      "pigeon",
      new Map([
        ["war", -0.5],
        ["tax", 0.5],
      ]),
    ],
    ["stranger", new Map([["fish", 1]])],
  ]);
  expect(bySimilarity(places)).toEqual(["hawk", "eagle", "stranger", "dove", "pigeon"]);
  expect(bySimilarity(new Map())).toEqual([]);
});
