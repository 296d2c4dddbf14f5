import type { ActorId, IssueId } from "../../domain/id.ts";
import { builder } from "../builder.ts";
import { connectionOf } from "../connection.ts";
import type { Context } from "../context.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { edgeList, rowList, windowList } from "../limits.ts";
import { found } from "../loads.ts";
import {
  NetworkAggregateEnum,
  NetworkInput,
  NetworkModeEnum,
  NetworkNormalizationEnum,
} from "../network-input.ts";
import {
  type NetworkAnswer,
  type NetworkEdge,
  type NetworkNode,
  type NetworkWindowAnswer,
  networkAnswer,
  networkEdges,
  rankOf,
  windowsOf,
} from "../networks.ts";
import { hintNodes } from "../nodes.ts";
import { onceProjected } from "../once-projected.ts";
import { eventListOf, reasonsOf } from "../reasons.ts";
import { StanceConnection, StanceRef } from "../refs.ts";
import { windowFields } from "./window-fields.ts";

const NetworkNodeKindEnum = enumOf(
  "NetworkNodeKind",
  "What a node of a network is.",
  ["ACTOR", "ISSUE", "AUTHOR"],
  {
    ACTOR: "An actor.",
    ISSUE: "An issue.",
    AUTHOR: "Who wrote documents, as they name them.",
  },
);

const NetworkNodeRef = builder.objectRef<NetworkNode>("NetworkNode").implement({
  description: "An actor, an issue or an author of a network.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The id of the actor or the issue; of an author the name." }),
    label: t.string({
      description: "The actor's name, the issue's label, or the author as documents name them.",
      resolve: ({ id, kind }, _args, { load }) => {
        if (kind === "AUTHOR") return id;
        return kind === "ACTOR"
          ? found(load.actors, id as ActorId).name
          : found(load.issues, id as IssueId).label;
      },
    }),
    kind: t.expose("kind", { type: NetworkNodeKindEnum, description: "Which of the two it is." }),
    statements: t.exposeInt("statements", {
      description: "How many stances of it were counted, after filters and duplicates.",
    }),
    degree: t.exposeInt("degree", { description: "How many edges it has." }),
    strength: t.float({
      description: "The sum of its weights above 0.",
      resolve: (node, _args, context) => centrality(context, node, "STRENGTH"),
    }),
    betweenness: t.float({
      description:
        "The share of the shortest ways between two others that lead over it, 0 to 1 (Freeman 1977); a tie is 1 / weight long.",
      resolve: (node, _args, context) => centrality(context, node, "BETWEENNESS"),
    }),
    closeness: t.float({
      description:
        "How short its ways to the others are, also of networks in parts (Wasserman & Faust 1994).",
      resolve: (node, _args, context) => centrality(context, node, "CLOSENESS"),
    }),
    eigenvector: t.float({
      description: "How central those are to whom it is tied, 0 to 1 (Bonacich 1972).",
      resolve: (node, _args, context) => centrality(context, node, "EIGENVECTOR"),
    }),
    community: t.int({
      description: "The number of its community, from 0 in the order of their first members (Louvain).",
      resolve: async (node, _args, context) =>
        (await rankOf(context, node.of())).community[node.place] as number,
    }),
  }),
});

const NetworkEdgeRef = builder.objectRef<NetworkEdge>("NetworkEdge").implement({
  description:
    "A weight between two nodes, which reads both ways. No edge: a weight of 0, or below the threshold.",
  fields: (t) => ({
    source: t.exposeID("source", {
      description:
        "The id of the one: of two of a kind that which comes first, of an actor and an issue the actor.",
    }),
    target: t.exposeID("target", { description: "The id of the other." }),
    weight: t.exposeFloat("weight", { description: "How strong it is; below 0 only for SUBTRACT." }),
    reasons: t.connection(
      {
        type: StanceRef,
        description:
          "The stances of both ends that make the weight, newest first; 10000 on all edges together at most. Those of an actor and an issue: all that were counted.",
        resolve: (edge, args, context) => {
          const { page, count } = reasonsOf(context, edge, args);
          return connectionOf(page, () => count);
        },
      },
      StanceConnection,
    ),
  }),
});

/** By name a centrality of a node of a network. */
async function centrality(context: Context, { of, place }: NetworkNode, name: string): Promise<number> {
  return (await rankOf(context, of())).centralities[name]?.[place] ?? 0;
}

const NetworkRef = builder.objectRef<NetworkAnswer>("Network");

const NetworkWindowRef = builder.objectRef<NetworkWindowAnswer>("WindowedNetwork").implement({
  description: "The network of one window.",
  fields: (t) => ({
    ...windowFields(t),
    network: t.field({ type: NetworkRef, description: "Its network.", resolve: ({ network }) => network }),
  }),
});

NetworkRef.implement({
  description: "Who is tied to whom, and how strongly, by what was said.",
  fields: (t) => ({
    mode: t.expose("mode", { type: NetworkModeEnum, description: "Between whom." }),
    aggregate: t.expose("aggregate", {
      type: NetworkAggregateEnum,
      description: "How stances became weights.",
    }),
    normalize: t.expose("normalize", {
      type: NetworkNormalizationEnum,
      description: "By what weights were divided.",
    }),
    statements: t.int({
      description: "How many stances were counted, after filters, duplicates and `top`.",
      resolve: ({ network }) => network.picked.length,
    }),
    density: t.exposeFloat("density", {
      description: "The share of all possible edges that there are, 0 to 1.",
    }),
    modularity: t.float({
      description:
        "How much more weight lies within its communities than chance would have put there, −0.5 to 1 (Newman & Girvan 2004).",
      resolve: async (answer, _args, context) => (await rankOf(context, answer)).modularity,
    }),
    windows: t.field({
      type: [NetworkWindowRef],
      description:
        "Its networks in the windows asked for, oldest first; none without `window`. 1000 at most.",
      complexity: { field: 100, multiplier: windowList },
      resolve: (answer, _args, context) => windowsOf(context, answer),
    }),
    nodes: t.field({
      type: [NetworkNodeRef],
      description: "By id; between actors and issues the actors first.",
      complexity: { field: 1, multiplier: rowList },
      resolve: ({ nodes }, _args, context) => {
        hintNodes(
          context,
          nodes.filter(({ kind }) => kind !== "AUTHOR").map(({ id }) => id),
        );
        return nodes;
      },
    }),
    eventList: t.connection(
      {
        type: StanceRef,
        description:
          "The stances that are counted, after filters and duplicates, in the order in which they were recorded: the event list that relational event models take.",
        resolve: (answer, args, context) => {
          const { page, count } = eventListOf(context, answer, args);
          return connectionOf(page, () => count);
        },
      },
      StanceConnection,
    ),
    edges: t.field({
      type: [NetworkEdgeRef],
      description: "By the places of their nodes among the nodes; each two once. 100000 at most.",
      complexity: { field: 1, multiplier: edgeList },
      resolve: (answer, _args, context) => networkEdges(context, answer),
    }),
  }),
});

builder.queryField("network", (t) =>
  t.field({
    ...throughAll,
    type: NetworkRef,
    description:
      "A discourse network: ties actors, issues, or actors and issues by what was said, after Leifeld's discourse network analysis. Of stances those count that are accepted.",
    args: { input: t.arg({ type: NetworkInput, required: true, description: "Which network." }) },
    complexity: 100,
    resolve: (_root, { input }, context) => onceProjected(context, () => networkAnswer(context, input)),
  }),
);
