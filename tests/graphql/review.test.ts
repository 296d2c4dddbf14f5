import { describe, expect, it } from "vitest";
import { change, stanceInput, stancePayload } from "./changing.ts";
import { ask, worldStore } from "./world.ts";

describe("reviewing a stance", () => {
  it("accepts, retracts and accepts again, and positions follow", async () => {
    const store = worldStore();
    const { id } = await change(store, "recordStance", await stanceInput(store), stancePayload);
    const direction = async () =>
      (
        await ask(
          store,
          `{ position(actor: {slug: "framework"}, issue: {slug: "withdrawal"}) { direction } }`,
        )
      ).data.position?.direction ?? null;
    expect(
      await change(store, "reviewStance", { id, status: "ACCEPTED", why: "Checked" }, stancePayload, {
        scope: "review",
      }),
    ).toMatchObject({
      id,
      outcome: "REVISED",
      stance: { status: "ACCEPTED" },
    });
    expect(await direction()).toBe("NEUTRAL");
    await change(store, "retractStance", { id, why: "Misread" }, stancePayload, { scope: "review" });
    expect(await direction()).toBeNull();
    await change(store, "reviewStance", { id, status: "ACCEPTED" }, stancePayload, { scope: "review" });
    expect(await direction()).toBe("NEUTRAL");
    const { data } = await ask(
      store,
      `{ stance(id: "${id}") { reviews { reviewer status reason } audit { action } } }`,
    );
    expect(data.stance).toEqual({
      reviews: [
        { reviewer: "Grace", status: "ACCEPTED", reason: "Checked" },
        { reviewer: "Grace", status: "RETRACTED", reason: "Misread" },
        { reviewer: "Grace", status: "ACCEPTED", reason: null },
      ],
      audit: [
        { action: "stance.record" },
        { action: "stance.accepted" },
        { action: "stance.retracted" },
        { action: "stance.accepted" },
      ],
    });
  });

  it("refuses a decision that makes no sense", async () => {
    const store = worldStore();
    const { id } = await change(store, "recordStance", await stanceInput(store), stancePayload);
    expect(await change(store, "retractStance", { id }, stancePayload)).toMatchObject({
      __typename: "ConflictError",
      message: expect.stringContaining("PROPOSED"),
    });
    expect(
      await change(store, "reviewStance", { id: "stance:0", status: "ACCEPTED" }, stancePayload),
    ).toMatchObject({ __typename: "NotFoundError" });
  });

  it("lets a revision take the old one's place", async () => {
    const store = worldStore();
    const input = await stanceInput(store);
    const { id } = await change(store, "recordStance", { ...input, status: "ACCEPTED" }, stancePayload);
    const revised = await change(
      store,
      "reviseStance",
      { id, ...input, direction: "AMBIVALENT" },
      stancePayload,
    );
    expect(revised).toMatchObject({
      outcome: "REVISED",
      stance: { status: "ACCEPTED", coder: { id: "coder:grace" } },
    });
    const { data } = await ask(store, `{ stance(id: "${id}") { status supersededBy { id } } }`);
    expect(data.stance).toEqual({ status: "SUPERSEDED", supersededBy: { id: revised.id } });
    expect(
      await change(
        store,
        "reviseStance",
        { id: revised.id, ...input, direction: "AMBIVALENT" },
        stancePayload,
      ),
    ).toMatchObject({ __typename: "InvalidInputError" });
  });
});
