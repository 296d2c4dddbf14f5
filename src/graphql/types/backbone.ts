import type { ReduceOutput } from "../../analysis/network/tasks/reduce.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { IssueId } from "../../domain/id.ts";
import { builder } from "../builder.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { rowList } from "../limits.ts";
import { found } from "../loads.ts";
import { NetworkInput } from "../network-input.ts";
import { posedOnceProjected } from "../network-question.ts";
import { IssueRef } from "../refs.ts";

const BackboneMethodEnum = enumOf(
  "BackboneMethod",
  "Which backbone is sought.",
  ["NESTED", "PENALISED", "FIXED"],
  {
    NESTED: "One issue after the other is left out, always the one that the network needs least.",
    PENALISED: "The set of issues that keeps most of the network for its number.",
    FIXED: "The set of a size that keeps most of the network.",
  },
);

const BackboneInput = builder.inputType("BackboneQuestion", {
  description: "Which backbone.",
  fields: (t) => ({
    network: t.field({ type: NetworkInput, required: true, description: "Of which network of actors." }),
    method: t.field({
      type: BackboneMethodEnum,
      required: true,
      defaultValue: "NESTED",
      description: "Which is sought; NESTED when left out.",
    }),
    penalty: t.float({
      required: true,
      defaultValue: 7.5,
      description: "For PENALISED: the larger, the fewer issues; 7.5 when left out.",
    }),
    size: t.int({ description: "For FIXED: how many issues are kept." }),
    seed: t.int({
      required: true,
      defaultValue: 1,
      description: "Of the search by chance: the same gives the same.",
    }),
  }),
});

interface Step {
  readonly id: string;
  readonly backbone: number;
  readonly redundant: number;
  readonly statements: number;
}

const issueField = "The issue.";

const BackboneStepRef = builder.objectRef<Step>("BackboneStep").implement({
  description:
    "An issue that is left out, and what is lost then. Losses are spectral distances to the whole network, 0 to 2.",
  fields: (t) => ({
    issue: t.field({
      type: IssueRef,
      description: issueField,
      resolve: ({ id }, _args, { load }) => found(load.issues, id as IssueId),
    }),
    backboneLoss: t.exposeFloat("backbone", {
      description: "How far the network of the issues left is from the whole.",
    }),
    redundantLoss: t.exposeFloat("redundant", {
      description: "How far the network of the issues left out so far is from the whole.",
    }),
    statements: t.exposeInt("statements", { description: "How many stances the issues left have." }),
  }),
});

const BackboneSetRef = builder
  .objectRef<NonNullable<ReduceOutput["best"]> & { readonly ids: readonly string[] }>("BackboneSet")
  .implement({
    description: "The issues that were kept, and what is lost by it.",
    fields: (t) => ({
      issues: t.field({
        type: [IssueRef],
        description: "Those kept, by id.",
        resolve: ({ ids }, _args, { load }) => {
          load.issues.hint(ids as readonly IssueId[]);
          return ids.map((id) => found(load.issues, id as IssueId));
        },
      }),
      backboneLoss: t.exposeFloat("backbone", { description: "How far their network is from the whole." }),
      redundantLoss: t.exposeFloat("redundant", {
        description: "How far the network of all others is from the whole.",
      }),
      statements: t.exposeInt("statements", { description: "How many stances they have." }),
      isExact: t.boolean({
        description: "Whether all sets were tried; else a good one was searched for.",
        resolve: ({ method }) => method === "EXACT",
      }),
    }),
  });

const BackboneRef = builder.objectRef<ReduceOutput>("Backbone").implement({
  description: "The issues that a network of actors rests on.",
  fields: (t) => ({
    actors: t.exposeInt("actors", { description: "How many actors the network has." }),
    statements: t.exposeInt("statements", { description: "How many stances were counted." }),
    steps: t.field({
      type: [BackboneStepRef],
      description: "For NESTED: the issues as they are left out, the least needed first.",
      complexity: { field: 1, multiplier: rowList },
      resolve: ({ steps, issues }, _args, { load }) => {
        load.issues.hint(issues as readonly IssueId[]);
        return steps.map((step) => ({ ...step, id: issues[step.issue] as string }));
      },
    }),
    best: t.field({
      type: BackboneSetRef,
      nullable: true,
      description:
        "For PENALISED and FIXED: the set found; null with fewer than two issues, or no set of the size.",
      resolve: ({ best, issues }) =>
        best === null ? null : { ...best, ids: best.issues.map((issue) => issues[issue] as string) },
    }),
  }),
});

builder.queryField("backbone", (t) =>
  t.field({
    ...throughAll,
    type: BackboneRef,
    description:
      "Which issues the structure of a network of actors rests on, by the spectral distance of the network without some to the whole.",
    args: { input: t.arg({ type: BackboneInput, required: true, description: "Which backbone." }) },
    complexity: 1000,
    resolve: async (_root, { input }, context) => {
      const { method, penalty, size = null, seed } = input;
      if (method === "FIXED" && size === null)
        throw new StanceGraphError("invalid", "FIXED needs a size: how many issues are kept.", [
          "input",
          "size",
        ]);
      const { question, ...rest } = await posedOnceProjected(context, input.network);
      if (question.mode !== "ACTORS")
        throw new StanceGraphError(
          "invalid",
          `A backbone is of a network of ACTORS; ${question.mode} was given.`,
          ["input", "network"],
        );
      return context.compute("reduce", { ...rest, question, method, penalty, size, seed });
    },
  }),
);
