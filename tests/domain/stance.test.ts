import { describe, expect, it } from "vitest";
import { parseEdtf } from "../../src/domain/edtf.ts";
import {
  anchorOf,
  checkIntensity,
  checkMove,
  defaultIntensity,
  directions,
  effectiveOn,
  type StanceContent,
  signOf,
  stanceId,
} from "../../src/domain/stance.ts";

const content: StanceContent = {
  holder: "actor:iraq",
  issue: "issue:us-withdrawal",
  direction: "SUPPORTS",
  intensity: 1,
  conditions: [{ kind: "ONLY_AFTER", text: "the talks" }],
  facets: { pace: "phased", extent: "partial" },
  act: "DECLARED",
  holderCertainty: "CERTAIN",
  codingLevel: "TEXTUAL",
  confidence: 0.8,
  addressee: null,
  document: "document:a",
  evidence: ["evidence:a.10.20", "evidence:a.30.40"],
  attribution: [],
  statedOn: parseEdtf("2024"),
  validFrom: null,
  validUntil: null,
  coder: "coder:ada",
  externalId: null,
  note: null,
  attributes: {},
};

describe("a direction", () => {
  it("is for, against, or takes no side", () => {
    expect(directions.map((direction) => [direction, signOf(direction)])).toEqual([
      ["SUPPORTS", 1],
      ["OPPOSES", -1],
      ["AMBIVALENT", 0],
      ["NEUTRAL", 0],
      ["UNDECIDED", 0],
      ["DECLINED_TO_COMMENT", 0],
    ]);
  });

  it("is plain in words unless they are strong", () => {
    expect(directions.map(defaultIntensity)).toEqual([1, -1, 0, 0, 0, 0]);
  });
});

describe("an intensity", () => {
  it("has the sign of its direction", () => {
    expect([
      checkIntensity("SUPPORTS", 2),
      checkIntensity("OPPOSES", -1),
      checkIntensity("NEUTRAL", -0),
    ]).toEqual([2, -1, 0]);
  });

  it.each([
    ["SUPPORTS", -1, "1 or 2"],
    ["SUPPORTS", 0, "1 or 2"],
    ["OPPOSES", 2, "-1 or -2"],
    ["OPPOSES", -3, "-1 or -2"],
    ["UNDECIDED", 1, "0"],
    ["SUPPORTS", 1.5, "1 or 2"],
  ] as const)("%s %d is refused; it would be %s", (direction, intensity, range) => {
    expect(() => checkIntensity(direction, intensity)).toThrow(
      `Intensity ${intensity} does not go with ${direction}; write ${range}.`,
    );
  });
});

describe("when a stance was held", () => {
  it("is when it was stated, else when it was published, else unknown", () => {
    const [stated, published] = [parseEdtf("2024-01"), parseEdtf("2024-03")];
    expect(effectiveOn({ statedOn: stated, publishedOn: published })).toBe(stated);
    expect(effectiveOn({ statedOn: null, publishedOn: published })).toBe(published);
    expect(effectiveOn({ statedOn: null, publishedOn: null })).toBeNull();
  });
});

describe("review", () => {
  const refusal =
    (status: Parameters<typeof checkMove>[0]["status"], to: Parameters<typeof checkMove>[1]) => () =>
      checkMove({ id: "stance:a", status }, to);

  it("accepts or rejects what is proposed, and retracts what was accepted", () => {
    expect(refusal("PROPOSED", "ACCEPTED")).not.toThrow();
    expect(refusal("PROPOSED", "REJECTED")).not.toThrow();
    expect(refusal("ACCEPTED", "RETRACTED")).not.toThrow();
  });

  it("can take any decision back", () => {
    expect(refusal("RETRACTED", "ACCEPTED")).not.toThrow();
    expect(refusal("REJECTED", "PROPOSED")).not.toThrow();
    expect(refusal("SUPERSEDED", "ACCEPTED")).not.toThrow();
  });

  it("does not retract what was never accepted", () => {
    expect(refusal("PROPOSED", "RETRACTED")).toThrow(
      "stance:a is PROPOSED and cannot become RETRACTED; it can become ACCEPTED or REJECTED or SUPERSEDED.",
    );
  });
});

describe("a stance's id", () => {
  it("is the same for the same observation, however it is written down", () => {
    const facets = { extent: "partial", pace: "phased" };
    const evidence = content.evidence.toReversed();
    expect(stanceId({ ...content, facets, evidence })).toBe(stanceId(content));
  });

  it("does not depend on the coder's confidence and notes", () => {
    expect(stanceId({ ...content, confidence: 0.1, note: "doubtful" })).toBe(stanceId(content));
  });

  it.each<[string, Partial<StanceContent>]>([
    ["direction", { direction: "OPPOSES", intensity: -1 }],
    ["intensity", { intensity: 2 }],
    ["conditions", { conditions: [] }],
    ["facets", { facets: {} }],
    ["date", { statedOn: parseEdtf("2024-01") }],
    ["coder", { coder: "coder:bo" }],
    ["quote", { evidence: ["evidence:a.10.20"] }],
    [
      "attribution",
      {
        attribution: [
          {
            role: "SPEAKER",
            actor: "actor:abadi",
            anonymous: null,
            cue: null,
            mode: null,
            onRecord: null,
            authority: null,
          },
        ],
      },
    ],
  ])("differs with its %s", (_, other) => {
    expect(stanceId({ ...content, ...other })).not.toBe(stanceId(content));
  });

  it("keeps apart what the coding itself keeps apart", () => {
    expect(stanceId({ ...content, externalId: "12" })).not.toBe(stanceId(content));
  });
});

describe("the anchor of a stance", () => {
  it("is what is looked at, whatever is read out of it", () => {
    const other = {
      ...content,
      direction: "OPPOSES",
      intensity: -1,
      conditions: [],
      statedOn: null,
    } as const;
    expect(anchorOf(other)).toEqual(anchorOf(content));
    expect(anchorOf({ ...content, coder: "coder:bo" })).not.toEqual(anchorOf(content));
  });
});
