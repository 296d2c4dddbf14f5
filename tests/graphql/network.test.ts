import { afterAll, describe, expect, it } from "vitest";
import { debateStore } from "./debate.ts";
import { ask } from "./world.ts";

const store = debateStore();
afterAll(() => store.close());

interface Edge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** The network an input asks for, each edge in a line. */
async function network(input: string) {
  const { data, errors } = await ask(
    store,
    `{ network(input: {${input}}) { mode aggregate normalize statements density nodes { id label kind statements degree } edges { source target weight } } }`,
  );
  expect(errors).toEqual([]);
  const { edges, ...rest } = data.network;
  return { ...rest, edges: edges.map(line) };
}

function line({ source, target, weight }: Edge): string {
  return `${named(source)} ${named(target)} ${Math.round(weight * 1e6) / 1e6}`;
}

/** The first word of an id. */
function named(id: string): string {
  return /:(\w+)/.exec(id)?.[1] ?? id;
}

const edges = async (input: string): Promise<readonly string[]> => (await network(input)).edges;

const refusal = async (input: string) =>
  (await ask(store, `{ network(input: {${input}}) { density nodes { id } edges { source } } }`)).errors;

describe("a network of actors", () => {
  it("tells its measures, its nodes by id, and its edges by the places of their nodes", async () => {
    expect(await network("aggregate: CONGRUENCE, normalize: AVERAGE")).toEqual({
      mode: "ACTORS",
      aggregate: "CONGRUENCE",
      normalize: "AVERAGE",
      statements: 14,
      density: 0.7,
      nodes: [
        { id: "actor:iraqi-government", label: "Iraqi government", kind: "ACTOR", statements: 5, degree: 3 },
        { id: "actor:kurdish-parties", label: "Kurdish parties", kind: "ACTOR", statements: 2, degree: 1 },
        { id: "actor:militias", label: "Militias", kind: "ACTOR", statements: 2, degree: 3 },
        { id: "actor:sunni-parties", label: "Sunni parties", kind: "ACTOR", statements: 2, degree: 3 },
        { id: "actor:us-government", label: "US government", kind: "ACTOR", statements: 3, degree: 4 },
      ],
      edges: [
        "iraqi militias 1.428571",
        "iraqi sunni 1.428571",
        "iraqi us 1",
        "kurdish us 0.8",
        "militias sunni 1",
        "militias us 0.4",
        "sunni us 0.4",
      ],
    });
  });

  it.each([
    ["aggregate: IGNORE", "5 5 5 9 2 2 3 2 3 3"],
    ["aggregate: CONFLICT", "5 0 0 5 2 2 1 0 2 2"],
    ["aggregate: SUBTRACT", "-5 5 5 -1 -2 -2 1 2 -1 -1"],
    ["aggregate: SUBTRACT, normalize: AVERAGE", "-1.428571 1.428571 1.428571 -0.25 -1 -1 0.4 1 -0.4 -0.4"],
    ["normalize: JACCARD", "0 1 1 0.571429 0 0 0.666667 1 0.25 0.25"],
    ["normalize: COSINE", "0 0.5 0.5 0.266667 0 0 0.333333 0.5 0.166667 0.166667"],
    ["qualifier: INTENSITY", "1.5 4.75 4 4.5 0.5 1 2.25 1.5 1 1.75"],
  ])("has the weights of the Discourse Network Analyzer: %s", async (input, weights) => {
    expect(await everyPair(input)).toBe(weights);
  });

  it("is divided by the lengths of vectors for the cosine of textbooks", async () => {
    // Iraq said 4 for and 1 against, √17 long; each of the others one thing of each, the United States 1, 1 and 1.
    const [root2, root3, root17] = [Math.sqrt(2), Math.sqrt(3), Math.sqrt(17)];
    expect(await edges("normalize: COSINE_TEXTBOOK")).toEqual(
      [
        ["iraqi militias", 5 / (root17 * root2)],
        ["iraqi sunni", 5 / (root17 * root2)],
        ["iraqi us", 4 / (root17 * root3)],
        ["kurdish us", 2 / (root2 * root3)],
        ["militias sunni", 1],
        ["militias us", 1 / (root2 * root3)],
        ["sunni us", 1 / (root2 * root3)],
      ].map(([pair, weight]) => `${pair} ${Math.round((weight as number) * 1e6) / 1e6}`),
    );
  });

  it.each([
    ["NONE", 14],
    ["DOCUMENT", 13],
    ["WEEK", 12],
    ["MONTH", 12],
    ["YEAR", 11],
    ["ALL", 11],
  ])("counts like stances once within %s: %i", async (duplicates, statements) => {
    expect((await network(`duplicates: ${duplicates}`)).statements).toBe(statements);
  });
});

