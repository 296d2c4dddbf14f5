import { eventTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { connectionOf } from "../connection.ts";
import { CertaintyEnum, EventKindEnum } from "../enums.ts";
import { found } from "../loads.ts";
import { orderInput, termsOf } from "../order.ts";
import {
  ActorRef,
  AttributionLinkRef,
  EventConnection,
  EventRef,
  EvidenceRef,
  FuzzyDateRef,
  NodeRef,
  ParticipantRef,
} from "../refs.ts";
import { whereInput } from "../where.ts";

EventRef.implement({
  description: "Something dated that happened, or is said to have, with participants.",
  interfaces: [NodeRef],
  fields: (t) => ({
    label: t.exposeString("label", { description: "Its short name." }),
    kind: t.expose("kind", { type: EventKindEnum, description: "What kind of event it is." }),
    description: t.exposeString("description", {
      nullable: true,
      description: "What happened; null when the label says it all.",
    }),
    happenedOn: t.expose("happenedOn", {
      type: FuzzyDateRef,
      nullable: true,
      description: "When it happened; null when unknown.",
    }),
    dateNote: t.exposeString("dateNote", {
      nullable: true,
      description: "How the date was inferred; null when the document states it.",
    }),
    certainty: t.expose("certainty", { type: CertaintyEnum, description: "How sure the document is of it." }),
    participants: t.expose("participants", { type: [ParticipantRef], description: "Who took part." }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "The quotes it rests on.",
      resolve: ({ evidence }, _args, { load }) => evidence.map((id) => found(load.evidence, id)),
    }),
    attribution: t.expose("attribution", {
      type: [AttributionLinkRef],
      description: "Who says so, publisher first; empty where it is the document's own account.",
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When we recorded it." }),
  }),
});

ParticipantRef.implement({
  description: "An actor in an event.",
  fields: (t) => ({
    actor: t.field({
      type: ActorRef,
      description: "Who.",
      resolve: ({ actor }, _args, { load }) => found(load.actors, actor),
    }),
    role: t.exposeString("role", { description: "What it did there, as in party, leader, object." }),
  }),
});

const EventOrder = orderInput("Event", {
  HAPPENED_ON: "By the last day on which it can have happened; undated ones as the oldest.",
  LABEL: "By label.",
  RECORDED_AT: "By when we recorded it.",
});

builder.queryField("events", (t) =>
  t.connection(
    {
      type: EventRef,
      description: "What happened.",
      args: {
        where: t.arg({ type: whereInput(eventTable), description: "Which ones; all when left out." }),
        orderBy: t.arg({
          type: [EventOrder],
          description: "In which order; the newest first when left out.",
        }),
      },
      resolve: (_root, args, { store, load }) => {
        const page = store.events.page({ ...args, orderBy: termsOf(args.orderBy) });
        page.items.forEach(load.hintEvent);
        return connectionOf(page, () => store.events.count(args.where));
      },
    },
    EventConnection,
  ),
);
