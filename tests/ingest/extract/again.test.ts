import { describe, expect, it } from "vitest";
import type { StanceId } from "../../../src/domain/id.ts";
import { reviewStance } from "../../../src/ingest/edit.ts";
import type { Store } from "../../../src/store/open.ts";
import { seededStore } from "../../seed/seeded.ts";
import { type Behaviour, type ChatRequest, chatServer } from "./chat-server.ts";
import { answerOf, proposed, told } from "./extracting.ts";

const by = { author: { who: "ana", why: null } };
const statusOf = (store: Store, id: StanceId | undefined) => store.stances.require(id as StanceId).status;

/** Proposes by a server that answers as is told. */
async function run(store: Store, script: (request: ChatRequest) => Behaviour) {
  const { url } = await chatServer(script);
  return proposed(store, { url });
}
const one =
  (over: Readonly<Record<string, unknown>> = {}) =>
  (request: ChatRequest) =>
    answerOf(request, [told(request, over)]);
const nothing = (request: ChatRequest) => answerOf(request, []);

describe("an extraction that is done again", () => {
  it("adds nothing where it finds the same", async () => {
    const store = seededStore();
    const [first] = (await run(store, one())).proposals;
    const again = await run(store, one());
    expect(again.proposals.map(({ outcome, stance }) => [outcome, stance.id])).toEqual([
      ["PRESENT", first?.stance.id],
    ]);
    expect(again.withdrawn).toEqual([]);
  });

  it("takes the place of what nobody has decided on", async () => {
    const store = seededStore();
    const [first] = (await run(store, one())).proposals;
    const [second] = (await run(store, one({ isStrong: false }))).proposals;
    expect([statusOf(store, first?.stance.id), statusOf(store, second?.stance.id)]).toEqual([
      "SUPERSEDED",
      "PROPOSED",
    ]);
  });

  it("withdraws what it no longer finds, and proposes it again when it does", async () => {
    const store = seededStore();
    const [first] = (await run(store, one())).proposals;
    expect((await run(store, nothing)).withdrawn).toEqual([first?.stance.id]);
    expect(store.stances.reviewsOf(first?.stance.id as StanceId).at(-1)).toMatchObject({
      code: "REEXTRACTED",
    });
    const [again] = (await run(store, one())).proposals;
    expect([again?.outcome, again?.stance.id, again?.stance.status]).toEqual([
      "PROPOSED",
      first?.stance.id,
      "PROPOSED",
    ]);
  });

  it.each(["ACCEPTED", "REJECTED"] as const)(
    "leaves alone what was %s, whatever it finds now",
    async (status) => {
      const store = seededStore();
      const [first] = (await run(store, one())).proposals;
      const id = first?.stance.id as StanceId;
      reviewStance(store, id, status, {
        ...by,
        ...(status === "REJECTED" && { code: "NO_STANCE" as const }),
      });
      for (const script of [one(), one({ isStrong: false }), nothing]) {
        const { proposals, withdrawn } = await run(store, script);
        expect([proposals.map(({ outcome }) => outcome), withdrawn]).toEqual([
          script === nothing ? [] : ["REVIEWED"],
          [],
        ]);
      }
      expect(statusOf(store, id)).toBe(status);
      expect(store.stances.reviewsOf(id).at(-1)?.code).toBe(status === "REJECTED" ? "NO_STANCE" : null);
    },
  );
});
