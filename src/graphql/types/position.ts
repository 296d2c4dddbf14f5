import { explanationOf } from "../../analysis/explain.ts";
import type { Contribution } from "../../domain/position.ts";
import { builder } from "../builder.ts";
import { actorBy, issueBy } from "../by.ts";
import { edgesOf } from "../connection.ts";
import { throughAll } from "../cost.ts";
import { DirectionEnum, RuleNameEnum } from "../enums.ts";
import { ActorByInput, AsOfInput, IssueByInput, PositionRuleInput } from "../inputs.ts";
import { found } from "../loads.ts";
import type { Kept } from "../plan/kept.ts";
import { positionArgs, positionList } from "../position-lists.ts";
import { answersTo, contributionPage, hinted, positionOf } from "../positions.ts";
import { type Answer, questionBehind, questionOf } from "../questions.ts";
import { referToActor, referToIssue, referToStance } from "../references.ts";
import {
  ActorRef,
  ConditionRef,
  ContributionConnection,
  FacetValueRef,
  FuzzyDateRef,
  IssueRef,
  MembersViewRef,
  PositionConnection,
  PositionRef,
  RuleUsedRef,
  StanceRef,
} from "../refs.ts";
import { membersViewOf } from "../ties.ts";

/** The position read from a projection says this by the stance that decides alone. */
const byDecidingStance: Kept<Answer> = {
  by: ({ decidingKey }) => decidingKey ?? null,
  fields: [
    "actor",
    "issue",
    "direction",
    "intensity",
    "score",
    "conditions",
    "facets",
    "lastOn",
    "deciding",
    "representative",
  ],
};

PositionRef.implement({
  description:
    "Where an actor stands on an issue at a date: computed from stances, never stored. Without any stance there is no position.",
  extensions: { kept: byDecidingStance },
  fields: (t) => ({
    actor: t.field({
      type: ActorRef,
      description: "Whose position it is.",
      resolve: ({ actor }, _args, { load }) => referToActor(load.actors, actor),
    }),
    issue: t.field({
      type: IssueRef,
      description: "On what.",
      resolve: ({ issue }, _args, { load }) => referToIssue(load.issues, issue),
    }),
    direction: t.expose("direction", {
      type: DirectionEnum,
      description: "For or against the proposition, or neither.",
    }),
    intensity: t.exposeInt("intensity", {
      description:
        "How strongly, −2 (strongly against) to 2 (strongly for); 0 for directions without a side.",
    }),
    score: t.exposeFloat("score", {
      description: "Weighted mean of the stances' intensities over 2: −1 strongly against to 1 strongly for.",
    }),
    conditions: t.expose("conditions", {
      type: [ConditionRef],
      description: "What the holder makes it depend on, by the stance that decides.",
    }),
    facets: t.field({
      type: [FacetValueRef],
      description: "Values for the issue's facets, by the stance that decides.",
      resolve: ({ facets }) => Object.entries(facets),
    }),
    since: t.expose("since", {
      type: "EDTF",
      nullable: true,
      description:
        "The date of the oldest stance in the unbroken run of this direction; null when none of them is dated.",
    }),
    sinceEarliest: t.field({
      type: "Date",
      nullable: true,
      description: "The first day that `since` can mean; null when undated.",
      resolve: ({ since }) => since?.earliest ?? null,
    }),
    sinceLatest: t.field({
      type: "Date",
      nullable: true,
      description: "The last day that `since` can mean; null when undated.",
      resolve: ({ since }) => since?.latest ?? null,
    }),
    lastOn: t.expose("lastOn", {
      type: FuzzyDateRef,
      nullable: true,
      description: "The date of the stance that decides; null when undated.",
    }),
    contested: t.exposeBoolean("contested", {
      description: "Whether stances for and against fall within the rule's window.",
    }),
    deciding: t.field({
      type: StanceRef,
      description: "The stance that decides.",
      resolve: ({ deciding, decidingKey }, _args, { load }) =>
        referToStance(load.stances, deciding, decidingKey),
    }),
    stances: t.connection(
      {
        type: StanceRef,
        description: "All that was considered, most preferred first, each with its weight.",
        resolve: (answer, args, context) => {
          const { stances } = context.load;
          const page = contributionPage(context, answer, args);
          const nodeOf = ({ stance }: Contribution) => referToStance(stances, stance);
          return edgesOf(page, nodeOf, () => answer.contributions.length);
        },
      },
      ContributionConnection,
    ),
    stanceCount: t.int({
      description: "How many stances were considered; reprints count once.",
      resolve: ({ contributions }) => contributions.length,
    }),
    sourceCount: t.exposeInt("sourceCount", {
      description: "How many independent sources they are from; reprints are one.",
    }),
    representative: t.field({
      type: ActorRef,
      nullable: true,
      description: "Who spoke for the actor, where it said nothing itself; null when it did.",
      resolve: ({ representative }, _args, { load }) => representative && found(load.actors, representative),
    }),
    members: t.field({
      type: MembersViewRef,
      nullable: true,
      description: "Where its members stand, apart from its own position; null when no member has one.",
      complexity: 20,
      resolve: (position, _args, context) =>
        membersViewOf(context, position.actor, position.issue, questionBehind(position)),
    }),
    rule: t.expose("rule", { type: RuleUsedRef, description: "The rule that made it." }),
    asOf: t.expose("asOf", {
      type: "Date",
      nullable: true,
      description: "The day asked about; null when none was.",
    }),
    knownAt: t.expose("knownAt", {
      type: "DateTime",
      nullable: true,
      description: "The instant of knowledge asked about; null for now.",
    }),
    explanation: t.string({
      description: "Why it is so, in a sentence of plain words.",
      resolve: (position, _args, { load }) =>
        explanationOf(position, {
          actor: found(load.actors, position.actor).name,
          proposition: found(load.issues, position.issue).proposition,
          representative: position.representative && found(load.actors, position.representative).name,
        }),
    }),
  }),
});

