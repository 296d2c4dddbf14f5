import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultRule, positionsOf } from "../../src/domain/position.ts";
import { importFiles } from "../../src/ingest/import.ts";
import type { Store } from "../../src/store/open.ts";
import { namesInTable } from "../house/tables.ts";
import { articleBytes, author, codingFile, seededStore, seedFolder, stancesOf } from "./seeded.ts";

const always = { validAt: null, knownAt: null };

let store: Store;
beforeAll(() => {
  store = seededStore();
});
afterAll(() => store.close());

const counts = {
  actors: 28,
  issues: 5,
  documents: 1,
  evidence: 44,
  stances: 14,
  relations: 28,
  events: 17,
  coders: 1,
};

/** Holder, issue, direction, intensity, facets, level: all that the text says of who wants what. */
const stances = [
  ["actor:haider-al-abadi", "issue:us-presence", "OPPOSES", -1, { aspect: "presence" }, "INFERENTIAL"],
  ["actor:haider-al-abadi", "issue:us-withdrawal", "AMBIVALENT", 0, { extent: "complete" }, "INFERENTIAL"],
  ["actor:iraq", "issue:end-coalition", "UNDECIDED", 0, {}, "INFERENTIAL"],
  ["actor:iraqi-government", "issue:iraq-battleground", "SUPPORTS", 1, {}, "TEXTUAL"],
  ["actor:kurdish-parties", "issue:us-withdrawal", "OPPOSES", -1, {}, "INTERPRETIVE"],
  ["actor:moderate-factions", "issue:us-withdrawal", "OPPOSES", -1, {}, "INTERPRETIVE"],
  ["actor:pentagon", "issue:end-coalition", "DECLINED_TO_COMMENT", 0, { question: "when" }, "TEXTUAL"],
  ["actor:shiite-armed-groups", "issue:us-withdrawal", "SUPPORTS", 2, { pace: "immediate" }, "TEXTUAL"],
  ["actor:sunni-parties", "issue:us-withdrawal", "OPPOSES", -1, {}, "INTERPRETIVE"],
  ["actor:united-states", "issue:end-coalition", "UNDECIDED", 0, {}, "INFERENTIAL"],
  ["actor:united-states-and-iraq", "issue:us-presence", "OPPOSES", -1, { aspect: "dependency" }, "TEXTUAL"],
  ["actor:united-states-and-iraq", "issue:us-withdrawal", "OPPOSES", -1, { extent: "complete" }, "TEXTUAL"],
  ["actor:us-government", "issue:reassess-coalition", "SUPPORTS", 1, {}, "TEXTUAL"],
  ["actor:us-government", "issue:us-withdrawal", "OPPOSES", -1, { extent: "complete" }, "INTERPRETIVE"],
];

describe("the seed's text", () => {
  it("is the article, to the byte", () => {
    const bytes = articleBytes();
    expect(bytes.length).toBe(2067);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(
      "6d066288d130a469869d3505ec1da10c0a5bfe3a1c5639f1318d68941b5f1c4c",
    );
  });

  it("is dated by what can be inferred, and says how", () => {
    const [article] = [...store.documents.all()];
    expect(article).toMatchObject({
      id: "document:6d066288d130",
      publisher: null,
      author: null,
      publishedOn: { edtf: "2024-02/2024-11", earliest: "2024-02-01", latest: "2024-11-30" },
    });
    expect(article?.dateNote).toContain("Inferred; the text states neither its own date nor the year");
  });
});

