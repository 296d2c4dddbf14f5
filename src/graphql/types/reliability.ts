import {
  codedFields,
  differingIn,
  type FieldReliability,
  measurementLevels,
  type Reading,
  type Reliability,
  reliability,
  reliabilityOf,
} from "../../analysis/reliability.ts";
import { stanceTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { disagreementsOf, readingsOf } from "../coded.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { found } from "../loads.ts";
import { referToActor, referToDocument, referToIssue } from "../references.ts";
import { ActorRef, DocumentRef, IssueRef, StanceRef } from "../refs.ts";
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
    resolve: (_root, { where }, context) => reliabilityOf(readingsOf(context.store, where)),
  }),
);

const DisagreementRef = builder.objectRef<readonly Reading[]>("Disagreement").implement({
  description: "What coders read differently in the same place, where nobody has decided between them.",
  fields: (t) => ({
    holder: t.field({
      type: ActorRef,
      description: "Of whom.",
      resolve: ([first], _args, { load }) => referToActor(load.actors, (first as Reading).holder),
    }),
    issue: t.field({
      type: IssueRef,
      description: "On what.",
      resolve: ([first], _args, { load }) => referToIssue(load.issues, (first as Reading).issue),
    }),
    document: t.field({
      type: DocumentRef,
      description: "Where.",
      resolve: ([first], _args, { load }) => referToDocument(load.documents, (first as Reading).document),
    }),
    fields: t.field({
      type: [CodedFieldEnum],
      description: "In what the readings differ.",
      resolve: differingIn,
    }),
    stances: t.field({
      type: [StanceRef],
      description: "The readings, one a coder.",
      complexity: { field: 1, multiplier: 3 },
      resolve: (unit, _args, { load }) => unit.map(({ id }) => found(load.stances, id)),
    }),
  }),
});

/** So many are told at once. */
const maxDisagreements = 1_000;

builder.queryField("disagreements", (t) =>
  t.field({
    ...throughAll,
    type: [DisagreementRef],
    description:
      "Where coders of the same texts disagree, in the order of the texts; the first thousand. `adjudicate` decides.",
    args: {
      where: t.arg({
        type: whereInput(stanceTable),
        description: "Among which stances, as those of two coders; all when left out.",
      }),
    },
    resolve: (_root, { where }, { store }) => disagreementsOf(store, where).slice(0, maxDisagreements),
  }),
);
