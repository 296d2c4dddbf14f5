import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/open.ts";
import { codingWith, graph, importCoding, stanceWith } from "../ingest/graph.ts";
import { ask } from "./world.ts";

/** What a second coder proposes of the same text, blind. */
function coded(): Store {
  const store = graph({
    stances: [
      stanceWith({}),
      stanceWith({ holder: "Owners", direction: "OPPOSES", quote: "Owners oppose the tax" }),
    ],
  });
  importCoding(
    store,
    codingWith({
      coder: { name: "Ben" },
      stances: [
        stanceWith({ quote: "Miners said they support the tax", status: "PROPOSED", intensity: 2 }),
        stanceWith({
          holder: "Owners",
          direction: "OPPOSES",
          quote: "oppose the tax, the owners' union said",
          status: "PROPOSED",
        }),
      ],
    }),
  );
  return store;
}

const query = (where = "") => `{ reliability${where} { coders units alone fields { field level alpha } } }`;

describe("reliability", () => {
  it("tells how far two coders agree, before anything of the second one counts", async () => {
    const { data } = await ask(coded(), query());
    expect(data.reliability).toMatchObject({ coders: 2, units: 2, alone: 0 });
    expect(data.reliability.fields).toEqual([
      { field: "DIRECTION", level: "NOMINAL", alpha: 1 },
      { field: "INTENSITY", level: "ORDINAL", alpha: expect.any(Number) },
      { field: "CONDITIONAL", level: "NOMINAL", alpha: null },
      { field: "ACT", level: "NOMINAL", alpha: null },
      { field: "CODING_LEVEL", level: "NOMINAL", alpha: null },
    ]);
    expect(data.reliability.fields[1].alpha).toBeLessThan(1);
  });

  it("is of the stances that are asked for", async () => {
    const { data } = await ask(coded(), query('(where: {holder: {eq: "actor:miners"}})'));
    expect(data.reliability).toMatchObject({ coders: 2, units: 1 });
  });

  it("has nothing to compare with one coder", async () => {
    const { data } = await ask(graph(), query());
    expect(data.reliability).toMatchObject({ coders: 1, units: 0, alone: 1 });
    expect(data.reliability.fields.every(({ alpha }: { alpha: unknown }) => alpha === null)).toBe(true);
  });
});
