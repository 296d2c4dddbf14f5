import { issueTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { issueBy, orNull } from "../by.ts";
import { connectionOf } from "../connection.ts";
import { throughAll } from "../cost.ts";
import { DirectionEnum } from "../enums.ts";
import { IssueByInput } from "../inputs.ts";
import { found } from "../loads.ts";
import { isAmong, searched } from "../narrowed.ts";
import { orderInput, termsOf } from "../order.ts";
import { positionArgs, positionList } from "../position-lists.ts";
import { positionsOn } from "../positions.ts";
import {
  AuditEntryRef,
  ExampleRef,
  FacetRef,
  IssueConnection,
  IssueRef,
  NodeRef,
  PositionConnection,
  PositionRef,
  StanceConnection,
  StanceRef,
} from "../refs.ts";
import { stanceArgs, stanceList } from "../stance-lists.ts";
import { whereInput } from "../where.ts";

IssueRef.implement({
  description: "A directed proposition that one can be for or against, with both poles described.",
  interfaces: [NodeRef],
  extensions: { table: issueTable },
  fields: (t) => ({
    label: t.exposeString("label", { description: "Its short name." }),
    proposition: t.exposeString("proposition", {
      description: "What one can be for or against, as a sentence.",
    }),
    pro: t.exposeString("pro", { description: "What counts as support." }),
    contra: t.exposeString("contra", { description: "What counts as opposition." }),
    facets: t.expose("facets", {
      type: [FacetRef],
      description: "Ways to qualify a stance on it, each a closed list.",
    }),
    examples: t.expose("examples", {
      type: [ExampleRef],
      description: "Passages coded rightly, for coders to follow.",
    }),
    anchors: t.exposeStringList("anchors", { description: "Words by which passages on it are found." }),
    parent: t.field({
      type: IssueRef,
      nullable: true,
      description: "The issue it is part of; null when it stands by itself.",
      resolve: ({ parent }, _args, { load }) => parent && found(load.issues, parent),
    }),
    children: t.field({
      type: [IssueRef],
      description: "The issues that are part of it, by label.",
      resolve: ({ id }, _args, { store }) => [
        ...store.issues.all({ where: { parent: { eq: id }, NOT: { id: { eq: id } } } }),
      ],
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When we recorded it." }),
    stances: t.connection(
      {
        type: StanceRef,
        description: "The stances on it.",
        args: stanceArgs,
        resolve: ({ id }, args, context) => stanceList(context, args, { issue: { eq: id } }),
      },
      StanceConnection,
    ),
    positions: t.connection(
      {
        ...throughAll,
        type: PositionRef,
        description: "Who stands where on it.",
        args: positionArgs,
        resolve: ({ id }, args, context) =>
          positionList(
            context,
            args,
            (question, { actors, issues }) =>
              isAmong(context.store.issues, id, issues)
                ? positionsOn(context, "issue", id, question, actors)
                : [],
            { issues: { id: { eq: id } } },
          ),
      },
      PositionConnection,
    ),
    mergedFrom: t.field({
      type: [IssueRef],
      description: "The issues that were merged into it, each as it stands by itself; their ids lead here.",
      resolve: ({ id }, _args, { store }) => store.issues.mergedInto(id),
    }),
    audit: t.field({
      type: [AuditEntryRef],
      description:
        "The changes made to it by itself, oldest first; those of an import are told of the import.",
      resolve: ({ id }, _args, { store }) => store.dataset.auditOf(id),
    }),
  }),
});

ExampleRef.implement({
  description: "A passage that shows coders what is coded how.",
  fields: (t) => ({
    direction: t.field({
      type: DirectionEnum,
      description: "How it is coded.",
      resolve: ({ direction }) => direction,
    }),
    text: t.exposeString("text", { description: "The passage." }),
  }),
});

FacetRef.implement({
  description: "A way to qualify a stance on an issue: pace, immediate or phased.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name, as in pace." }),
    values: t.exposeStringList("values", {
      description: "Its values, as in immediate and phased; a stance has at most one.",
    }),
  }),
});

const IssueOrder = orderInput("Issue", { LABEL: "By label.", RECORDED_AT: "By when we recorded it." });

builder.queryFields((t) => ({
  issue: t.field({
    type: IssueRef,
    nullable: true,
    description: "One issue; null when there is none such. A label of two issues is an error.",
    args: { by: t.arg({ type: IssueByInput, required: true, description: "Which one." }) },
    resolve: (_root, { by }, context) => orNull(() => issueBy(context, by)),
  }),
  issues: t.connection(
    {
      type: IssueRef,
      description: "What one can be for or against; merged ones are not listed apart.",
      args: {
        where: t.arg({ type: whereInput(issueTable), description: "Which ones; all when left out." }),
        search: t.arg.string({
          description:
            "Words in label, proposition and poles: each must occur, the last one may be a beginning.",
        }),
        orderBy: t.arg({ type: [IssueOrder], description: "In which order; by label when left out." }),
      },
      resolve: (_root, args, context) => {
        const { store, load } = context;
        const where = searched(args.where, args.search);
        const page = store.issues.page({ ...args, where, orderBy: termsOf(args.orderBy) });
        for (const issue of page.items) load.issues.keep(issue.id, issue);
        load.listed.issue.add(page.items.map(({ id }) => id));
        return connectionOf(page, () => store.issues.count(where));
      },
    },
    IssueConnection,
  ),
}));
