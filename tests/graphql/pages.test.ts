import { describe, expect, it } from "vitest";
import { ask, watched, worldStore } from "./world.ts";

describe("pages", () => {
  it("count only when asked to", async () => {
    const { store, calls } = watched(worldStore());
    await ask(store, `{ actors { nodes { id } } }`);
    expect(calls).toEqual(["actors.page"]);
  });

  it("ask for the ties of a whole page at once", async () => {
    const { store, calls } = watched(worldStore());
    await ask(
      store,
      `{ actors { nodes { name relations { object { name } } members { name } parents { name } } } }`,
    );
    expect(calls).toEqual(["actors.page", "relations.of", "dataset.revision"]);
  });

  it("tell what is wrong with a page, a cursor, a filter or a date", async () => {
    const errors = async (query: string) => (await ask(worldStore(), query)).errors;
    expect(await errors("{ actors(first: 101) { totalCount } }")).toEqual([
      "INVALID A page holds 0 to 100 items; 101 were asked for.",
    ]);
    expect(await errors("{ actors(first: 1, last: 1) { totalCount } }")).toEqual([
      "INVALID Ask for first or last, not both.",
    ]);
    expect(await errors('{ actors(after: "x") { totalCount } }')).toEqual([
      expect.stringMatching(/^INVALID This is no cursor of this list/),
    ]);
    expect(await errors('{ positions(after: "WyJ4Il0") { totalCount } }')).toEqual([
      expect.stringMatching(/^INVALID The cursor is of a list that has changed/),
    ]);
    expect(await errors('{ documents(where: {publishedOn: {gt: "2024-13"}}) { totalCount } }')).toEqual([
      expect.stringMatching(/^INVALID .*"2024-13" is no date/),
    ]);
    expect(await errors('{ stances(asOf: {validAt: "2023-02-29"}) { totalCount } }')).toEqual([
      expect.stringMatching(/^INVALID .*"2023-02-29" is no date/),
    ]);
    expect(await errors('{ stances(asOf: {knownAt: "noon"}) { totalCount } }')).toEqual([
      expect.stringMatching(/^INVALID .*"noon" is no instant/),
    ]);
  });
});
