import { type Spread, spread, spreadOf } from "../../analysis/spread.ts";
import { builder } from "../builder.ts";
import { throughAll } from "../cost.ts";
import { AsOfInput, PositionRuleInput } from "../inputs.ts";
import { positionsOn } from "../positions.ts";
import { questionOf } from "../questions.ts";
import { IssueRef } from "../refs.ts";

const SpreadRef = builder.objectRef<Spread>("Spread").implement({
  description: `${spread.summary} ${spread.reference}.`,
  fields: (t) => ({
    actors: t.exposeInt("actors", { description: "Who takes a place; who declines to comment takes none." }),
    places: t.exposeIntList("places", {
      description: "How many take each place, from strongly against (-2) to strongly for (2).",
    }),
    agreement: t.exposeFloat("agreement", {
      nullable: true,
      description: "1 all at one place, 0 as many at each, -1 half at each end; null where nobody takes one.",
    }),
    polarization: t.exposeFloat("polarization", {
      nullable: true,
      description:
        "0 all at one place, 0.5 as many at each, 1 half at each end; null where nobody takes one.",
    }),
  }),
});

builder.objectField(IssueRef, "spread", (t) =>
  t.field({
    ...throughAll,
    type: SpreadRef,
    description: "How far positions on it agree, or fall to its two ends.",
    args: {
      asOf: t.arg({ type: AsOfInput, description: "As of when; everything known when left out." }),
      rule: t.arg({
        type: PositionRuleInput,
        description: "How stances make a position; LATEST when left out.",
      }),
    },
    resolve: ({ id }, args, context) => spreadOf(positionsOn(context, "issue", id, questionOf(args))),
  }),
);
