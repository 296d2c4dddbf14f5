import { afterAll, describe, expect, it } from "vitest";
import { seededStore } from "../seed/seeded.ts";
import { debateStore } from "./debate.ts";
import { ask } from "./world.ts";

const store = debateStore();
afterAll(() => store.close());

async function answer(query: string, of = store) {
  const { data, errors } = await ask(of, `{ ${query} }`);
  expect(errors).toEqual([]);
  return data;
}

const messages = async (query: string) => (await ask(store, `{ ${query} }`)).errors;

describe("windows of a network", () => {
  it("come with their spans, each as a network of its own", async () => {
    const { network } = await answer(
      "network(input: {window: {unit: DAYS, size: 9}}) { windows { from middle to network { statements edges { weight } } } }",
    );
    expect(network.windows).toHaveLength(25);
    expect(network.windows[0]).toMatchObject({ from: "2008-10-01", middle: "2008-10-05", to: "2008-10-09" });
    // Both documents of the first week, ten stances.
    expect(network.windows[0].network.statements).toBe(10);
    expect(network.windows[1].network.statements).toBe(4);
    expect(network.windows[5].network).toEqual({ statements: 0, edges: [] });
  });

  it("of stances move from one to the next", async () => {
    const { network } = await answer(
      "network(input: {window: {unit: STATEMENTS, size: 12}}) { windows { from to network { statements } } }",
    );
    expect(network.windows).toEqual([
      { from: "2008-10-01", to: "2008-11-02", network: { statements: 13 } },
      { from: "2008-10-01", to: "2008-11-02", network: { statements: 13 } },
    ]);
  });

  it("weigh what is near more with a kernel", async () => {
    const { network } = await answer(
      "network(input: {window: {unit: DAYS, size: 8, kernel: UNIFORM}}) { edges { weight } windows { network { edges { source target weight } } } }",
    );
    // Three pairs of one side within the window, each of √(½ · ½).
    expect(network.windows[0].network.edges[0].weight).toBeCloseTo(1.5, 12);
  });

  it.each([
    ["window: {unit: DAYS, size: 1}", "INVALID A window's size is 2 to 10000; 1 was given."],
    [
      "window: {unit: STATEMENTS, size: 4, kernel: GAUSSIAN}",
      "INVALID A kernel weighs by time; with windows of STATEMENTS leave it out.",
    ],
  ])("are refused where they mean nothing: %s", async (input, message) => {
    expect(await messages(`network(input: {${input}}) { density }`)).toEqual([message]);
  });
});

describe("polarization", () => {
  it("finds the best camps of few actors, and says so", async () => {
    const { polarization } = await answer(
      "polarization(input: {network: {}}) { quality method sizes actors statements members { actor { name } camp statements } }",
    );
    expect(polarization).toMatchObject({ method: "EXACT", sizes: [2, 3], actors: 5, statements: 14 });
    expect(polarization.quality).toBeCloseTo(0.516313, 6);
    expect(polarization.members[0]).toEqual({ actor: { name: "Iraqi government" }, camp: 0, statements: 5 });
  });

  it("is not told of fewer than four actors", async () => {
    const { polarization } = await answer("polarization(input: {network: {top: 3}}) { quality actors }");
    expect(polarization).toEqual({ quality: null, actors: 3 });
  });

  it("refuses one camp", async () => {
    expect(await messages("polarization(input: {network: {}, camps: 1}) { quality }")).toEqual([
      "INVALID camps is 2 to 5; 1 was given.",
    ]);
  });
});

describe("structure", () => {
  it("tells communities, how far they stay, and how central each is", async () => {
    const { communities, network } = await answer(
      `communities(input: {window: {unit: WEEKS, size: 2, beyond: true}}) { count members { id community } windows { from to count shared adjustedRand } changePoints { on } }
       network(input: {}) { modularity nodes { strength betweenness closeness eigenvector community } }`,
    );
    expect(communities.count).toBe(
      1 + Math.max(...network.nodes.map(({ community }: { community: number }) => community)),
    );
    expect(communities.windows[1]).toEqual({
      from: "2008-10-01",
      to: "2008-10-15",
      count: 2,
      shared: 5,
      adjustedRand: 1,
    });
    expect(communities.changePoints).toEqual([]);
  });

  it("tells on which issue actors dispute: of two stances how likely they differ", async () => {
    const { issueConflicts } = await answer(
      "issueConflicts(input: {}) { issue { label } actors statements congruence conflict share }",
    );
    expect(issueConflicts.map(({ issue, share, ...rest }: Record<string, never>) => [issue, rest])).toEqual([
      [{ label: "Immunity" }, { actors: 5, statements: 5, congruence: 4, conflict: 6 }],
      [{ label: "Timetable" }, { actors: 5, statements: 9, congruence: 16, conflict: 13 }],
    ]);
    expect(issueConflicts[0].share).toBe(0.6);
  });

  it("leaves out issues one by one, and finds the best set", async () => {
    const { nested, fixed } = await answer(
      `nested: backbone(input: {network: {}}) { actors steps { issue { label } backboneLoss statements } }
       fixed: backbone(input: {network: {}, method: FIXED, size: 1}) { best { issues { label } isExact } }`,
    );
    expect(nested.steps.map(({ issue }: { issue: { label: string } }) => issue.label)).toEqual([
      "Immunity",
      "Timetable",
    ]);
    expect(nested.steps[1]).toMatchObject({ backboneLoss: 1, statements: 0 });
    expect(fixed.best).toEqual({ issues: [{ label: "Timetable" }], isExact: true });
    expect(await messages("backbone(input: {network: {}, method: FIXED}) { actors }")).toEqual([
      "INVALID FIXED needs a size: how many issues are kept.",
    ]);
  });

  it("puts actors on a line and into a dendrogram", async () => {
    const { arrangement } = await answer(
      "arrangement(input: {}) { share actors { actor { name } group place } merges { one other height size } }",
    );
    expect(arrangement.merges).toHaveLength(4);
    expect(arrangement.merges.at(-1).size).toBe(5);
    // Militias said nothing but Timetable yes and Immunity no, as Sunnis did: they are one.
    expect(arrangement.merges[0]).toEqual({ one: 2, other: 3, height: 0, size: 2 });
    const places = arrangement.actors.map(({ place }: { place: number }) => place);
    expect(places[2]).toBeCloseTo(places[3], 6);
    expect(Math.max(...places.map(Math.abs))).toBeCloseTo(Math.max(...places), 12);
  });

  it("holds on the seed, rolled up too", async () => {
    const seed = seededStore();
    const { plain, rolled, polarization } = await answer(
      `plain: network(input: {}) { statements nodes { id } } rolled: network(input: {rollUp: true}) { statements nodes { id } }
       polarization(input: {network: {rollUp: true}}) { actors method }`,
      seed,
    );
    expect(rolled.statements).toBe(plain.statements);
    expect(rolled.nodes.length).toBeLessThanOrEqual(plain.nodes.length);
    expect(polarization).toEqual({ actors: rolled.nodes.length, method: "EXACT" });
    seed.close();
  });
});
