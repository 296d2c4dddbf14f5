import { describe, expect, it } from "vitest";
import { type AttributionLink, authorityOf, checkChain, linkContent } from "../../src/domain/attribution.ts";
import { StanceGraphError } from "../../src/domain/error.ts";

const link = (role: AttributionLink["role"], given: Partial<AttributionLink> = {}): AttributionLink => ({
  role,
  actor: "actor:reuters",
  anonymous: null,
  cue: null,
  mode: null,
  onRecord: null,
  authority: null,
  ...given,
});
const official = { descriptor: "a senior official", affiliation: "actor:iraq", rank: "senior" } as const;

describe("a chain of attribution", () => {
  it("runs from the publisher over relays and speakers to the holder", () => {
    const chain = [
      link("PUBLISHER"),
      link("RELAY"),
      link("RELAY", { actor: "actor:state-tv" }),
      link("SPEAKER", { actor: null, anonymous: official }),
      link("HOLDER", { actor: "actor:iraq" }),
    ];
    expect(() => checkChain(chain, "actor:iraq")).not.toThrow();
  });

  it("may leave links out, or be empty", () => {
    expect(() => checkChain([], "actor:iraq")).not.toThrow();
    expect(() => checkChain([link("SPEAKER")], null)).not.toThrow();
  });

  it("names the link that stands too late", () => {
    const problem = refusalOf([link("SPEAKER"), link("PUBLISHER")]);
    expect(problem.message).toBe(
      "Link 2 (PUBLISHER) stands too late: a chain runs PUBLISHER, RELAY, SPEAKER, HOLDER.",
    );
    expect(problem.path).toEqual(["attribution", "1"]);
  });

  it("has one source a link, named or not", () => {
    const sentence = "Link 1 needs an actor or an anonymous source, not both.";
    expect(refusalOf([link("SPEAKER", { actor: null })]).message).toBe(sentence);
    expect(refusalOf([link("SPEAKER", { anonymous: official })]).message).toBe(sentence);
  });

  it("ends with the holder of the stance", () => {
    expect(refusalOf([link("HOLDER", { actor: "actor:iran" })]).message).toBe(
      "The HOLDER link names another holder than the stance (actor:iraq).",
    );
    expect(() => checkChain([link("HOLDER", { actor: "actor:iran" })], null)).not.toThrow();
  });
});

describe("the authority of a stance", () => {
  it("is that of the last link that says so", () => {
    expect(
      authorityOf([
        link("RELAY", { authority: "THIRD_PARTY" }),
        link("SPEAKER", { authority: "SPOKESPERSON" }),
        link("HOLDER"),
      ]),
    ).toBe("SPOKESPERSON");
  });

  it("is a third party's account where no link says so", () => {
    expect(authorityOf([link("PUBLISHER")])).toBe("THIRD_PARTY");
  });
});

it("tells links apart by everything they say", () => {
  expect(linkContent(link("SPEAKER", { actor: null, anonymous: official, cue: "said" }))).toEqual([
    "SPEAKER",
    null,
    ["a senior official", "actor:iraq", "senior"],
    "said",
    null,
    null,
    null,
  ]);
  expect(linkContent(link("PUBLISHER"))).toEqual([
    "PUBLISHER",
    "actor:reuters",
    null,
    null,
    null,
    null,
    null,
  ]);
});

function refusalOf(chain: readonly AttributionLink[]): StanceGraphError {
  try {
    checkChain(chain, "actor:iraq");
  } catch (error) {
    if (error instanceof StanceGraphError) return error;
  }
  throw new Error("The chain was not refused.");
}
