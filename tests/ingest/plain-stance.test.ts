import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemSchemas } from "../../src/ingest/coding.ts";
import { plainStance } from "../../src/ingest/plain-stance.ts";
import { unfitText } from "../../src/ingest/problems.ts";

const odd = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    "",
    "\0",
    "\ud800",
    "x".repeat(2_001),
    "x".repeat(101),
    "12",
    "12345",
  ),
  fc.constantFrom(0, -0, 1.5, 3, -3, 2014, Number.NaN, [], {}, ["a"], [{}], "VOTED", "PROPOSED", "LIKELY"),
  fc.constantFrom({ exact: "words" }, { section: "Politics" }, new Date(0), [{ kind: "IF", text: "so" }]),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.double(),
);
const line = fc.constantFrom("actor:a", "Ältere", "ü", "x".repeat(2_000));
const day = fc.constantFrom("2024-01-05", "2024-01", "800", "", "2024~");
const link = fc.record(
  {
    role: fc.constantFrom("PUBLISHER", "RELAY", "SPEAKER", "HOLDER"),
    actor: line,
    anonymous: fc.record({ descriptor: line, rank: line, affiliation: line }, { requiredKeys: [] }),
    cue: line,
    mode: fc.constantFrom("MIXED", "INDIRECT"),
    onRecord: fc.constantFrom("BACKGROUND"),
    authority: fc.constantFrom("OWN", "THIRD_PARTY"),
  },
  { requiredKeys: ["role"] },
);
const fields = {
  holder: line,
  issue: line,
  direction: fc.constantFrom("SUPPORTS", "OPPOSES", "NEUTRAL"),
  intensity: fc.integer({ min: -2, max: 2 }),
  act: fc.constantFrom("VOTED", "SIGNED"),
  holderCertainty: fc.constantFrom("LIKELY"),
  codingLevel: fc.constantFrom("INFERENTIAL"),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  addressee: line,
  document: line,
  quote: line,
  attribution: fc.array(link, { maxLength: 21 }),
  statedOn: day,
  validFrom: day,
  validUntil: day,
  externalId: line,
  note: fc.constantFrom("", "A remark."),
  coder: line,
  status: fc.constantFrom("PROPOSED", "ACCEPTED"),
};
const stance = fc.record(fields, { requiredKeys: ["holder", "issue", "direction"] });
const places = [...Object.keys(fields), "conditions", "facets", "attributes", "further", "__proto__"];
const spoilt = fc
  .tuple(stance, fc.constantFrom(...places), odd)
  .map(([item, place, value]) => Object.fromEntries([...Object.entries(item), [place, value]]));
const spoiltLink = fc
  .tuple(stance, link, fc.constantFrom("role", "actor", "anonymous", "cue", "mode", "further"), odd)
  .map(([item, each, place, value]) => ({ ...item, attribution: [{ ...each, [place]: value }] }));

describe("a stance that is told without the schema", () => {
  it("is what the schema makes of it, and what the schema refuses is never told so", () => {
    fc.assert(
      fc.property(fc.oneof(stance, spoilt, spoiltLink, odd), (item) => {
        const told = plainStance(item);
        if (told === null) return;
        expect(unfitText(item)).toBeNull();
        expect(told).toEqual(itemSchemas.stance.parse(item));
      }),
      { numRuns: 3_000 },
    );
  });

  it("is every plain one, its dates and defaults filled in", () => {
    const plain = { holder: "Ada", issue: "tax", direction: "SUPPORTS", quote: "for it", statedOn: "800" };
    expect(plainStance(plain)).toEqual({
      ...plain,
      statedOn: "0800",
      conditions: [],
      facets: {},
      act: "DECLARED",
      holderCertainty: "CERTAIN",
      codingLevel: "TEXTUAL",
      attribution: [],
      attributes: {},
    });
  });

  it("is none that has attributes, conditions, facets or a quote with its surroundings", () => {
    const plain = { holder: "Ada", issue: "tax", direction: "SUPPORTS" };
    const others = [{ attributes: {} }, { conditions: [] }, { facets: {} }, { quote: { exact: "for it" } }];
    expect(others.map((other) => plainStance({ ...plain, ...other }))).toEqual([null, null, null, null]);
  });
});
