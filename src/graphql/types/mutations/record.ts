import { codingDocument, codingEvent, codingRelation } from "../../../ingest/coding.ts";
import { record } from "../../../ingest/record.ts";
import { builder } from "../../builder.ts";
import { codingInput } from "../../coding-inputs.ts";
import { edited, editFields } from "../../edit.ts";
import { DocumentPayload, EventPayload, RelationPayload } from "../../payloads.ts";

const quoted = {
  document: { description: "The document quoted: its id. Needed with a quote.", isRequired: false },
};
const document = codingInput(codingDocument, { without: ["id", "file"] });
const relation = codingInput(codingRelation, { instead: quoted });
const event = codingInput(codingEvent, { instead: quoted });

builder.mutationFields((t) => ({
  addDocument: t.fieldWithInput({
    type: DocumentPayload,
    description:
      "Records a document with its text, from which stances can then be quoted. Needs scope propose.",
    authScopes: { scope: "propose" },
    errors: {},
    input: { ...document.fields(t.input), ...editFields(t.input) },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...record(context.store, { kind: "document", item: document.itemOf(input) }, options),
        dryRun: input.dryRun,
      })),
  }),
  addRelation: t.fieldWithInput({
    type: RelationPayload,
    description: "Records a tie between two actors. It bears on positions at once, so it needs scope review.",
    authScopes: { scope: "review" },
    errors: {},
    input: { ...relation.fields(t.input), ...editFields(t.input) },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...record(context.store, { kind: "relation", item: relation.itemOf(input) }, options),
        dryRun: input.dryRun,
      })),
  }),
  addEvent: t.fieldWithInput({
    type: EventPayload,
    description: "Records something that happened. It is shown at once, so it needs scope review.",
    authScopes: { scope: "review" },
    errors: {},
    input: { ...event.fields(t.input), ...editFields(t.input) },
    resolve: (_root, { input }, context) =>
      edited(context, input, (options) => ({
        ...record(context.store, { kind: "event", item: event.itemOf(input) }, options),
        dryRun: input.dryRun,
      })),
  }),
}));
