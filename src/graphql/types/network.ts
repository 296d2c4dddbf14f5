import type { ActorId, IssueId } from "../../domain/id.ts";
import { builder } from "../builder.ts";
import { connectionOf } from "../connection.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { edgeList, rowList } from "../limits.ts";
import { found } from "../loads.ts";
import {
  NetworkAggregateEnum,
  NetworkInput,
  NetworkModeEnum,
  NetworkNormalizationEnum,
} from "../network-input.ts";
import { type NetworkAnswer, type NetworkEdge, type NetworkNode, networkAnswer } from "../networks.ts";
import { hintNodes } from "../nodes.ts";
import { reasonsOf } from "../reasons.ts";
import { StanceConnection, StanceRef } from "../refs.ts";

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

const NetworkRef = builder.objectRef<NetworkAnswer>("Network").implement({
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
    edges: t.expose("edges", {
      type: [NetworkEdgeRef],
      description: "By the places of their nodes among the nodes; each two once. 100000 at most.",
      complexity: { field: 1, multiplier: edgeList },
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
    resolve: (_root, { input }, context) => networkAnswer(context, input),
  }),
);
