import { idFromName, type StanceId } from "../../../domain/id.ts";
import { adjudicate } from "../../../ingest/adjudicate.ts";
import { codingStance } from "../../../ingest/coding.ts";
import { reviewStance, reviseStance } from "../../../ingest/edit.ts";
import { record } from "../../../ingest/record.ts";
import { builder } from "../../builder.ts";
import { othersBeside } from "../../coded.ts";
import { codingInput } from "../../coding-inputs.ts";
import { edited, editFields } from "../../edit.ts";
import { enumOf, ReasonCodeEnum } from "../../enums.ts";
import { StancePayload } from "../../payloads.ts";
import { requireScope } from "../../scope.ts";

enumOf("EntryStatus", "What a stance is when it is recorded.", ["PROPOSED", "ACCEPTED"], {
  PROPOSED: "It awaits review.",
  ACCEPTED: "It counts at once.",
});

const here = {
  document: { description: "The document quoted: its id.", isRequired: true },
  facets: { description: "Values for the issue's facets, at most one each.", isRequired: false },
};
const status = {
  description: "PROPOSED awaits review (default); ACCEPTED counts at once, and needs scope review.",
  isRequired: false,
};
const coder = {
  description: "The coder's id or name; who sends it when left out. Another than that needs scope review.",
  isRequired: false,
};
const stance = codingInput(codingStance, { instead: { ...here, status, coder } });
const ofOld = {
  description: "The coder's id or name; that of the old stance when left out.",
  isRequired: false,
};
const revision = codingInput(codingStance, { without: ["status"], instead: { ...here, coder: ofOld } });

const ReviewDecision = enumOf(
  "ReviewDecision",
  "What a review decides on a stance.",
  ["ACCEPTED", "REJECTED", "PROPOSED"],
  {
    ACCEPTED: "It counts from now on; also takes a retraction or a rejection back.",
    REJECTED: "It is refused.",
    PROPOSED: "It awaits review again.",
  },
);

/** Whether a coder's id or name means who asks, whose proposals these are. */
function isSameCoder(named: string, who: string): boolean {
  return named === who || named === idFromName("coder", who);
}

builder.mutationFields((t) => ({
  recordStance: t.fieldWithInput({
    type: StancePayload,
    description:
      "Records what an actor was observed to hold: PROPOSED with scope propose, ACCEPTED with scope review. Another reading of the same words by the same coder takes the first one's place once it is accepted.",
    authScopes: { scope: "propose" },
    errors: {},
    input: { ...stance.fields(t.input), ...editFields(t.input) },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => {
        const item: Record<string, unknown> = { coder: context.who, ...stance.itemOf(input) };
        if (item.status === "ACCEPTED") requireScope(context, "review", "recordStance as ACCEPTED");
        if (!isSameCoder(String(item.coder), context.who))
          requireScope(context, "review", "recordStance in the name of another coder");
        return { ...record(context.store, { kind: "stance", item }, options), dryRun: input.dryRun };
      }),
  }),
  reviseStance: t.fieldWithInput({
    type: StancePayload,
    description:
      "Records a corrected version of a stance, which takes the old one's place from now on. Needs scope review.",
    authScopes: { scope: "review" },
    errors: {},
    input: {
      id: t.input.id({ required: true, description: "The stance to correct." }),
      ...revision.fields(t.input),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => {
        const item = {
          coder: context.store.stances.require(input.id as StanceId).coder,
          ...revision.itemOf(input),
        };
        return { ...reviseStance(context.store, input.id as StanceId, item, options), dryRun: input.dryRun };
      }),
  }),
  retractStance: t.fieldWithInput({
    type: StancePayload,
    description:
      "Takes an accepted stance back: it no longer counts, and earlier answers come back. Needs scope review.",
    authScopes: { scope: "review" },
    errors: {},
    input: { id: t.input.id({ required: true, description: "The stance." }), ...editFields(t.input) },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        id: reviewStance(context.store, input.id as StanceId, "RETRACTED", options),
        outcome: "REVISED" as const,
        dryRun: input.dryRun,
      })),
  }),
  reviewStance: t.fieldWithInput({
    type: StancePayload,
    description: "Decides on a stance. Needs scope review.",
    authScopes: { scope: "review" },
    errors: {},
    input: {
      id: t.input.id({ required: true, description: "The stance." }),
      status: t.input.field({ type: ReviewDecision, required: true, description: "What it becomes." }),
      code: t.input.field({
        type: ReasonCodeEnum,
        description: "Why it is turned down; goes with REJECTED only.",
      }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        id: reviewStance(context.store, input.id as StanceId, input.status, {
          ...options,
          code: input.code ?? null,
        }),
        outcome: "REVISED" as const,
        dryRun: input.dryRun,
      })),
  }),
  adjudicate: t.fieldWithInput({
    type: StancePayload,
    description:
      "Decides between coders who read the same words differently: the chosen reading counts, the others are turned down with the code OVERRULED. Needs scope review.",
    authScopes: { scope: "review" },
    errors: {},
    input: {
      id: t.input.id({ required: true, description: "The stance that is chosen." }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => {
        const id = input.id as StanceId;
        adjudicate(context.store, id, othersBeside(context.store, id), options);
        return { id, outcome: "REVISED" as const, dryRun: input.dryRun };
      }),
  }),
}));
