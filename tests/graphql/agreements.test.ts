import { describe, expect, it } from "vitest";
import type { Direction } from "../../src/domain/stance.ts";
import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { ask } from "./world.ts";

type Held = readonly [holder: string, issue: string, direction: Direction, intensity?: number];

/** What each party said of three plans, in a document of its own each. */
const held: readonly Held[] = [
  ["Reds", "Tax", "SUPPORTS", 2],
  ["Reds", "Rail", "SUPPORTS"],
  ["Reds", "Dam", "OPPOSES"],
  ["Greens", "Tax", "SUPPORTS"],
  ["Greens", "Rail", "SUPPORTS"],
  ["Greens", "Dam", "OPPOSES"],
  ["Blues", "Tax", "OPPOSES", -2],
  ["Blues", "Rail", "OPPOSES"],
  ["Blues", "Dam", "NEUTRAL"],
  ["Ambers", "Tax", "SUPPORTS"],
  ["Ambers", "Rail", "SUPPORTS"],
  ["Ambers", "Dam", "DECLINED_TO_COMMENT"],
  ["Whites", "Rail", "SUPPORTS"],
  ["Azures", "Rail", "SUPPORTS"],
];

function parliament(): Store {
  const store = openStore({ path: ":memory:", clock: () => new Date("2025-01-01T00:00:00Z") });
  const names = (of: (each: Held) => string) => [...new Set(held.map(of))];
  const coding = {
    stancegraph: 1,
    coder: { name: "Ada" },
    actors: names(([holder]) => holder).map((name) => ({ name, kind: "PARTY" })),
    issues: names(([, issue]) => issue).map((label) => ({
      label,
      proposition: `The ${label} plan should pass.`,
      pro: "Wants it.",
      contra: "Does not.",
    })),
    documents: held.map(([holder, issue], index) => ({
      id: `d${index}`,
      title: `Paper ${index}`,
      text: `${holder} spoke of ${issue}.`,
      publishedOn: "2024-03-08",
    })),
    stances: held.map(([holder, issue, direction, intensity], index) => ({
      holder,
      issue,
      direction,
      ...(intensity !== undefined && { intensity }),
      document: `d${index}`,
      quote: `${holder} spoke of ${issue}`,
    })),
  };
  importSources(store, [textSource("parliament.json", JSON.stringify(coding))], {
    author: { who: "Ada", why: null },
    format: "json",
  });
  return store;
}

const fields = "totalCount nodes { actor { name } agreement sharedIssues }";

async function agreements(store: Store, args: string) {
  const { data, errors } = await ask(store, `{ agreements(actor: { name: "Reds" }${args}) { ${fields} } }`);
  expect(errors).toEqual([]);
  return data.agreements.nodes.map(
    (each: { actor: { name: string }; agreement: number; sharedIssues: number }) =>
      [each.actor.name, each.agreement, each.sharedIssues] as const,
  );
}

const ways = [
  ["from the tables", () => parliament()],
  [
    "from memory",
    () => {
      const store = parliament();
      store.projection.build();
      return store;
    },
  ],
] as const;

it("agreements wait for the stances that are being read into memory, whatever comes of it", async () => {
  const store = parliament();
  const { promise, resolve } = Promise.withResolvers<void>();
  store.projection.expect(promise);
  let isAnswered = false;
  const answer = agreements(store, "").finally(() => {
    isAnswered = true;
  });
  await new Promise((done) => setTimeout(done, 20));
  expect(isAnswered).toBe(false);
  resolve();
  expect(await answer).toHaveLength(2);
  expect(store.projection.expected()).toBeNull();
});

describe.each(ways)("agreements read %s", (_way, make) => {
  it("are the mean likeness over three shared issues or more, the most alike first", async () => {
    expect(await agreements(make(), "")).toEqual([
      ["Greens", 2.5 / 3, 3],
      ["Blues", -0.5 / 3, 3],
    ]);
  });

  it("leave silence out, and of equals put those first that share more issues, then by name", async () => {
    expect(await agreements(make(), ", minShared: 1")).toEqual([
      ["Azures", 1, 1],
      ["Whites", 1, 1],
      ["Greens", 2.5 / 3, 3],
      ["Ambers", 0.75, 2],
      ["Blues", -0.5 / 3, 3],
    ]);
  });

  it("go by the issues asked for", async () => {
    expect(await agreements(make(), `, minShared: 1, issues: { label: { eq: "Tax" } }`)).toEqual([
      ["Ambers", 0.5, 1],
      ["Greens", 0.5, 1],
      ["Blues", -1, 1],
    ]);
  });

  it("are none before anything was said", async () => {
    expect(await agreements(make(), `, minShared: 1, asOf: { validAt: "2024-03-07" }`)).toEqual([]);
    expect(await agreements(make(), `, asOf: { validAt: "2024-03-08" }`)).toHaveLength(2);
  });

  it("are the same by every rule where each spoke once on an issue", async () => {
    for (const name of ["LATEST", "MODAL", "WEIGHTED", "ALL"]) {
      expect(await agreements(make(), `, minShared: 1, rule: { name: ${name} }`)).toEqual(
        await agreements(make(), ", minShared: 1"),
      );
    }
  });

  it("are those that a comparison gives for each two", async () => {
    const store = make();
    for (const [other, agreement, sharedIssues] of await agreements(store, ", minShared: 1")) {
      const query = `{ compare(actors: [{ name: "Reds" }, { name: "${other}" }]) { pairs { agreement sharedIssues } } }`;
      const { data } = await ask(store, query);
      expect(data.compare.pairs).toEqual([{ agreement, sharedIssues }]);
    }
  });

  it("come in pages", async () => {
    const store = make();
    const page = (args: string) =>
      ask(
        store,
        `{ agreements(actor: { name: "Reds" }, minShared: 1, ${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { actor { name } } } }`,
      ).then(({ data }) => data.agreements);
    const first = await page("first: 3");
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([5, true]);
    const second = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
    expect(second.nodes.map((each: { actor: { name: string } }) => each.actor.name)).toEqual([
      "Ambers",
      "Blues",
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});

describe("agreements", () => {
  it.each([
    ["minShared: 0", "INVALID minShared is at least 1; 0 was given."],
    [`asOf: { validAt: "2024-02-30" }`, /2024-02-30/],
    ["first: 101", "INVALID A page holds 0 to 100 items; 101 were asked for."],
    ["rule: { windowDays: 0 }", "INVALID windowDays is 1 to 36500 days; 0 were given."],
  ])("are refused with what is wrong: %s", async (args, message) => {
    const { errors } = await ask(
      parliament(),
      `{ agreements(actor: { name: "Reds" }, ${args}) { totalCount } }`,
    );
    expect(errors).toEqual([typeof message === "string" ? message : expect.stringMatching(message)]);
  });

  it("name the actor that is unknown", async () => {
    const { errors } = await ask(parliament(), `{ agreements(actor: { name: "Nobody" }) { totalCount } }`);
    expect(errors).toEqual([expect.stringContaining("NOT_FOUND No actor is named Nobody.")]);
  });
});
