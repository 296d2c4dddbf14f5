import { relationTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { connectionOf } from "../connection.ts";
import { RelationKindEnum } from "../enums.ts";
import { found } from "../loads.ts";
import { orderInput, termsOf } from "../order.ts";
import { ActorRef, EvidenceRef, FuzzyDateRef, NodeRef, RelationConnection, RelationRef } from "../refs.ts";
import { whereInput } from "../where.ts";

RelationRef.implement({
  description:
    "A dated, evidenced tie between two actors, read subject first: Abadi REPRESENTS the moderates.",
  interfaces: [NodeRef],
  fields: (t) => ({
    subject: t.field({
      type: ActorRef,
      description: "Who is tied.",
      resolve: ({ subject }, _args, { load }) => found(load.actors, subject),
    }),
    kind: t.expose("kind", { type: RelationKindEnum, description: "How." }),
    object: t.field({
      type: ActorRef,
      description: "To whom.",
      resolve: ({ object }, _args, { load }) => found(load.actors, object),
    }),
    validFrom: t.expose("validFrom", {
      type: FuzzyDateRef,
      nullable: true,
      description: "When it began; null when unknown.",
    }),
    validUntil: t.expose("validUntil", {
      type: FuzzyDateRef,
      nullable: true,
      description: "The first day on which it no longer held; null when unknown or still so.",
    }),
    note: t.exposeString("note", {
      nullable: true,
      description: "What else is known of it; null when nothing is.",
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "The quotes it rests on.",
      resolve: ({ evidence }, _args, { load }) => evidence.map((id) => found(load.evidence, id)),
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When we recorded it." }),
  }),
});

const RelationOrder = orderInput("Relation", { KIND: "By kind.", RECORDED_AT: "By when we recorded it." });

builder.queryField("relations", (t) =>
  t.connection(
    {
      type: RelationRef,
      description: "The ties between actors.",
      args: {
        where: t.arg({ type: whereInput(relationTable), description: "Which ones; all when left out." }),
        orderBy: t.arg({ type: [RelationOrder], description: "In which order; by kind when left out." }),
      },
      resolve: (_root, args, { store, load }) => {
        const page = store.relations.page({ ...args, orderBy: termsOf(args.orderBy) });
        page.items.forEach(load.hintRelation);
        return connectionOf(page, () => store.relations.count(args.where));
      },
    },
    RelationConnection,
  ),
);
