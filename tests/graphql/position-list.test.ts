import { describe, expect, it } from "vitest";
import { ask, watched, worldStore } from "./world.ts";

describe("a list of positions", () => {
  const namesIn = (data: { positions: { nodes: { actor: { name: string }; issue: { label: string } }[] } }) =>
    data.positions.nodes.map(({ actor, issue }) => `${actor.name} on ${issue.label}`);
  const list = async (args: string) => {
    const { data, errors } = await ask(
      worldStore(),
      `{ positions(${args}) { nodes { actor { name } issue { label } } } }`,
    );
    expect(errors).toEqual([]);
    return namesIn(data);
  };

  it("is filtered by what the store knows and by what is computed", async () => {
    expect(await list(`where: {actor: {is: {kind: {eq: PARTY}}}}`)).toEqual([
      "Order Party on Withdrawal",
      "Peace Party on Withdrawal",
    ]);
    expect(await list(`where: {direction: {in: [OPPOSES]}, issue: {eq: "issue:withdrawal"}}`)).toEqual([
      "Order Party on Withdrawal",
      "Kurdish parties on Withdrawal",
    ]);
    expect(await list(`where: {intensity: {gte: 2}}`)).toEqual(["Militias on Withdrawal"]);
    expect(await list(`where: {conditional: {eq: true}}`)).toEqual(["Government on Withdrawal"]);
    expect(await list(`where: {since: {lt: "2024-04"}}`)).toEqual([
      "Kurdish parties on Withdrawal",
      "Militias on Withdrawal",
    ]);
    expect(await list(`where: {stanceCount: {gt: 1}}`)).toEqual(["Government on Withdrawal"]);
  });

  it("combines filters with AND, OR and NOT, wherever the actor stands in them", async () => {
    expect(
      await list(
        `where: {OR: [{actor: {eq: "actor:militias"}}, {issue: {is: {label: {contains: "advis"}}}}]}`,
      ),
    ).toEqual(["Government on Advisers", "Militias on Withdrawal"]);
    expect(
      await list(
        `where: {AND: [{actor: {in: ["actor:government", "actor:militias"]}}, {NOT: {direction: {eq: SUPPORTS}}}]}`,
      ),
    ).toEqual(["Government on Advisers"]);
    expect(await list(`where: {NOT: {actor: {is: {stances: {some: {direction: {eq: SUPPORTS}}}}}}}`)).toEqual(
      ["Order Party on Withdrawal", "Kurdish parties on Withdrawal"],
    );
  });

  it("is ordered as asked", async () => {
    expect(await list(`first: 2, orderBy: [{field: INTENSITY}, {field: ACTOR, direction: DESC}]`)).toEqual([
      "Order Party on Withdrawal",
      "Kurdish parties on Withdrawal",
    ]);
    expect(await list(`first: 2, orderBy: {field: ISSUE}`)).toEqual([
      "Government on Advisers",
      "Government on Withdrawal",
    ]);
    expect(await list(`first: 1, orderBy: {field: SCORE, direction: DESC}`)).toEqual([
      "Militias on Withdrawal",
    ]);
    expect(await list(`last: 1, orderBy: {field: SINCE, direction: DESC}`)).toEqual([
      "Militias on Withdrawal",
    ]);
  });

  it("is paged by cursors in both directions", async () => {
    const store = worldStore();
    const page = async (args: string) =>
      (
        await ask(
          store,
          `{ positions(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { actor { name } } } } }`,
        )
      ).data.positions;
    const first = await page("first: 4");
    expect(first.totalCount).toBe(6);
    expect(first.pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: false,
      endCursor: first.edges[3].cursor,
    });
    const second = await page(`first: 4, after: "${first.pageInfo.endCursor}"`);
    expect(second.edges.map((edge: { node: { actor: { name: string } } }) => edge.node.actor.name)).toEqual([
      "Kurdish parties",
      "Militias",
    ]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page(`last: 1, before: "${second.pageInfo.startCursor}"`);
    expect(back.edges).toEqual([first.edges[3]]);
  });

  it("of an actor or on an issue is the same list, narrowed", async () => {
    const { store, calls } = watched(worldStore());
    const { data } = await ask(
      store,
      `{
      actors(where: {kind: {in: [PARTY, GOVERNMENT]}}) { nodes { name positions { nodes { issue { label } direction } } } }
      issue(by: {label: "withdrawal"}) { positions(where: {actor: {is: {kind: {eq: PARTY}}}}) { totalCount } }
      none: actor(by: {slug: "militias"}) { positions(where: {actor: {eq: "actor:government"}}) { totalCount } }
    }`,
    );
    expect(data.actors.nodes).toEqual([
      {
        name: "Government",
        positions: {
          nodes: [
            { issue: { label: "Advisers" }, direction: "OPPOSES" },
            { issue: { label: "Withdrawal" }, direction: "SUPPORTS" },
          ],
        },
      },
      {
        name: "Order Party",
        positions: { nodes: [{ issue: { label: "Withdrawal" }, direction: "OPPOSES" }] },
      },
      {
        name: "Peace Party",
        positions: { nodes: [{ issue: { label: "Withdrawal" }, direction: "SUPPORTS" }] },
      },
    ]);
    expect(data.issue.positions.totalCount).toBe(2);
    expect(data.none.positions.totalCount).toBe(0);
    // One for the page of three actors, one for the issue.
    expect(calls.filter((call) => call === "positions.observations")).toHaveLength(2);
  });

  it("takes 64 terms at most, however deep they stand", async () => {
    const store = worldStore();
    const refused = async (where: object) =>
      (
        await ask(store, "query ($where: PositionWhere) { positions(where: $where) { totalCount } }", {
          variables: { where },
        })
      ).errors[0];
    const related = { actor: { is: { stances: { some: { note: { contains: "x" } } } } } };
    expect(await refused({ OR: Array.from({ length: 300 }, () => related) })).toMatch(
      /^INVALID .*A filter takes at most 64 terms\.$/,
    );
    let deep: object = {};
    for (let depth = 0; depth < 1000; depth += 1) deep = { NOT: deep };
    expect(await refused(deep)).toMatch(/^INVALID .*A filter takes at most 64 terms\.$/);
  });

  it("takes ids without their kind, in OR too", async () => {
    expect(await list(`where: {issue: {eq: "advisers"}}`)).toEqual(["Government on Advisers"]);
    expect(await list(`where: {OR: [{actor: {in: ["militias"]}}, {issue: {eq: "advisers"}}]}`)).toEqual([
      "Government on Advisers",
      "Militias on Withdrawal",
    ]);
  });

  it("loads what its positions were made from together, and no more than is shown", async () => {
    const { store, calls } = watched(worldStore());
    const { data } = await ask(
      store,
      "{ positions { nodes { stances(first: 1) { nodes { id direction } } } } }",
    );
    expect(data.positions.nodes).toHaveLength(6);
    expect(calls.filter((call) => call === "stances.byIds")).toHaveLength(1);
  });
});
