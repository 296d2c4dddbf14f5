import { describe, expect, it } from "vitest";
import { change } from "./changing.ts";
import { worldStore } from "./world.ts";

describe("keys", () => {
  it.each([
    ["addDocument", "propose", { title: "T", text: "t" }],
    ["addRelation", "review", { subject: "Reuters", kind: "BACKS", object: "Framework" }],
    ["addEvent", "review", { label: "E", kind: "OTHER" }],
    ["retractStance", "review", { id: "stance:0" }],
    ["reviewStance", "review", { id: "stance:0", status: "ACCEPTED" }],
    ["createActor", "admin", { name: "A", kind: "GROUP" }],
    ["updateActor", "admin", { id: "actor:reuters", name: "R" }],
    ["mergeActors", "admin", { from: "actor:mercury-1", into: "actor:mercury-2" }],
    ["unmergeActor", "admin", { id: "actor:mercury-1" }],
    ["createIssue", "admin", { label: "I", proposition: "P.", pro: "", contra: "" }],
    ["updateIssue", "admin", { id: "issue:advisers", label: "A" }],
    ["mergeIssues", "admin", { from: "issue:advisers", into: "issue:withdrawal" }],
    ["unmergeIssue", "admin", { id: "issue:advisers" }],
    ["importCoding", "admin", { text: "{}", format: "JSON" }],
  ] as const)("%s needs scope %s", async (field, scope, input) => {
    const store = worldStore();
    const lesser = ({ propose: "read", review: "propose", admin: "review" } as const)[scope];
    for (const given of [null, lesser]) {
      expect(await change(store, field, input, "", { scope: given })).toMatchObject({
        __typename: "ForbiddenError",
        code: "FORBIDDEN",
        message: expect.stringContaining(`${field} needs a key of scope "${scope}"`),
      });
    }
    expect(store.dataset.revision()).toBe(1);
    expect((await change(store, field, input, "", { scope })).__typename).not.toBe("ForbiddenError");
  });
});
