import { describe, expect, it } from "vitest";
import { ask, watched, worldStore } from "./world.ts";

const limits = { maxComplexity: 500, maxDepth: 12 };
const refused = [
  expect.stringMatching(
    /^INVALID The query would cost \d+; 500 are allowed\. Ask for fewer items with `first`/,
  ),
];

describe("the cost of a request", () => {
  it("counts `first`, given as literal or variable", async () => {
    const store = worldStore();
    const query =
      "query ($n: Int) { stances(first: $n) { nodes { id holder { name } evidence { quote } } } }";
    expect(
      (await ask(store, query.replaceAll("($n: Int)", "").replace("$n", "100"), { limits })).errors,
    ).toEqual(refused);
    expect((await ask(store, query, { limits, variables: { n: 100 } })).errors).toEqual(refused);
    expect((await ask(store, query, { limits, variables: { n: 20 } })).errors).toEqual([]);
    expect(
      (
        await ask(store, "{ stances(last: 100) { nodes { id holder { name } evidence { quote } } } }", {
          limits,
        })
      ).errors,
    ).toEqual(refused);
  });

  it("reckons with twenty items where nothing is said, at each level", async () => {
    const store = worldStore();
    expect((await ask(store, "{ actors { nodes { id } } }", { limits })).errors).toEqual([]);
    expect(
      (
        await ask(store, "{ actors { nodes { stances { nodes { id } } positions { nodes { since } } } } }", {
          limits,
        })
      ).errors,
    ).toEqual(refused);
  });

  it("is found out before anything is read", async () => {
    const { store, calls } = watched(worldStore());
    await ask(store, "{ positions(first: 100) { nodes { stances(first: 100) { nodes { id } } } } }", {
      limits,
    });
    expect(calls).toEqual([]);
  });

  it("leaves the whole question of the README within the usual budget, a hundred positions at a time", async () => {
    const { errors } = await ask(
      worldStore(),
      `{ positions(first: 100) { nodes { actor { name } direction intensity conditions { kind text } since explanation
         stances { nodes { evidence { quote start end document { title } } attribution { role actor { name } anonymous { descriptor } cue mode } } } } } }`,
    );
    expect(errors).toEqual([]);
  });

  it("refuses what is nested too deep", async () => {
    const nested = (levels: number) =>
      `{ issue(by: {slug: "advisers"}) { ${"parent { ".repeat(levels)} id ${"} ".repeat(levels)} } }`;
    expect((await ask(worldStore(), nested(10))).errors).toEqual([]);
    expect((await ask(worldStore(), nested(11))).errors).toEqual([
      "INVALID The query is 13 levels deep; 12 are allowed. Ask in two requests.",
    ]);
  });
});

describe("a closed graph", () => {
  it("refuses to be read without a key, and says how to get one", async () => {
    const { data, errors } = await ask(worldStore(), "{ dataset { title } }", { scope: null });
    expect(data).toBeNull();
    expect(errors).toEqual([
      'FORBIDDEN dataset needs a key of scope "read". Make one with `stancegraph keys create --scope read` and send it as "Authorization: Bearer …".',
    ]);
  });

  it("is open to each scope from read upward", async () => {
    for (const scope of ["read", "propose", "review", "admin"] as const) {
      expect((await ask(worldStore(), "{ dataset { title } }", { scope })).errors).toEqual([]);
    }
  });
});
