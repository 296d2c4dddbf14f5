import { actorTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { actorBy, issueBy, orNull } from "../by.ts";
import { connectionOf } from "../connection.ts";
import { throughAll } from "../cost.ts";
import { ActorKindEnum, NameTypeEnum, RelationKindEnum } from "../enums.ts";
import { ActorByInput, AsOfInput, IssueByInput, PositionRuleInput } from "../inputs.ts";
import { isAmong, searched } from "../narrowed.ts";
import { orderInput, termsOf } from "../order.ts";
import { positionArgs, positionList } from "../position-lists.ts";
import { positionsOn } from "../positions.ts";
import { questionOf } from "../questions.ts";
import {
  ActorConnection,
  ActorNameRef,
  ActorRef,
  AuditEntryRef,
  EventRef,
  ExternalIdRef,
  MembersViewRef,
  NodeRef,
  PositionConnection,
  PositionRef,
  RelationRef,
  StanceConnection,
  StanceRef,
} from "../refs.ts";
import { stanceArgs, stanceList } from "../stance-lists.ts";
import { membersOf, membersViewOf, parentsOf } from "../ties.ts";
import { whereInput } from "../where.ts";

const atArg = builder.args((t) => ({
  at: t.field({
    type: "Date",
    description: "The day asked about; when left out, ties count that have no known end.",
  }),
}));

ActorRef.implement({
  description:
    "Who can hold a stance: a state, government, agency, party, coalition, armed group, organisation, outlet, population group, office or person.",
  interfaces: [NodeRef],
  extensions: { table: actorTable },
  fields: (t) => ({
    name: t.exposeString("name", { description: "The name it is shown by." }),
    kind: t.expose("kind", { type: ActorKindEnum, description: "What kind of actor it is." }),
    description: t.exposeString("description", {
      nullable: true,
      description: "Who or what it is; null when the name says it.",
    }),
    names: t.expose("names", {
      type: [ActorNameRef],
      description: "Every name it goes by, the one it is shown by among them.",
    }),
    externalIds: t.expose("externalIds", {
      type: [ExternalIdRef],
      description: "The same actor in other registers.",
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When we recorded it." }),
    relations: t.field({
      type: [RelationRef],
      description: "Its ties, whichever end it is at.",
      args: {
        kinds: t.arg({ type: [RelationKindEnum], description: "Of these kinds only; all when left out." }),
      },
      resolve: ({ id }, { kinds }, { load }) =>
        (load.relations.get(id) ?? []).filter(({ kind }) => kinds == null || kinds.includes(kind)),
    }),
    parents: t.field({
      type: [ActorRef],
      description: "The actors of which it is a member or a part.",
      args: atArg,
      resolve: ({ id }, { at }, context) => parentsOf(context, id, at ?? null),
    }),
    members: t.field({
      type: [ActorRef],
      description: "The actors that are its members or parts.",
      args: atArg,
      resolve: ({ id }, { at }, context) => membersOf(context, id, at ?? null),
    }),
    membersView: t.field({
      type: MembersViewRef,
      nullable: true,
      description:
        "Where its members stand on an issue, whether or not it has a position itself; null when no member has one.",
      args: {
        issue: t.arg({ type: IssueByInput, required: true, description: "On what." }),
        asOf: t.arg({ type: AsOfInput, description: "As of when; everything known when left out." }),
        rule: t.arg({
          type: PositionRuleInput,
          description: "How stances make a position; LATEST when left out.",
        }),
      },
      complexity: 20,
      resolve: ({ id }, { issue, ...args }, context) =>
        membersViewOf(context, id, issueBy(context, issue).id, questionOf(args)),
    }),
    stances: t.connection(
      {
        type: StanceRef,
        description: "The stances it holds.",
        args: stanceArgs,
        resolve: ({ id }, args, context) => stanceList(context, args, { holder: { eq: id } }),
      },
      StanceConnection,
    ),
    positions: t.connection(
      {
        ...throughAll,
        type: PositionRef,
        description: "Where it stands, issue by issue.",
        args: positionArgs,
        resolve: ({ id }, args, context) =>
          positionList(
            context,
            args,
            (question, { actors, issues }) =>
              isAmong(context.store.actors, id, actors)
                ? positionsOn(context, "actor", id, question, issues)
                : [],
            { actors: { id: { eq: id } } },
          ),
      },
      PositionConnection,
    ),
    events: t.field({
      type: [EventRef],
      description: "The events it took part in, newest first.",
      resolve: ({ id }, _args, { load }) => load.events.get(id) ?? [],
    }),
    mergedFrom: t.field({
      type: [ActorRef],
      description: "The actors that were merged into it, each as it stands by itself; their ids lead here.",
      resolve: ({ id }, _args, { store }) => store.actors.mergedInto(id),
    }),
    audit: t.field({
      type: [AuditEntryRef],
      description:
        "The changes made to it by itself, oldest first; those of an import are told of the import.",
      resolve: ({ id }, _args, { store }) => store.dataset.auditOf(id),
    }),
  }),
});

ActorNameRef.implement({
  description:
    "A way to call an actor: Washington is a METONYM of the U.S. government, Iraqi a DEMONYM of Iraq.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The name." }),
    type: t.expose("type", { type: NameTypeEnum, description: "What kind of name it is." }),
    language: t.exposeString("language", { description: "BCP 47 tag of its language, as in en." }),
  }),
});

ExternalIdRef.implement({
  description: "The same actor in another register.",
  fields: (t) => ({
    scheme: t.exposeString("scheme", { description: "The register, as in wikidata." }),
    value: t.exposeString("value", { description: "Its id there, as in Q796." }),
  }),
});

const ActorOrder = orderInput("Actor", {
  NAME: "By name.",
  KIND: "By kind.",
  RECORDED_AT: "By when we recorded it.",
});

builder.queryFields((t) => ({
  actor: t.field({
    type: ActorRef,
    nullable: true,
    description: "One actor; null when there is none such. A name of two actors is an error.",
    args: { by: t.arg({ type: ActorByInput, required: true, description: "Which one." }) },
    resolve: (_root, { by }, context) => orNull(() => actorBy(context, by)),
  }),
  actors: t.connection(
    {
      type: ActorRef,
      description: "Those who can hold a stance; merged ones are not listed apart.",
      args: {
        where: t.arg({ type: whereInput(actorTable), description: "Which ones; all when left out." }),
        search: t.arg.string({
          description: "Words in any of their names: each must occur, the last one may be a beginning.",
        }),
        orderBy: t.arg({ type: [ActorOrder], description: "In which order; by name when left out." }),
      },
      resolve: (_root, args, context) => {
        const { store, load } = context;
        const where = searched(args.where, args.search);
        const page = store.actors.page({ ...args, where, orderBy: termsOf(args.orderBy) });
        const ids = page.items.map(({ id }) => id);
        load.relations.hint(ids);
        load.events.hint(ids);
        for (const actor of page.items) load.actors.keep(actor.id, actor);
        load.listed.actor.add(ids);
        return connectionOf(page, () => store.actors.count(where));
      },
    },
    ActorConnection,
  ),
}));
