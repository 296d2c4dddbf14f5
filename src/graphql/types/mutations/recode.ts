import { type Recoded, type Recoding, recode } from "../../../ingest/recode.ts";
import { type Undone, undoRecode } from "../../../ingest/undo-recode.ts";
import { stanceTable } from "../../../store/tables.ts";
import { builder } from "../../builder.ts";
import { edited, editFields } from "../../edit.ts";
import { DirectionEnum } from "../../enums.ts";
import { FacetValueRef } from "../../refs.ts";
import { whereInput } from "../../where.ts";

type Told<T> = T & { readonly dryRun: boolean };

const RecodingRef = builder.objectRef<Recoding>("Recoding").implement({
  description: "A stance that goes to another issue, and the revision of it there.",
  fields: (t) => ({
    old: t.exposeID("old", { description: "The stance on the old issue." }),
    new: t.exposeID("new", {
      description: "The revision on the new issue; after a dry run, the id it would have.",
    }),
    holder: t.exposeID("holder", { description: "Who holds it." }),
    direction: t.expose("direction", { type: DirectionEnum, description: "Its direction on the old issue." }),
    newDirection: t.expose("newDirection", {
      type: DirectionEnum,
      description: "Its direction on the new issue.",
    }),
    lostFacets: t.field({
      type: [FacetValueRef],
      description: "Its facets that the new issue does not define.",
      resolve: ({ lostFacets }) => Object.entries(lostFacets),
    }),
  }),
});

const RecodePayload = builder.objectRef<Told<Recoded>>("RecodePayload").implement({
  description: "What a recoding did, or after a dry run would have done.",
  fields: (t) => ({
    from: t.exposeID("from", { description: "The issue that stances left." }),
    to: t.exposeID("to", { description: "The issue that they went to." }),
    recodings: t.expose("recodings", { type: [RecodingRef], description: "The stances, one by one." }),
    revision: t.exposeInt("revision", {
      nullable: true,
      description: "The revision by which it can be undone; null where nothing was written.",
    }),
    dryRun: t.exposeBoolean("dryRun", { description: "Whether it was undone: nothing was written." }),
  }),
});

const UndoRecodePayload = builder.objectRef<Told<Undone>>("UndoRecodePayload").implement({
  description: "What the undoing of a recoding did, or after a dry run would have done.",
  fields: (t) => ({
    standing: t.field({
      type: ["ID"],
      description: "The stances that stand again.",
      resolve: ({ standing }) => [...standing],
    }),
    revision: t.exposeInt("revision", {
      nullable: true,
      description: "The revision by which it can be undone in turn; null after a dry run.",
    }),
    dryRun: t.exposeBoolean("dryRun", { description: "Whether it was undone: nothing was written." }),
  }),
});

builder.mutationFields((t) => ({
  recode: t.fieldWithInput({
    type: RecodePayload,
    description:
      "Files stances under another issue, as one change: each that is accepted or proposed gets a revision there, which takes its place. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      from: t.input.id({ required: true, description: "The issue that stances leave: its id." }),
      to: t.input.id({ required: true, description: "The issue that they go to: its id." }),
      where: t.input.field({
        type: whereInput(stanceTable),
        description: "Only those that this holds of; all when left out.",
      }),
      reverse: t.input.boolean({
        required: true,
        defaultValue: false,
        description: "Turn support into opposition and the other way round: the new issue says the opposite.",
      }),
      ...editFields(t.input),
    },
    resolve: (_root, { input: { from, to, where, reverse, ...input } }, context) =>
      edited(context, input, (options) => ({
        ...recode(context.store, { from, to, where, reverse }, options),
        dryRun: input.dryRun,
      })),
  }),
  undoRecode: t.fieldWithInput({
    type: UndoRecodePayload,
    description:
      "Takes a recoding back, as one change: the old stances stand again as they did. Refused where somebody has decided on one of them since. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      revision: t.input.int({ required: true, description: "The revision that the recoding told." }),
      ...editFields(t.input),
    },
    resolve: (_root, { input: { revision, ...input } }, context) =>
      edited(context, input, (options) => ({
        ...undoRecode(context.store, revision, options),
        dryRun: input.dryRun,
      })),
  }),
}));
