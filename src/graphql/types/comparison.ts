import {
  type ComparedIssue,
  type ComparedPair,
  type Comparison,
  comparisonOf,
} from "../../analysis/compare.ts";
import type { Divergence } from "../../analysis/divergence.ts";
import type { Day, Instant } from "../../domain/edtf.ts";
import { issueTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { actorBy } from "../by.ts";
import { throughAll } from "../cost.ts";
import { ActorByInput, AsOfInput, PositionRuleInput } from "../inputs.ts";
import { found } from "../loads.ts";
import { hinted, observationsOf } from "../positions.ts";
import { type Answer, questionOf } from "../questions.ts";
import { ActorRef, IssueRef, PositionRef } from "../refs.ts";
import { whereInput } from "../where.ts";

interface Compared extends Comparison {
  readonly knownAt: Instant | null;
}

interface ComparedRow extends ComparedIssue {
  readonly positions: readonly (Answer | null)[];
}

const ComparedIssueRef = builder.objectRef<ComparedRow>("ComparedIssue").implement({
  description: "Where the actors compared stand on one issue.",
  fields: (t) => ({
    issue: t.field({
      type: IssueRef,
      description: "The issue.",
      resolve: ({ issue }, _args, { load }) => found(load.issues, issue),
    }),
    positions: t.field({
      type: [PositionRef],
      nullable: { list: false, items: true },
      description: "One an actor, in their order; null: no data.",
      resolve: ({ positions }) => positions,
    }),
  }),
});

const DivergenceRef = builder.objectRef<Divergence>("Divergence").implement({
  description: "Where and when two actors were first known to be on opposite sides.",
  fields: (t) => ({
    issue: t.field({
      type: IssueRef,
      description: "On which issue.",
      resolve: ({ issue }, _args, { load }) => found(load.issues, issue),
    }),
    day: t.expose("day", { type: "Date", description: "The first day on which both certainly stood there." }),
  }),
});

const ComparedPairRef = builder.objectRef<ComparedPair>("ComparedPair").implement({
  description: "How far two actors agree.",
  fields: (t) => ({
    one: t.field({
      type: ActorRef,
      description: "The one actor.",
      resolve: ({ actors: [one] }, _args, { load }) => found(load.actors, one),
    }),
    other: t.field({
      type: ActorRef,
      description: "The other actor.",
      resolve: ({ actors: [, other] }, _args, { load }) => found(load.actors, other),
    }),
    agreement: t.exposeFloat("agreement", {
      nullable: true,
      description:
        "Mean over the shared issues of 1 less the distance of their scores: 1 the same, 0 as far apart as plain support and opposition, −1 as strong support and opposition. Null without a shared issue.",
    }),
    sharedIssues: t.exposeInt("sharedIssues", {
      description: "On how many issues both took a place; declining to comment takes none.",
    }),
    divergence: t.expose("divergence", {
      type: DivergenceRef,
      nullable: true,
      description: "Where and when they were first known to be on opposite sides; null: never.",
    }),
  }),
});

const ComparisonRef = builder.objectRef<Compared>("Comparison").implement({
  description: "Actors side by side.",
  fields: (t) => ({
    actors: t.field({
      type: [ActorRef],
      description: "The actors compared, in the order asked.",
      resolve: ({ actors }, _args, { load }) => actors.map((actor) => found(load.actors, actor)),
    }),
    issues: t.field({
      type: [ComparedIssueRef],
      description: "A row for each issue on which any of them has a position, by id.",
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ issues, knownAt }, _args, context) => {
        const rows = issues.map(({ issue, positions }) => ({
          issue,
          positions: positions.map((position) => position && { ...position, knownAt }),
        }));
        hinted(
          context,
          rows.flatMap(({ positions }) => positions.filter((position) => position !== null)),
        );
        return rows;
      },
    }),
    pairs: t.expose("pairs", {
      type: [ComparedPairRef],
      description: "Every two of the actors once.",
      complexity: { field: 1, multiplier: 10 },
    }),
  }),
});

builder.queryField("compare", (t) =>
  t.field({
    ...throughAll,
    type: ComparisonRef,
    description:
      "Actors side by side on each issue: how far each two agree, and when they were first known to be on opposite sides.",
    args: {
      actors: t.arg({
        type: [ActorByInput],
        required: true,
        description: "Which: 2 to 20 different actors.",
      }),
      issues: t.arg({ type: whereInput(issueTable), description: "On which issues; all when left out." }),
      asOf: t.arg({ type: AsOfInput, description: "As of when; everything known when left out." }),
      rule: t.arg({
        type: PositionRuleInput,
        description: "How stances make a position; LATEST when left out.",
      }),
    },
    complexity: 100,
    resolve: (_root, { actors: asked, issues, ...args }, context) => {
      const { asOf, rule } = questionOf(args);
      const { validAt, knownAt } = asOf;
      const actors = [...new Set(asked.map((by) => actorBy(context, by).id))];
      const known = observationsOf(context, {
        actors: { id: { in: actors } },
        issues,
        asOf: { validAt: null, knownAt },
      });
      return { ...comparisonOf(known, { actors, rule, asOf: validAt as Day | null }), knownAt };
    },
  }),
);