describe("other networks", () => {
  it("tie issues by the actors that spoke on both", async () => {
    expect(await network("mode: ISSUES, aggregate: SUBTRACT")).toMatchObject({
      nodes: [
        { id: "issue:immunity", kind: "ISSUE", statements: 5 },
        { id: "issue:timetable", kind: "ISSUE", statements: 9 },
      ],
      // Iraq −4, Kurds −1, militias −1, Sunnis −1, and the United States once each way.
      edges: ["immunity timetable -7"],
    });
  });

  it.each([
    [
      "",
      "iraqi immunity -1, iraqi timetable 4, kurdish immunity 1, kurdish timetable -1, militias immunity -1, militias timetable 1, sunni immunity -1, sunni timetable 1, us immunity 1",
    ],
    [
      'normalize: ACTIVITY, actors: {name: {eq: "Iraqi government"}}',
      "iraqi immunity -0.2, iraqi timetable 0.8",
    ],
    [
      "aggregate: IGNORE, normalize: PROMINENCE, top: 2",
      "iraqi immunity 0.5, iraqi timetable 0.666667, us immunity 0.5, us timetable 0.333333",
    ],
    ["aggregate: COMBINE, top: 2", "iraqi immunity 2, iraqi timetable 1, us immunity 1, us timetable 3"],
    [
      "aggregate: COMBINE, normalize: PROMINENCE, top: 2",
      "iraqi immunity 1, iraqi timetable 0.5, us immunity 0.5, us timetable 1.5",
    ],
  ])("tie actors to issues: %s", async (input, expected) => {
    expect((await edges(`mode: TWO_MODE, ${input}`)).join(", ")).toBe(expected);
  });

  it("show actors first, then issues", async () => {
    const { nodes, density } = await network("mode: TWO_MODE, aggregate: IGNORE, top: 1");
    expect(nodes).toEqual([
      { id: "actor:iraqi-government", label: "Iraqi government", kind: "ACTOR", statements: 4, degree: 1 },
      { id: "issue:timetable", label: "Timetable", kind: "ISSUE", statements: 4, degree: 1 },
    ]);
    expect(density).toBe(1);
  });
});

describe("what a network counts", () => {
  it.each([
    ['from: "2008-10-05"', 8],
    ['to: "2008-10-05"', 10],
    ['from: "2008-10-02", to: "2008-10-31"', 4],
    ['asOf: {validAt: "2008-10-05"}', 10],
    ['asOf: {knownAt: "2008-12-31"}', 0],
    ["actors: {kind: {eq: GOVERNMENT}}", 8],
    ['issues: {label: {eq: "Immunity"}}', 5],
    ["stances: {intensity: {eq: -2}}", 2],
    ["stances: {status: {eq: PROPOSED}}", 0],
    ["top: 3", 10],
    ["qualifier: INTENSITY", 14],
  ])("%s", async (input, statements) => {
    expect((await network(input)).statements).toBe(statements);
  });

  it("keeps those with the most stances, of as many those first by id", async () => {
    const { nodes } = await network("top: 3");
    expect(nodes.map(({ id }: { id: string }) => named(id))).toEqual(["iraqi", "kurdish", "us"]);
  });

  it("leaves out weak edges, and the nodes stay", async () => {
    const { nodes, edges: strong, density } = await network("aggregate: SUBTRACT, threshold: 5");
    expect({ nodes: nodes.length, strong, density }).toEqual({
      nodes: 5,
      strong: ["iraqi kurdish -5", "iraqi militias 5", "iraqi sunni 5"],
      density: 0.3,
    });
  });

  it("shows those of whom no stance counts when asked", async () => {
    const { nodes } = await network("isolates: true");
    expect(nodes[0]).toEqual({
      id: "actor:clergy",
      label: "Clergy",
      kind: "ACTOR",
      statements: 0,
      degree: 0,
    });
    expect(nodes).toHaveLength(6);
    const groups = await network("isolates: true, actors: {kind: {eq: GROUP}}");
    expect(groups.nodes.map(({ id }: { id: string }) => named(id))).toEqual([
      "clergy",
      "kurdish",
      "militias",
      "sunni",
    ]);
  });

  it("is empty where nothing counts", async () => {
    expect(await network('to: "2000-01-01"')).toMatchObject({
      statements: 0,
      density: 0,
      nodes: [],
      edges: [],
    });
  });
});

describe("what means nothing is refused with what does", () => {
  it.each([
    [
      "aggregate: COMBINE",
      "INVALID COMBINE is of an actor and an issue; for ACTORS take IGNORE, CONGRUENCE, CONFLICT or SUBTRACT, or the mode TWO_MODE.",
    ],
    [
      "mode: TWO_MODE, aggregate: CONFLICT",
      "INVALID CONFLICT compares two actors or two issues; between actors and issues take IGNORE, COMBINE or SUBTRACT, or the mode ACTORS or ISSUES.",
    ],
    [
      "mode: ISSUES, normalize: ACTIVITY",
      "INVALID ACTIVITY is of an actor and an issue; for ISSUES take NONE, AVERAGE, JACCARD, COSINE or COSINE_TEXTBOOK.",
    ],
    [
      "mode: TWO_MODE, normalize: JACCARD",
      "INVALID JACCARD divides by what two actors or two issues said; between actors and issues take NONE, ACTIVITY or PROMINENCE.",
    ],
    ["top: 0", "INVALID top is 1 or more; 0 was given. Leave it out for all."],
    [
      'from: "2009-01-01", to: "2008-01-01"',
      "INVALID The span ends on 2008-01-01, before it begins on 2009-01-01; swap the two.",
    ],
  ])("%s", async (input, message) => {
    expect(await refusal(input)).toEqual([message]);
  });
});

/** The weight of each two actors, row by row. */
async function everyPair(input: string): Promise<string> {
  const actors = ["iraqi", "kurdish", "militias", "sunni", "us"];
  const weights = new Map(
    (await edges(input)).map((edge) => [edge.replace(/ \S+$/, ""), edge.split(" ")[2]]),
  );
  return actors
    .flatMap((one, index) => actors.slice(index + 1).map((other) => weights.get(`${one} ${other}`) ?? "0"))
    .join(" ");
}
