import { constraints } from "../../analysis/network/polarization/constraint.ts";
import type { PolarizedActors, PolarizeOutput } from "../../analysis/network/tasks/polarize.ts";
import type { Window } from "../../analysis/network/windows.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { ActorId } from "../../domain/id.ts";
import { builder } from "../builder.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { rowList, windowList } from "../limits.ts";
import { found } from "../loads.ts";
import { NetworkInput } from "../network-input.ts";
import { posedOnceProjected } from "../network-question.ts";
import { ActorRef } from "../refs.ts";
import { windowFields } from "./window-fields.ts";

const CampSizesEnum = enumOf("CampSizes", "How large camps may be.", constraints, {
  NEAR_EQUAL: "All of one size, or one more: as the Discourse Network Analyzer divides.",
  ANY_SIZE: "None empty. The quality may then be highest for one actor against all others.",
});

const PolarizationMethodEnum = enumOf("PolarizationMethod", "How camps were found.", ["EXACT", "SEARCH"], {
  EXACT: "All divisions that may be were tried: none is better.",
  SEARCH: "Good ones were searched for: there may be better.",
});

const PolarizationInput = builder.inputType("PolarizationQuestion", {
  description: "How actors are to be divided.",
  fields: (t) => ({
    network: t.field({
      type: NetworkInput,
      required: true,
      defaultValue: {} as never,
      description:
        "Of which stances. Agreement and disagreement of actors are taken, normalized by AVERAGE when left out; mode and aggregate are not looked at.",
    }),
    camps: t.int({
      required: true,
      defaultValue: 2,
      description: "Into how many camps, 2 to 5; 2 when left out.",
    }),
    sizes: t.field({
      type: CampSizesEnum,
      required: true,
      defaultValue: "NEAR_EQUAL",
      description: "How large camps may be; NEAR_EQUAL when left out.",
    }),
    seed: t.int({
      required: true,
      defaultValue: 1,
      description: "Of the search by chance: the same gives the same.",
    }),
  }),
});

interface CampMember {
  readonly id: string;
  readonly camp: number;
  readonly statements: number;
}

const CampMemberRef = builder.objectRef<CampMember>("CampMember").implement({
  description: "An actor and its camp.",
  fields: (t) => ({
    actor: t.field({
      type: ActorRef,
      description: "Who.",
      resolve: ({ id }, _args, { load }) => found(load.actors, id as ActorId),
    }),
    camp: t.exposeInt("camp", {
      description: "The number of its camp, from 0 in the order of their first actors.",
    }),
    statements: t.exposeInt("statements", { description: "How many of its stances were counted." }),
  }),
});

/** What is told of a whole span and of a window alike. */
const PolarizedRef = builder.interfaceRef<PolarizedActors>("Polarized").implement({
  description: "How far actors fall into camps.",
  fields: (t) => ({
    quality: t.float({
      nullable: true,
      description:
        "How far the camps agree among themselves and dispute with each other as if all did, as a share of all agreement and disagreement: 0 to about 1. Null with fewer actors than camps, or fewer than four.",
      resolve: ({ found: camps, labels }) =>
        camps === null || labels.length < fewest ? null : camps.quality,
    }),
    actors: t.int({ description: "How many actors were divided.", resolve: ({ labels }) => labels.length }),
    statements: t.exposeInt("statements", { description: "How many stances were counted." }),
    method: t.field({
      type: PolarizationMethodEnum,
      nullable: true,
      description: "How the camps were found.",
      resolve: ({ found: camps }) => camps?.method ?? null,
    }),
    sizes: t.intList({
      description: "How many actors each camp has.",
      resolve: ({ found: camps }) => [...(camps?.sizes ?? [])],
    }),
    members: t.field({
      type: [CampMemberRef],
      description: "The camp of each actor, by id.",
      complexity: { field: 1, multiplier: rowList },
      resolve: ({ labels, counts, found: camps }, _args, { load }) => {
        load.actors.hint(labels as readonly ActorId[]);
        return labels.map((id, at) => ({ id, camp: camps?.of[at] ?? 0, statements: counts[at] as number }));
      },
    }),
  }),
});

/** Of how many actors a quality says something: of fewer any division is near to perfect. */
const fewest = 4;

const PolarizedWindowRef = builder.objectRef<Window & PolarizedActors>("PolarizedWindow").implement({
  description: "How far actors fell into camps in one window.",
  interfaces: [PolarizedRef],
  fields: (t) => ({
    ...windowFields(t),
  }),
});

const PolarizationRef = builder
  .objectRef<PolarizedActors & Pick<PolarizeOutput, "windows">>("Polarization")
  .implement({
    description: "How far actors fall into camps, in all and in windows.",
    interfaces: [PolarizedRef],
    fields: (t) => ({
      windows: t.expose("windows", {
        type: [PolarizedWindowRef],
        description: "In the windows asked for, oldest first; none without `window`.",
        complexity: { field: 1, multiplier: windowList },
      }),
    }),
  });

builder.queryField("polarization", (t) =>
  t.field({
    ...throughAll,
    type: PolarizationRef,
    description:
      "How far actors fall into camps that agree among themselves and dispute with each other, by the quality of the Discourse Network Analyzer. Of up to about a dozen actors the best division is found, beyond that a good one.",
    args: { input: t.arg({ type: PolarizationInput, required: true, description: "How they are divided." }) },
    complexity: 1000,
    resolve: async (_root, { input }, context) => {
      const { camps, sizes, seed } = input;
      if (camps < 2 || camps > 5)
        throw new StanceGraphError("invalid", `camps is 2 to 5; ${camps} was given.`, ["input", "camps"]);
      const { question, ...rest } = await posedOnceProjected(context, input.network);
      const { whole, windows } = await context.compute("polarize", {
        ...rest,
        question: {
          ...question,
          mode: "ACTORS",
          aggregate: "CONGRUENCE",
          normalization: question.normalization === "NONE" ? "AVERAGE" : question.normalization,
        },
        camps,
        constraint: sizes,
        normalize: true,
        seed,
      });
      return { ...whole, windows };
    },
  }),
);
