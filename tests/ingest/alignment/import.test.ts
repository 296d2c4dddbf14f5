import { describe, expect, it } from "vitest";
import { importSources } from "../../../src/ingest/import.ts";
import { textSource } from "../../../src/ingest/source.ts";
import { author, codingWith, emptyStore, graph, importCoding, stanceWith } from "../graph.ts";

const coding = (quote: unknown) => codingWith({ stances: [stanceWith({ quote })] });

/** The quotes that are stored when a coding is imported with `--align`, and what is told. */
function imported(quote: unknown) {
  const store = emptyStore();
  const sources = [textSource("coding.json", JSON.stringify(coding(quote)))];
  const { told } = importSources(store, sources, { author, align: true });
  const [stance] = [...store.stances.all()];
  const quotes = (stance?.evidence ?? []).map((id) => store.documents.evidence(id)?.quote);
  const again = importSources(store, sources, { author, align: true });
  return { quotes, told, added: again.added };
}

describe("an import that aligns quotes", () => {
  it.each([
    ["“THEY  support the tax”", ["they support the tax"], "1 quote was found but for marks, spaces and case"],
    [
      "Owners oppose … union said",
      ["Owners oppose", "union said"],
      "1 quote was found in parts around what they leave out",
    ],
    [
      "Miners would accept only after talks",
      ["Miners would accept it only after talks"],
      "1 quote was found but for few words",
    ],
  ])("stores the text's own words for %s", (quote, quotes, told) => {
    const result = imported(quote);
    expect(result.quotes).toEqual(quotes);
    expect(result.told).toEqual([`${told}; the text's own words are stored.`]);
    expect(result.added).toEqual({});
  });

  it("tells nothing of quotes that are there to the letter", () => {
    expect(imported("they support the tax")).toMatchObject({ quotes: ["they support the tax"], told: [] });
  });

  it.each([
    ["Miners said they do not support the strike", "what differs is a negation"],
    ["Miners accept it only after talks", "what differs is a word like may or must"],
    ["Owners support the tax, the owners' union said", "a word that may say the opposite"],
    ["The king of France is bald and old", "is not in the document"],
    ["MINERS SAID THEY SUPPORT THE", "is there more than once"],
  ])("refuses %s, and says why", (quote, why) => {
    expect(() => imported(quote)).toThrow(why);
  });

  it("is asked for: without it a quote must be there to the letter", () => {
    expect(() => importCoding(graph(), coding("THEY support the tax"))).toThrow("is not in the document");
  });
});