RuleUsedRef.implement({
  description: "The rule that made a position.",
  fields: (t) => ({
    name: t.expose("name", { type: RuleNameEnum, description: "The rule." }),
    windowDays: t.exposeInt("windowDays", {
      description: "Days that MODAL counts, and in which opposite sides contest.",
    }),
    halfLifeDays: t.exposeInt("halfLifeDays", {
      description: "Days after which a stance weighs half under WEIGHTED.",
    }),
  }),
});

MembersViewRef.implement({
  description:
    "Where an actor's members stand on an issue, taken together. It is never merged into the actor's own position.",
  fields: (t) => ({
    score: t.exposeFloat("score", {
      description: "Mean of the members' scores, −1 strongly against to 1 strongly for.",
    }),
    coverage: t.exposeFloat("coverage", {
      description: "Share of the members that have a position, 0 to 1.",
    }),
    cohesion: t.exposeFloat("cohesion", {
      description: "Agreement index of Hix, Noury and Roland (2005): 0 evenly split, 1 all alike.",
    }),
    members: t.exposeInt("members", { description: "How many members there are." }),
    withPosition: t.exposeInt("withPosition", { description: "How many of them have a position." }),
    supporting: t.exposeInt("supporting", { description: "How many are for." }),
    opposing: t.exposeInt("opposing", { description: "How many are against." }),
    other: t.exposeInt("other", { description: "How many take no side." }),
  }),
});

builder.queryFields((t) => ({
  position: t.field({
    type: PositionRef,
    nullable: true,
    description:
      "Where an actor stands on an issue; null when no stance tells. An unknown actor or issue is an error.",
    args: {
      actor: t.arg({ type: ActorByInput, required: true, description: "Whose." }),
      issue: t.arg({ type: IssueByInput, required: true, description: "On what." }),
      asOf: t.arg({ type: AsOfInput, description: "As of when; everything known when left out." }),
      rule: t.arg({
        type: PositionRuleInput,
        description: "How stances make a position; LATEST when left out.",
      }),
    },
    complexity: 10,
    resolve: (_root, { actor, issue, ...args }, context) => {
      const answer = positionOf(
        context,
        questionOf(args),
        actorBy(context, actor).id,
        issueBy(context, issue).id,
      );
      return answer === undefined ? null : (hinted(context, [answer])[0] ?? null);
    },
  }),
  positions: t.connection(
    {
      ...throughAll,
      type: PositionRef,
      description: "Who holds which position on which issue, since when, according to whom, in which words.",
      args: positionArgs,
      resolve: (_root, args, context) =>
        positionList(context, args, (question, asked) => answersTo(context, question, asked)),
    },
    PositionConnection,
  ),
}));
