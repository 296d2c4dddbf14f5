import type { ChangePoint } from "../../analysis/network/clusters/change-points.ts";
import type { Stability } from "../../analysis/network/clusters/stability.ts";
import type { Grouped, GroupOutput } from "../../analysis/network/tasks/group.ts";
import type { Window } from "../../analysis/network/windows.ts";
import { builder } from "../builder.ts";
import { throughAll } from "../cost.ts";
import { rowList, windowList } from "../limits.ts";
import { NetworkInput } from "../network-input.ts";
import { dayOf, posedOnceProjected } from "../network-question.ts";
import { windowFields } from "./window-fields.ts";

const CommunityMemberRef = builder
  .objectRef<{ readonly id: string; readonly community: number; readonly statements: number }>(
    "CommunityMember",
  )
  .implement({
    description: "A node and its community.",
    fields: (t) => ({
      id: t.exposeID("id", { description: "The id of the actor or the issue." }),
      community: t.exposeInt("community", {
        description: "The number of its community, from 0 in the order of their first members.",
      }),
      statements: t.exposeInt("statements", { description: "How many stances of it were counted." }),
    }),
  });

const GroupedRef = builder.interfaceRef<Grouped>("Grouped").implement({
  description: "A network's communities.",
  fields: (t) => ({
    count: t.exposeInt("count", {
      description: "How many communities there are, those of one node included.",
    }),
    modularity: t.exposeFloat("modularity", {
      description: "How much more weight lies within them than chance would have put there, −0.5 to 1.",
    }),
    statements: t.exposeInt("statements", { description: "How many stances were counted." }),
    members: t.field({
      type: [CommunityMemberRef],
      description: "The community of each node, as the network has its nodes.",
      complexity: { field: 1, multiplier: rowList },
      resolve: ({ labels, counts, of }) =>
        labels.map((id, at) => ({ id, community: of[at] as number, statements: counts[at] as number })),
    }),
  }),
});

const GroupedWindowRef = builder
  .objectRef<Window & Grouped & { readonly before: Stability | null }>("GroupedWindow")
  .implement({
    description: "The communities of one window.",
    interfaces: [GroupedRef],
    fields: (t) => ({
      ...windowFields(t),
      shared: t.int({
        description: "How many of its nodes are in the window before, too.",
        resolve: ({ before }) => before?.shared ?? 0,
      }),
      adjustedRand: t.float({
        nullable: true,
        description:
          "How far communities are those of the window before, over those in both: 1 the same, 0 as by chance (Hubert & Arabie 1985). Null of fewer than three.",
        resolve: ({ before }) => before?.adjustedRand ?? null,
      }),
      mutualInformation: t.float({
        nullable: true,
        description: "The same as normalised mutual information, 0 to 1. Null of fewer than three.",
        resolve: ({ before }) => before?.mutualInformation ?? null,
      }),
    }),
  });

const ChangePointRef = builder.objectRef<ChangePoint & { readonly on: number }>("ChangePoint").implement({
  description: "A window from which on the debate differs from before.",
  fields: (t) => ({
    window: t.exposeInt("at", { description: "The place of the first window after it, from 0." }),
    on: t.field({
      type: "Date",
      description: "The day that window is around.",
      resolve: ({ on }) => dayOf(on),
    }),
    statistic: t.exposeFloat("statistic", {
      description: "The energy statistic: how far both sides differ.",
    }),
    p: t.exposeFloat("p", {
      description:
        "The share of orders by chance of the windows that differ as much. Windows that overlap are alike for that alone, which makes it too small.",
    }),
  }),
});

type Told = Grouped & Pick<GroupOutput, "windows" | "stability" | "changePoints">;

const CommunitiesRef = builder.objectRef<Told>("Communities").implement({
  description: "A network's communities, in all and in windows.",
  interfaces: [GroupedRef],
  fields: (t) => ({
    windows: t.field({
      type: [GroupedWindowRef],
      description:
        "Of the windows asked for, oldest first, each beside the one before; none without `window`.",
      complexity: { field: 1, multiplier: windowList },
      resolve: ({ windows, stability }) =>
        windows.map((window, at) => ({ ...window, before: stability[at - 1] ?? null })),
    }),
    changePoints: t.field({
      type: [ChangePointRef],
      description: "Between which windows the debate changes, by E-divisive (Matteson & James 2014).",
      resolve: ({ changePoints, windows }) =>
        changePoints.map((point) => ({ ...point, on: windows[point.at]?.middle as number })),
    }),
  }),
});

builder.queryField("communities", (t) =>
  t.field({
    ...throughAll,
    type: CommunitiesRef,
    description:
      "Groups of a network's nodes that are tied among themselves more than chance would have it, by the Louvain method (Blondel et al. 2008); weights below 0 are no ties.",
    args: {
      input: t.arg({ type: NetworkInput, required: true, description: "Of which network." }),
      seed: t.arg.int({
        required: true,
        defaultValue: 1,
        description: "The same seed gives the same groups.",
      }),
    },
    complexity: 1000,
    resolve: async (_root, { input, seed }, context) => {
      const question = await posedOnceProjected(context, input);
      const { whole, ...rest } = await context.compute("group", { ...question, seed });
      return { ...whole, ...rest };
    },
  }),
);
