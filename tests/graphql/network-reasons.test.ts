import { afterAll, expect, it } from "vitest";
import { debateStore } from "./debate.ts";
import { ask, watched } from "./world.ts";

const store = debateStore();
afterAll(() => store.close());

interface Reasoned {
  readonly source: string;
  readonly target: string;
  readonly reasons: {
    readonly nodes: readonly { readonly externalId: string }[];
    readonly totalCount: number;
  };
}

/** The stances behind an edge, by their numbers in the debate. */
async function reasonsOf(input: string, source: string, target: string): Promise<readonly number[]> {
  const { data, errors } = await ask(
    store,
    `{ network(input: {${input}}) { edges { source target reasons(first: 20) { totalCount nodes { externalId } } } } }`,
  );
  expect(errors).toEqual([]);
  const edge = data.network.edges.find(
    (each: Reasoned) => each.source.includes(source) && each.target.includes(target),
  ) as Reasoned;
  expect(edge.reasons.totalCount).toBe(edge.reasons.nodes.length);
  return edge.reasons.nodes.map(({ externalId }) => Number(externalId));
}

it.each([
  ["aggregate: CONGRUENCE", "iraqi", "us", [12, 11, 9, 8, 2]],
  ["aggregate: CONFLICT", "iraqi", "us", [12, 11, 8, 4, 3, 2, 1]],
  ["aggregate: CONGRUENCE", "kurdish", "us", [13, 7, 4, 1]],
  ["aggregate: IGNORE", "kurdish", "us", [13, 9, 7, 4, 1]],
  ["aggregate: CONGRUENCE, duplicates: ALL", "iraqi", "us", [9, 2]],
  ["aggregate: CONGRUENCE, qualifier: INTENSITY", "kurdish", "militias", [13, 10, 7, 5]],
  ["mode: TWO_MODE", "iraqi", "timetable", [12, 11, 8, 2]],
  [
    "mode: ISSUES, aggregate: CONFLICT",
    "immunity",
    "timetable",
    [14, 13, 12, 11, 10, 8, 7, 6, 5, 4, 3, 2, 1],
  ],
])(
  "%s of %s and %s is made by the stances that gave it weight, newest first",
  async (input, one, other, expected) => {
    expect(await reasonsOf(input, one, other)).toEqual(expected);
  },
);

it("pages them", async () => {
  const page = async (args: string) => {
    const { data } = await ask(
      store,
      `{ network(input: {top: 2}) { edges { reasons(${args}) { nodes { externalId } pageInfo { hasNextPage endCursor } } } } }`,
    );
    return data.network.edges[0].reasons;
  };
  const first = await page("first: 3");
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await page(`first: 10, after: "${first.pageInfo.endCursor}"`);
  expect([...first.nodes, ...second.nodes].map(({ externalId }) => Number(externalId))).toEqual([
    12, 11, 9, 8, 2,
  ]);
});

it("loads those of all edges together", async () => {
  const { store: seen, calls } = watched(store);
  const { errors } = await ask(
    seen,
    "{ network(input: {}) { edges { reasons(first: 2) { nodes { id holder { name } } } } } }",
  );
  expect(errors).toEqual([]);
  expect(calls.filter((call) => /^(columns|stances|actors)\./.test(call))).toEqual([
    "columns.of",
    "columns.ids",
    "stances.byIds",
    "actors.byIds",
  ]);
});

it("lists the stances that are counted, as they were recorded", async () => {
  const eventList = async (input: string, args = "first: 100") => {
    const { data, errors } = await ask(
      store,
      `{ network(input: {${input}}) { statements eventList(${args}) { totalCount nodes { externalId } pageInfo { hasNextPage } } } }`,
    );
    expect(errors).toEqual([]);
    const { statements, eventList: list } = data.network;
    expect(list.totalCount).toBe(statements);
    return {
      numbers: list.nodes.map(({ externalId }: { readonly externalId: string }) => Number(externalId)),
      ...list.pageInfo,
    };
  };
  const all = await eventList("");
  expect(all.numbers).toEqual(all.numbers.toSorted((a: number, b: number) => a - b));
  const once = await eventList("duplicates: ALL");
  expect(once.numbers.length).toBeLessThan(all.numbers.length);
  expect(new Set(all.numbers).isSupersetOf(new Set(once.numbers))).toBe(true);
  expect(await eventList("", "first: 2")).toEqual({ numbers: all.numbers.slice(0, 2), hasNextPage: true });
});
