import type { Attributes, Json } from "../../domain/attribute.ts";
import { builder } from "../builder.ts";
import { ActorRef, DocumentRef, IssueRef, StanceRef } from "../refs.ts";

interface Attribute {
  readonly name: string;
  readonly value: Json;
}

const AttributeRef = builder.objectRef<Attribute>("Attribute").implement({
  description: "What the source says of a thing beyond our words, by its own name for it.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The source's name for it, as in section." }),
    value: t.string({
      description: "What it says: a text as it is, anything else as JSON.",
      resolve: ({ value }) => (typeof value === "string" ? value : JSON.stringify(value)),
    }),
  }),
});

const description = "What the source says of it beyond all this, by name.";

builder.objectField(StanceRef, "attributes", (t) =>
  t.field({ type: [AttributeRef], description, resolve: ({ attributes }) => listed(attributes) }),
);

for (const ref of [ActorRef, IssueRef, DocumentRef]) {
  builder.objectField(ref as typeof ActorRef, "attributes", (t) =>
    t.field({
      type: [AttributeRef],
      description,
      resolve: ({ id }, _args, { store }) => listed(store.attributes.of(id)),
    }),
  );
}

function listed(attributes: Attributes): readonly Attribute[] {
  return Object.entries(attributes)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
