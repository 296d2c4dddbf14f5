import { expect, it } from "vitest";
import { codebookOf } from "../../src/domain/codebook.ts";
import { change } from "./changing.ts";
import { ask, worldStore } from "./world.ts";

const recoded =
  "... on RecodePayload { from to revision dryRun recodings { old new holder direction newDirection lostFacets { name value } } }";
const undone = "... on UndoRecodePayload { standing revision dryRun }";
const count = (issue: string) =>
  `{ stances(where: {issue: {eq: "${issue}"}, status: {in: [ACCEPTED, PROPOSED]}}) { totalCount } positions { nodes { actor { id } issue { id } direction } } }`;

it("recodes stances, and takes that back", async () => {
  const store = worldStore();
  const before = await ask(store, count("issue:withdrawal"));
  const input = {
    from: "issue:withdrawal",
    to: "issue:advisers",
    reverse: true,
    where: { direction: { eq: "OPPOSES" } },
  };
  const preview = await change(store, "recode", { ...input, dryRun: true }, recoded);
  expect(preview).toMatchObject({ __typename: "RecodePayload", revision: null, dryRun: true });
  expect(await ask(store, count("issue:withdrawal"))).toEqual(before);
  const done = await change(store, "recode", { ...input, why: "A split" }, recoded);
  expect(done).toEqual({ ...preview, revision: 2, dryRun: false });
  expect(done.recodings.length).toBeGreaterThan(0);
  for (const { newDirection } of done.recodings) expect(newDirection).toBe("SUPPORTS");
  const { data } = await ask(store, count("issue:withdrawal"));
  expect(data.stances.totalCount).toBe(before.data.stances.totalCount - done.recodings.length);
  expect(await change(store, "undoRecode", { revision: 2 }, undone)).toEqual({
    ...{ __typename: "UndoRecodePayload", revision: 3, dryRun: false },
    standing: done.recodings.map(({ old }: { readonly old: string }) => old),
  });
  expect(await ask(store, count("issue:withdrawal"))).toEqual(before);
  expect(await change(store, "undoRecode", { revision: 2 }, undone)).toMatchObject({ code: "CONFLICT" });
  expect(await change(store, "undoRecode", { revision: 1 }, undone)).toMatchObject({ code: "INVALID" });
});

it("lets nobody recode without scope admin", async () => {
  const store = worldStore();
  const input = { from: "issue:withdrawal", to: "issue:advisers" };
  expect(await change(store, "recode", input, recoded, { scope: "review" })).toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await change(store, "undoRecode", { revision: 1 }, undone, { scope: "review" })).toMatchObject({
    code: "FORBIDDEN",
  });
  expect(store.dataset.revision()).toBe(1);
});

it("tells the version of the codebook, which is another when a word of it is", async () => {
  const store = worldStore();
  const version = async () =>
    (await ask(store, "{ dataset { codebookVersion } }")).data.dataset.codebookVersion;
  const first = await version();
  expect(first).toBe(codebookOf([...store.issues.all()]).version);
  await change(
    store,
    "updateIssue",
    { id: "issue:withdrawal", pro: "Wants them to go." },
    "... on IssuePayload { id }",
  );
  expect(await version()).not.toBe(first);
});
