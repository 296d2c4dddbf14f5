import { describe, expect, it } from "vitest";
import { change, stanceInput, stancePayload } from "./changing.ts";
import { ask, worldStore } from "./world.ts";

describe("recording a stance", () => {
  it("proposes it, for review, with who and why in the audit", async () => {
    const store = worldStore();
    const done = await change(
      store,
      "recordStance",
      { ...(await stanceInput(store)), why: "Read today" },
      stancePayload,
      { scope: "propose" },
    );
    expect(done).toMatchObject({
      __typename: "StancePayload",
      outcome: "ADDED",
      dryRun: false,
      stance: {
        status: "PROPOSED",
        holder: { name: "Framework" },
        coder: { id: "coder:grace" },
        supersededBy: null,
      },
    });
    const { data } = await ask(
      store,
      `{ dataset { revision audit(limit: 1) { who why action subject } } node(id: "${done.id}") { id } position(actor: {slug: "framework"}, issue: {slug: "withdrawal"}) { direction } }`,
    );
    expect(data).toEqual({
      dataset: {
        revision: 2,
        audit: [{ who: "Grace", why: "Read today", action: "stance.record", subject: done.id }],
      },
      node: { id: done.id },
      position: null,
    });
  });

  it("adds nothing the second time", async () => {
    const store = worldStore();
    const input = await stanceInput(store);
    const { id } = await change(store, "recordStance", input, stancePayload);
    expect(await change(store, "recordStance", input, stancePayload)).toMatchObject({
      id,
      outcome: "PRESENT",
    });
    expect(store.dataset.revision()).toBe(2);
  });

  it("does nothing in a dry run but tell what would come of it", async () => {
    const store = worldStore();
    const done = await change(
      store,
      "recordStance",
      { ...(await stanceInput(store)), dryRun: true },
      stancePayload,
    );
    expect(done).toEqual({
      __typename: "StancePayload",
      id: expect.stringMatching(/^stance:/),
      outcome: "ADDED",
      dryRun: true,
      stance: null,
    });
    expect(store.dataset.revision()).toBe(1);
  });

  it("as accepted needs the right to review", async () => {
    const store = worldStore();
    const input = { ...(await stanceInput(store)), status: "ACCEPTED" };
    expect(await change(store, "recordStance", input, stancePayload, { scope: "propose" })).toMatchObject({
      __typename: "ForbiddenError",
      code: "FORBIDDEN",
      message: expect.stringMatching(
        /^recordStance as ACCEPTED needs a key of scope "review"; this request has "propose"/,
      ),
    });
    expect(await change(store, "recordStance", input, stancePayload, { scope: "review" })).toMatchObject({
      stance: { status: "ACCEPTED" },
    });
  });

  it("lets what was accepted stand beside a proposal, until that is accepted too", async () => {
    const store = worldStore();
    const input = await stanceInput(store);
    const as = (scope: "propose" | "review", fields: object) =>
      change(store, "recordStance", { ...input, ...fields }, stancePayload, { scope });
    const accepted = await as("review", { status: "ACCEPTED" });
    const proposed = await as("propose", { direction: "UNDECIDED" });
    expect(proposed).toMatchObject({ outcome: "ADDED", stance: { status: "PROPOSED" } });
    const statuses = () => [accepted, proposed].map((each) => store.stances.require(each.id).status);
    expect(statuses()).toEqual(["ACCEPTED", "PROPOSED"]);
    await change(store, "reviewStance", { id: proposed.id, status: "ACCEPTED" }, stancePayload, {
      scope: "review",
    });
    expect(statuses()).toEqual(["SUPERSEDED", "ACCEPTED"]);
  });

  it("takes everything that the coding format has", async () => {
    const store = worldStore();
    const input = {
      ...(await stanceInput(store)),
      direction: "SUPPORTS",
      intensity: 2,
      conditions: [{ kind: "UNLESS", text: "fighting breaks out" }],
      facets: [{ name: "pace", value: "phased" }],
      act: "VOTED",
      holderCertainty: "LIKELY",
      codingLevel: "INFERENTIAL",
      confidence: 0.5,
      addressee: "Baghdad",
      attribution: [
        {
          role: "SPEAKER",
          anonymous: { descriptor: "an aide", affiliation: "Framework" },
          mode: "INDIRECT",
          authority: "UNAUTHORISED",
        },
      ],
      statedOn: "2024-05~",
      validFrom: "2024-06",
      validUntil: "2025",
      externalId: "x1",
      note: "So it seems.",
    };
    const { id } = await change(store, "recordStance", input, stancePayload);
    const { data } = await ask(
      store,
      `{ stance(id: "${id}") {
      intensity conditions { kind text } facets { name value } act holderCertainty codingLevel confidence addressee { name }
      attribution { role anonymous { descriptor affiliation { name } } mode authority } statedOn { edtf } validFrom { edtf } validUntil { edtf } externalId note evidence { quote }
    } }`,
    );
    expect(data.stance).toEqual({
      intensity: 2,
      conditions: [{ kind: "UNLESS", text: "fighting breaks out" }],
      facets: [{ name: "pace", value: "phased" }],
      act: "VOTED",
      holderCertainty: "LIKELY",
      codingLevel: "INFERENTIAL",
      confidence: 0.5,
      addressee: { name: "Government" },
      attribution: [
        {
          role: "SPEAKER",
          anonymous: { descriptor: "an aide", affiliation: { name: "Framework" } },
          mode: "INDIRECT",
          authority: "UNAUTHORISED",
        },
      ],
      statedOn: { edtf: "2024-05~" },
      validFrom: { edtf: "2024-06" },
      validUntil: { edtf: "2025" },
      externalId: "x1",
      note: "So it seems.",
      evidence: [{ quote: "advisers should stay" }],
    });
  });

  it("refuses what cannot be, saying where, and changes nothing", async () => {
    const store = worldStore();
    const input = await stanceInput(store);
    const refused = async (part: Record<string, unknown>) => {
      const { __typename, code, path, message } = await change(
        store,
        "recordStance",
        { ...input, ...part },
        stancePayload,
      );
      return [__typename, code, path.join("."), message];
    };
    expect(await refused({ holder: "Nobody" })).toEqual([
      "NotFoundError",
      "NOT_FOUND",
      "holder",
      expect.stringContaining("No actor is named Nobody."),
    ]);
    expect(await refused({ holder: "Mercury" })).toEqual([
      "InvalidInputError",
      "INVALID",
      "holder",
      expect.stringContaining("is ambiguous"),
    ]);
    expect(await refused({ quote: { exact: "advisers should go" } })).toEqual([
      "InvalidInputError",
      "INVALID",
      expect.stringMatching(/^quote/),
      expect.stringContaining("The closest passage is"),
    ]);
    expect(await refused({ intensity: -1 })).toEqual([
      "InvalidInputError",
      "INVALID",
      "intensity",
      expect.any(String),
    ]);
    expect(await refused({ confidence: 2 })).toEqual([
      "InvalidInputError",
      "INVALID",
      "confidence",
      expect.any(String),
    ]);
    expect(await refused({ facets: [{ name: "pace", value: "slow" }] })).toEqual([
      "InvalidInputError",
      "INVALID",
      "facets.pace",
      expect.stringContaining("slow"),
    ]);
    expect(
      await refused({
        facets: [
          { name: "pace", value: "phased" },
          { name: "pace", value: "immediate" },
        ],
      }),
    ).toEqual(["InvalidInputError", "INVALID", "facets.pace", '"pace" is given twice; keep one.']);
    expect(await refused({ note: "a\0b" })).toEqual([
      "InvalidInputError",
      "INVALID",
      "note",
      expect.stringContaining("NUL"),
    ]);
    expect(await refused({ note: "a\uD800" })).toEqual([
      "InvalidInputError",
      "INVALID",
      "note",
      expect.stringContaining("surrogate"),
    ]);
    expect(store.dataset.revision()).toBe(1);
  });
});
