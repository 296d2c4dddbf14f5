import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { type Edited, OutcomeEnum } from "./edit.ts";
import { nodeOf } from "./nodes.ts";
import { ActorRef, DocumentRef, EventRef, IssueRef, RelationRef, StanceRef } from "./refs.ts";

type FieldBuilder = Parameters<
  NonNullable<Parameters<ReturnType<typeof builder.objectRef<Edited>>["implement"]>[0]["fields"]>
>[0];

const editedFields = (t: FieldBuilder) => ({
  id: t.exposeID("id", { description: "The id of the thing; after a dry run, the one it would have." }),
  outcome: t.expose("outcome", {
    type: OutcomeEnum,
    description: "What became of it; after a dry run, what would.",
  }),
  dryRun: t.exposeBoolean("dryRun", { description: "Whether it was undone: nothing was written." }),
});

const described = { nullable: true, description: "The thing as it is now; null after a dry run." } as const;

function now<T>({ id, dryRun }: Edited, context: Context): T | null {
  return dryRun ? null : (nodeOf(context, id) as T | null);
}

export const DocumentPayload = builder.objectRef<Edited>("DocumentPayload").implement({
  description: "What became of a document.",
  fields: (t) => ({
    ...editedFields(t),
    document: t.field({
      ...described,
      type: DocumentRef,
      resolve: (done, _args, context) => now(done, context),
    }),
  }),
});

export const StancePayload = builder.objectRef<Edited>("StancePayload").implement({
  description: "What became of a stance.",
  fields: (t) => ({
    ...editedFields(t),
    stance: t.field({ ...described, type: StanceRef, resolve: (done, _args, context) => now(done, context) }),
  }),
});

export const ActorPayload = builder.objectRef<Edited>("ActorPayload").implement({
  description: "What became of an actor.",
  fields: (t) => ({
    ...editedFields(t),
    actor: t.field({ ...described, type: ActorRef, resolve: (done, _args, context) => now(done, context) }),
  }),
});

export const IssuePayload = builder.objectRef<Edited>("IssuePayload").implement({
  description: "What became of an issue.",
  fields: (t) => ({
    ...editedFields(t),
    issue: t.field({ ...described, type: IssueRef, resolve: (done, _args, context) => now(done, context) }),
  }),
});

export const RelationPayload = builder.objectRef<Edited>("RelationPayload").implement({
  description: "What became of a tie between actors.",
  fields: (t) => ({
    ...editedFields(t),
    relation: t.field({
      ...described,
      type: RelationRef,
      resolve: (done, _args, context) => now(done, context),
    }),
  }),
});

export const EventPayload = builder.objectRef<Edited>("EventPayload").implement({
  description: "What became of an event.",
  fields: (t) => ({
    ...editedFields(t),
    event: t.field({ ...described, type: EventRef, resolve: (done, _args, context) => now(done, context) }),
  }),
});
