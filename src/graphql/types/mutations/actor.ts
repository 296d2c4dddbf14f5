import type { ActorName, ExternalId } from "../../../domain/actor.ts";
import type { ActorId } from "../../../domain/id.ts";
import { codingActor } from "../../../ingest/coding.ts";
import { mergeActors, unmergeActor, updateActor } from "../../../ingest/edit.ts";
import { record } from "../../../ingest/record.ts";
import { builder } from "../../builder.ts";
import { codingInput, nestedInput } from "../../coding-inputs.ts";
import { edited, editFields } from "../../edit.ts";
import { ActorKindEnum } from "../../enums.ts";
import { ActorPayload } from "../../payloads.ts";

const externalIds = { description: "The same actor in other registers, one id each.", isRequired: false };
const actor = codingInput(codingActor, { instead: { externalIds } });
const revised = { outcome: "REVISED" } as const;

builder.mutationFields((t) => ({
  createActor: t.fieldWithInput({
    type: ActorPayload,
    description: "Records an actor; of one that is there, adds what is new. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: { ...actor.fields(t.input), ...editFields(t.input) },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...record(context.store, { kind: "actor", item: actor.itemOf(input) }, options),
        dryRun: input.dryRun,
      })),
  }),
  updateActor: t.fieldWithInput({
    type: ActorPayload,
    description: "Changes what is said of an actor; what is left out stays. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      id: t.input.id({ required: true, description: "The actor." }),
      name: t.input.string({
        description: "The name it is shown by from now on; the old one stays a name of it.",
      }),
      kind: t.input.field({ type: ActorKindEnum, description: "What kind of actor it is." }),
      description: t.input.string({ description: "Who or what it is; null takes it away." }),
      addNames: t.input.field({
        type: [nestedInput("ActorNameInput")],
        description: "More names it goes by.",
      }),
      removeNames: t.input.stringList({ description: "Names it no longer goes by, letter by letter." }),
      addExternalIds: t.input.field({
        type: [nestedInput("ExternalIdInput")],
        description: "The same actor in more registers.",
      }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => {
        const { id, dryRun, why: _why, ...patch } = input;
        const names = patch.addNames as readonly ActorName[] | null | undefined;
        const externals = patch.addExternalIds as readonly ExternalId[] | null | undefined;
        const changes = { ...patch, addNames: names, addExternalIds: externals };
        return { ...revised, id: updateActor(context.store, id as ActorId, changes, options), dryRun };
      }),
  }),
  mergeActors: t.fieldWithInput({
    type: ActorPayload,
    description:
      "Lets one actor answer in the place of another: its stances are filed there, and its id leads there. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      from: t.input.id({ required: true, description: "The actor that is another one's double." }),
      into: t.input.id({ required: true, description: "The actor that answers for both." }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...revised,
        id: mergeActors(context.store, input.from as ActorId, input.into as ActorId, options),
        dryRun: input.dryRun,
      })),
  }),
  unmergeActor: t.fieldWithInput({
    type: ActorPayload,
    description:
      "Undoes a merge: the actor answers for itself again, and has its own stances back. Needs scope admin.",
    authScopes: { scope: "admin" },
    errors: {},
    input: {
      id: t.input.id({ required: true, description: "The actor that was merged into another." }),
      ...editFields(t.input),
    },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...revised,
        id: unmergeActor(context.store, input.id as ActorId, options),
        dryRun: input.dryRun,
      })),
  }),
}));
