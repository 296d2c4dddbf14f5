import { describe, expect, it } from "vitest";
import { change } from "./changing.ts";
import { ask, worldStore } from "./world.ts";

const actor =
  "... on ActorPayload { id outcome dryRun actor { id name kind description names { name type } externalIds { scheme value } } }";
const issue =
  "... on IssuePayload { id outcome dryRun issue { id label proposition parent { id } facets { name values } } }";

describe("actors", () => {
  it("are created once, and updated", async () => {
    const store = worldStore();
    const input = {
      name: "Sunni parties",
      kind: "GROUP",
      names: [{ name: "Sunnis", type: "DEMONYM" }],
      externalIds: [{ scheme: "wikidata", value: "Q5" }],
    };
    expect(await change(store, "createActor", input, actor)).toEqual({
      __typename: "ActorPayload",
      id: "actor:sunni-parties",
      outcome: "ADDED",
      dryRun: false,
      actor: {
        id: "actor:sunni-parties",
        name: "Sunni parties",
        kind: "GROUP",
        description: null,
        names: [
          { name: "Sunni parties", type: "OFFICIAL" },
          { name: "Sunnis", type: "DEMONYM" },
        ],
        externalIds: [{ scheme: "wikidata", value: "Q5" }],
      },
    });
    const patch = {
      id: "actor:sunni-parties",
      description: "Several parties",
      addNames: [{ name: "The Sunni bloc" }],
      removeNames: ["Sunnis"],
      why: "Clearer",
    };
    expect(await change(store, "updateActor", patch, actor)).toMatchObject({
      outcome: "REVISED",
      actor: {
        name: "Sunni parties",
        description: "Several parties",
        names: [{ name: "Sunni parties" }, { name: "The Sunni bloc", type: "ALIAS" }],
      },
    });
    const { data } = await ask(store, `{ actor(by: {slug: "sunni-parties"}) { audit { who why action } } }`);
    expect(data.actor.audit).toEqual([
      { who: "Grace", why: null, action: "actor.record" },
      { who: "Grace", why: "Clearer", action: "actor.update" },
    ]);
  });

  it("cannot take an identity that another has", async () => {
    const input = {
      name: "Double",
      kind: "GOVERNMENT",
      externalIds: [{ scheme: "wikidata", value: "Q100" }],
    };
    expect(await change(worldStore(), "createActor", input, actor)).toMatchObject({
      __typename: "ConflictError",
      code: "CONFLICT",
    });
  });

  it("are merged with all they hold, and unmerged again", async () => {
    const store = worldStore();
    const standing = async () => {
      const { data } = await ask(
        store,
        `{
        framework: actor(by: {slug: "framework"}) { id stances { totalCount } positions { totalCount } }
        party: actor(by: {slug: "peace-party"}) { id stances { totalCount } }
        position(actor: {slug: "peace-party"}, issue: {slug: "withdrawal"}) { actor { id } direction }
      }`,
      );
      return data;
    };
    const before = await standing();
    expect(
      await change(store, "mergeActors", { from: "actor:peace-party", into: "actor:framework" }, actor),
    ).toMatchObject({ id: "actor:framework", actor: { name: "Framework" } });
    expect(await standing()).toEqual({
      framework: { id: "actor:framework", stances: { totalCount: 2 }, positions: { totalCount: 1 } },
      party: { id: "actor:framework", stances: { totalCount: 2 } },
      position: { actor: { id: "actor:framework" }, direction: "SUPPORTS" },
    });
    expect(await change(store, "unmergeActor", { id: "actor:peace-party" }, actor)).toMatchObject({
      id: "actor:peace-party",
      actor: { name: "Peace Party" },
    });
    expect(await standing()).toEqual(before);
    expect(await change(store, "unmergeActor", { id: "actor:peace-party" }, actor)).toMatchObject({
      __typename: "ConflictError",
    });
    expect(
      await change(store, "mergeActors", { from: "actor:framework", into: "actor:framework" }, actor),
    ).toMatchObject({ __typename: "InvalidInputError" });
  });
});

describe("issues", () => {
  it("are created, updated, merged and unmerged", async () => {
    const store = worldStore();
    const input = {
      label: "Bases",
      proposition: "Bases should close.",
      pro: "Closing.",
      contra: "Keeping.",
      parent: "withdrawal",
      facets: [{ name: "pace", values: ["fast", "slow"] }],
    };
    expect(await change(store, "createIssue", input, issue)).toMatchObject({
      outcome: "ADDED",
      issue: {
        id: "issue:bases",
        parent: { id: "issue:withdrawal" },
        facets: [{ name: "pace", values: ["fast", "slow"] }],
      },
    });
    const patch = {
      id: "issue:bases",
      proposition: "All bases should close.",
      parent: null,
      addFacets: [{ name: "extent", values: ["all"] }],
    };
    expect(await change(store, "updateIssue", patch, issue)).toMatchObject({
      issue: {
        label: "Bases",
        proposition: "All bases should close.",
        parent: null,
        facets: [
          { name: "pace", values: ["fast", "slow"] },
          { name: "extent", values: ["all"] },
        ],
      },
    });
    expect(
      await change(store, "updateIssue", { id: "issue:withdrawal", parent: "issue:advisers" }, issue),
    ).toMatchObject({ __typename: "ConflictError" });
    await change(store, "mergeIssues", { from: "issue:advisers", into: "issue:bases" }, issue);
    expect(
      (await ask(store, '{ issue(by: {slug: "advisers"}) { id stances { totalCount } mergedFrom { id } } }'))
        .data.issue,
    ).toEqual({
      id: "issue:bases",
      stances: { totalCount: 2 },
      mergedFrom: [{ id: "issue:advisers" }],
    });
    expect(await change(store, "unmergeIssue", { id: "issue:advisers" }, issue)).toMatchObject({
      issue: { id: "issue:advisers", label: "Advisers" },
    });
  });
});
