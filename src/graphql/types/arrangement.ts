import { linkages, type Merge } from "../../analysis/network/clusters/hierarchy.ts";
import type { IssueConflict } from "../../analysis/network/issue-conflict.ts";
import type { ArrangeOutput } from "../../analysis/network/tasks/arrange.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { ActorId, IssueId } from "../../domain/id.ts";
import { builder } from "../builder.ts";
import { throughAll } from "../cost.ts";
import { rowList } from "../limits.ts";
import { found } from "../loads.ts";
import { measureEnum, NetworkInput } from "../network-input.ts";
import { type NetworkPosed, posedOnceProjected } from "../network-question.ts";
import { ActorRef, IssueRef } from "../refs.ts";

const LinkageEnum = measureEnum("Linkage", "How far two groups are apart.", linkages);

const MergeRef = builder.objectRef<Merge>("Merge").implement({
  description:
    "Two groups become one. Actors are the groups 0 up to n, by id; the group of merge m, from 0, is n + m.",
  fields: (t) => ({
    one: t.exposeInt("one", { description: "The one group." }),
    other: t.exposeInt("other", { description: "The other group." }),
    height: t.exposeFloat("height", { description: "How far apart they were." }),
    size: t.exposeInt("size", { description: "How many actors the new group has." }),
  }),
});

interface Arranged {
  readonly id: string;
  readonly group: number;
  readonly place: number | null;
  readonly statements: number;
}

const ArrangedActorRef = builder.objectRef<Arranged>("ArrangedActor").implement({
  description: "An actor among those who say the same.",
  fields: (t) => ({
    actor: t.field({
      type: ActorRef,
      description: "Who.",
      resolve: ({ id }, _args, { load }) => found(load.actors, id as ActorId),
    }),
    group: t.exposeInt("group", { description: "The group it is in when the dendrogram is cut, from 0." }),
    place: t.exposeFloat("place", {
      nullable: true,
      description: "Its place on the line; null where all say the same.",
    }),
    statements: t.exposeInt("statements", { description: "How many of its stances were counted." }),
  }),
});

const ArrangementRef = builder.objectRef<ArrangeOutput>("Arrangement").implement({
  description: "Actors by what they said: as a dendrogram, and on one line.",
  fields: (t) => ({
    statements: t.exposeInt("statements", { description: "How many stances were counted." }),
    share: t.exposeFloat("share", {
      nullable: true,
      description: "The share of what actors differ by that the line shows, 0 to 1.",
    }),
    actors: t.field({
      type: [ArrangedActorRef],
      description: "By id.",
      complexity: { field: 1, multiplier: rowList },
      resolve: ({ labels, of, places, counts }, _args, { load }) => {
        load.actors.hint(labels as readonly ActorId[]);
        return labels.map((id, at) => ({
          id,
          group: of[at] as number,
          place: places[at] ?? null,
          statements: counts[at] as number,
        }));
      },
    }),
    merges: t.expose("merges", {
      type: [MergeRef],
      description: "The dendrogram, lowest first.",
      complexity: { field: 1, multiplier: rowList },
    }),
  }),
});

builder.queryField("arrangement", (t) =>
  t.field({
    ...throughAll,
    type: ArrangementRef,
    description:
      "Actors by what they said. The dendrogram is by Euclidean distances of what each said for less against each issue, as shares of all it said; the line is the first dimension of a correspondence analysis of issues and sides (Benzécri 1973), turned so that the actor farthest out is above 0.",
    args: {
      input: t.arg({
        type: NetworkInput,
        required: true,
        description: "Of which stances; mode and measures are not looked at.",
      }),
      linkage: t.arg({
        type: LinkageEnum,
        required: true,
        defaultValue: "AVERAGE",
        description: "How far two groups are apart; AVERAGE when left out.",
      }),
      groups: t.arg.int({
        required: true,
        defaultValue: 2,
        description: "Into how many groups the dendrogram is cut; 2 when left out.",
      }),
    },
    complexity: 1000,
    resolve: async (_root, { input, linkage, groups }, context) => {
      if (groups < 1)
        throw new StanceGraphError("invalid", `groups is 1 or more; ${groups} was given.`, ["groups"]);
      const question = asActors(await posedOnceProjected(context, input));
      return context.compute("arrange", { ...question, linkage, groups });
    },
  }),
);

const IssueConflictRef = builder.objectRef<IssueConflict>("IssueConflict").implement({
  description: "How far actors dispute on an issue.",
  fields: (t) => ({
    issue: t.field({
      type: IssueRef,
      description: "The issue.",
      resolve: ({ issue }, _args, { load }) => found(load.issues, issue as IssueId),
    }),
    actors: t.exposeInt("actors", { description: "How many actors took a side on it." }),
    statements: t.exposeInt("statements", { description: "How many stances were counted." }),
    congruence: t.exposeFloat("congruence", { description: "Pairs of stances of two actors that agree." }),
    conflict: t.exposeFloat("conflict", { description: "Pairs of stances of two actors that do not." }),
    share: t.exposeFloat("share", {
      nullable: true,
      description: "The chance that stances of two actors differ, 0 to 1; null without two actors.",
    }),
  }),
});

builder.queryField("issueConflicts", (t) =>
  t.field({
    ...throughAll,
    type: [IssueConflictRef],
    description: "On which issues actors dispute, and how much; by id.",
    args: {
      input: t.arg({
        type: NetworkInput,
        required: true,
        description: "Of which stances; mode and measures are not looked at.",
      }),
    },
    complexity: { field: 1000, multiplier: 100 },
    resolve: async (_root, { input }, context) => {
      const question = asActors(await posedOnceProjected(context, input));
      const found = await context.compute("dispute", question);
      context.load.issues.hint(found.map(({ issue }) => issue as IssueId));
      return found;
    },
  }),
);

/** Questions of actors, whatever mode and measures were given. */
function asActors(asked: NetworkPosed): NetworkPosed {
  return {
    ...asked,
    question: { ...asked.question, mode: "ACTORS", aggregate: "CONGRUENCE", normalization: "NONE" },
  };
}
