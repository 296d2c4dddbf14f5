import { expect, it } from "vitest";
import { change } from "./changing.ts";
import { ask, worldStore } from "./world.ts";

it("recording a stance in another coder's name needs scope review", async () => {
  const store = worldStore();
  const { data } = await ask(store, `{ documents(where: {title: {eq: "A turn"}}) { nodes { id } } }`);
  const input = {
    holder: "Framework",
    issue: "Withdrawal",
    direction: "NEUTRAL",
    document: data.documents.nodes[0].id,
    quote: { exact: "advisers should stay" },
  };
  const record = (coder: string, scope: "propose" | "review") =>
    change(store, "recordStance", { ...input, coder }, "", { scope });
  expect(await record("Alice", "propose")).toMatchObject({
    __typename: "ForbiddenError",
    message: expect.stringMatching(
      /^recordStance in the name of another coder needs a key of scope "review"/,
    ),
  });
  for (const own of ["Grace", "coder:grace"])
    expect((await record(own, "propose")).__typename).toBe("StancePayload");
  expect((await record("Alice", "review")).__typename).toBe("StancePayload");
});
