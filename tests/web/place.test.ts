import { describe, expect, it } from "vitest";
import { hrefTo, hrefWith, pathOf, placeOf } from "../../src/web/place.ts";
import { routeTo } from "../../src/web/routes.ts";

const at = (path: string) => placeOf(new URL(path, "http://here"));

describe("a place", () => {
  it("is all in its URL", () => {
    expect(at("/matrix?at=2024-02-29&known=2025-01-01&sort=name")).toEqual({
      path: "/matrix",
      params: {},
      search: { at: "2024-02-29", known: "2025-01-01", sort: "name" },
      at: "2024-02-29",
      known: "2025-01-01T23:59:59.999Z",
      problem: null,
    });
  });

  it.each(["2024-02-30", "2024", "yesterday", "2024-1-1"])("says that %s is no day", (day) => {
    expect(at(`/?at=${day}`)).toMatchObject({
      at: null,
      problem: `“${day}” is no day; write one like 2024-09-27.`,
    });
    expect(at(`/?known=${day}`).problem).toContain(`“${day}” is no day or instant`);
  });

  it("takes the first of several values, and what looks like a property for a name", () => {
    expect(at("/?q=a&q=b&constructor=x&__proto__=y").search).toEqual({ q: "a", constructor: "x" });
  });

  it("changes one thing of a URL, and keeps its time elsewhere", () => {
    const place = at("/matrix?at=2024-01-01&sort=name&after=x");
    expect(hrefWith(place, { sort: null, open: "actor:a~issue:b" })).toBe(
      "/matrix?at=2024-01-01&after=x&open=actor:a~issue:b",
    );
    expect(hrefTo(place, "/actors/é & b", { q: "" })).toBe("/actors/é & b?at=2024-01-01");
  });

  it("has a path for each thing, and a thing for each path", () => {
    expect(pathOf("issue:us-withdrawal")).toBe("/issues/us-withdrawal");
    const path = pathOf("actor:a/b:c");
    expect(routeTo(path)).toMatchObject({ route: { path: "/actors/:id" }, params: { id: "a/b:c" } });
    expect([routeTo("/actors/%E0%A4%A"), routeTo("/actors/a/b"), routeTo("/matrix/")?.route.path]).toEqual([
      null,
      null,
      "/matrix",
    ]);
  });
});
