import {
  codedFields,
  type FieldReliability,
  measurementLevels,
  type Reading,
  type Reliability,
  reliability,
  reliabilityOf,
} from "../../analysis/reliability.ts";
import { StanceGraphError } from "../../domain/error.ts";
import { stanceTable } from "../../store/tables.ts";
import type { Where } from "../../store/where.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { both } from "../narrowed.ts";
import { whereInput } from "../where.ts";

const CodedFieldEnum = enumOf("CodedField", "What coders decide of a stance.", codedFields, {
  DIRECTION: "For, against, or neither.",
  INTENSITY: "-2 to 2.",
  CONDITIONAL: "Whether it has a condition.",
  ACT: "What was done to show it.",
  CODING_LEVEL: "How far the coder went beyond the words.",
});

const MeasurementLevelEnum = enumOf(
  "MeasurementLevel",
  "How far apart two values of a field are.",
  measurementLevels,
  {
    NOMINAL: "The same or not.",
    ORDINAL: "By how many values lie between them.",
    INTERVAL: "By their difference.",
  },
);

const FieldReliabilityRef = builder.objectRef<FieldReliability>("FieldReliability").implement({
  description: "How far coders agree on a field.",
  fields: (t) => ({
    field: t.expose("field", { type: CodedFieldEnum, description: "Which field." }),
    level: t.expose("level", { type: MeasurementLevelEnum, description: "How its values are compared." }),
    alpha: t.exposeFloat("alpha", {
      nullable: true,
      description:
        "Krippendorff's alpha: 1 full agreement, 0 as by chance, below 0 worse; null where nothing can be compared, or nothing varies.",
    }),
  }),
});

const ReliabilityRef = builder.objectRef<Reliability>("Reliability").implement({
  description: `${reliability.summary} ${reliability.reference}.`,
  fields: (t) => ({
    coders: t.exposeInt("coders", { description: "How many coders there are." }),
    units: t.exposeInt("units", { description: "Units that at least two coders found." }),
    alone: t.exposeInt("alone", {
      description: "Units that one coder alone found: what others overlooked, or left out.",
    }),
    fields: t.expose("fields", { type: [FieldReliabilityRef], description: "The fields." }),
  }),
});

/** So many stances are compared at once. */
const maxStances = 50_000;
/** What was replaced or taken back is nobody's reading any more. */
const standing: Where = { status: { in: ["PROPOSED", "ACCEPTED", "REJECTED"] } };

builder.queryField("reliability", (t) =>
  t.field({
    ...throughAll,
    type: ReliabilityRef,
    description: "How far coders of the same texts agree, field by field.",
    args: {
      where: t.arg({
        type: whereInput(stanceTable),
        description:
          "Of which stances, as those of two coders; all that stand, proposals among them, when left out.",
      }),
    },
    resolve: (_root, { where }, context) => reliabilityOf(readingsOf(context, both(where, standing))),
  }),
);

function readingsOf({ store }: Context, where: Where | null | undefined): readonly Reading[] {
  if (store.stances.count(where) > maxStances)
    throw new StanceGraphError(
      "invalid",
      `More than ${maxStances} stances are not compared at once; choose coders, documents or issues by \`where\`.`,
      ["where"],
    );
  return [...store.stances.all({ where: where ?? null })].map((stance) => {
    const places = stance.evidence.map((id) => id.split(".").slice(-2).map(Number) as [number, number]);
    const start = Math.min(...places.map(([from]) => from));
    return { ...stance, start, end: Math.max(...places.map(([, to]) => to)) };
  });
}