describe("the seed's coding", () => {
  it("imports, and adds nothing when imported again", () => {
    const fresh = seededStore();
    expect(fresh.dataset.counts()).toEqual(counts);
    const again = importFiles(fresh, [codingFile], { author });
    expect([again.added, again.revised]).toEqual([{}, {}]);
    expect(fresh.dataset.counts()).toEqual(counts);
    expect(fresh.dataset.revision()).toBe(1);
    fresh.close();
  });

  it("quotes the article to the letter", () => {
    expect(store.verify().faults).toEqual([]);
  });

  it("holds these stances and no others", () => {
    expect(
      stancesOf(store).map(({ holder, issue, direction, intensity, facets, codingLevel }) => [
        holder,
        issue,
        direction,
        intensity,
        facets,
        codingLevel,
      ]),
    ).toEqual(stances);
  });

  it("makes no stance of a forecast, a remark on the talks or support for a government", () => {
    const holders = new Set(stancesOf(store).map(({ holder }) => holder));
    for (const silent of [
      "senior-iraqi-official",
      "us-officials",
      "shiite-factions",
      "iraqi-factions",
      "foreign-powers",
    ]) {
      expect(holders).not.toContain(`actor:${silent}`);
    }
  });

  it("gives every guessed date its reason, and every tie its words or its reason", () => {
    const stated = ["2003", "2014", "2017"];
    const guessed = [...store.events.all()].filter(
      ({ happenedOn }) => !stated.includes(happenedOn?.edtf ?? ""),
    );
    expect(guessed.filter(({ dateNote }) => dateNote === null)).toEqual([]);
    const unquoted = [...store.relations.all()].filter(({ evidence }) => evidence.length === 0);
    expect(unquoted.map(({ note }) => note)).toEqual(Array(4).fill("General knowledge, not in the text."));
  });

  it("finds actors by the names that the text gives them", () => {
    const named = [
      "Washington",
      "the Pentagon",
      "Baghdad",
      "IS",
      "U.S.",
      "American",
      "Iraqi",
      "Kurdish parties",
      "al-Abadi",
    ];
    expect(named.map((name) => store.actors.idNamed(name))).toEqual([
      "actor:us-government",
      "actor:pentagon",
      "actor:iraqi-government",
      "actor:islamic-state",
      "actor:united-states",
      "actor:united-states",
      "actor:iraq",
      "actor:kurdish-parties",
      "actor:haider-al-abadi",
    ]);
  });

  it("stands in its README: the same actors, issues and stances", () => {
    const readme = readFileSync(`${seedFolder}README.md`, "utf8");
    expect([...namesInTable(readme, "Actor")].sort()).toEqual(
      [...store.actors.all()].map(({ id }) => id).sort(),
    );
    expect([...namesInTable(readme, "Issue")].sort()).toEqual(
      [...store.issues.all()].map(({ id }) => id).sort(),
    );
    const rows = stances.map(([holder, issue, direction, intensity, facets, level]) => {
      const values = Object.entries(facets as object).map(([name, value]) => `${name}: ${value} `);
      return `| \`${holder}\` | \`${issue}\` | ${direction} | ${intensity} | ${values.join("")}| ${level} |`;
    });
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
    expect(namesInTable(readme, "Holder")).toHaveLength(stances.length);
  });
});

describe("the positions on withdrawal that the seed makes", () => {
  const positionsAt = (validAt: string | null) =>
    positionsOf(
      store.positions.observations({
        issues: { id: { eq: "issue:us-withdrawal" } },
        asOf: { ...always, validAt },
      }),
      defaultRule,
      validAt as `${number}-${number}-${number}` | null,
    );

  it("are these, al-Abadi speaking for the moderates whom he represents", () => {
    const found = positionsAt("2024-12-01").map(({ actor, direction, intensity, representative }) => [
      actor,
      direction,
      intensity,
      representative,
    ]);
    expect(found.sort()).toEqual([
      ["actor:cf-moderates", "AMBIVALENT", 0, "actor:haider-al-abadi"],
      ["actor:haider-al-abadi", "AMBIVALENT", 0, null],
      ["actor:kurdish-parties", "OPPOSES", -1, null],
      ["actor:moderate-factions", "OPPOSES", -1, null],
      ["actor:shiite-armed-groups", "SUPPORTS", 2, null],
      ["actor:sunni-parties", "OPPOSES", -1, null],
      ["actor:united-states-and-iraq", "OPPOSES", -1, null],
      ["actor:us-government", "OPPOSES", -1, null],
    ]);
  });

  it("are none on a day by which the article may not have been published", () => {
    expect(positionsAt("2024-06-30")).toEqual([]);
    expect(positionsAt(null)).toHaveLength(8);
  });
});
