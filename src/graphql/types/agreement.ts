import type { Agreement } from "../../analysis/agreement.ts";
import { pageOfItems } from "../../store/page.ts";
import { issueTable } from "../../store/tables.ts";
import { agreementsWith } from "../agreements.ts";
import { builder } from "../builder.ts";
import { actorBy } from "../by.ts";
import { connectionOf } from "../connection.ts";
import { throughAll } from "../cost.ts";
import { ActorByInput, AsOfInput, PositionRuleInput } from "../inputs.ts";
import { found } from "../loads.ts";
import { onceProjected } from "../once-projected.ts";
import { questionOf } from "../questions.ts";
import { ActorRef } from "../refs.ts";
import { whereInput } from "../where.ts";

const AgreementRef = builder.objectRef<Agreement>("Agreement").implement({
  description: "How far another actor agrees with one.",
  fields: (t) => ({
    actor: t.field({
      type: ActorRef,
      description: "The other actor.",
      resolve: ({ actor }, _args, { load }) => found(load.actors, actor),
    }),
    agreement: t.exposeFloat("agreement", {
      description:
        "Mean over the shared issues of 1 less the distance of their scores: 1 the same, 0 as far apart as plain support and opposition, −1 as strong support and opposition.",
    }),
    sharedIssues: t.exposeInt("sharedIssues", {
      description: "On how many issues both took a place; declining to comment takes none.",
    }),
  }),
});

const AgreementConnection = builder.connectionObject(
  { name: "AgreementConnection", type: AgreementRef, description: "A page of a list of actors that agree." },
  { name: "AgreementEdge", description: "One of a list of actors that agree, with its place." },
);

builder.queryField("agreements", (t) =>
  t.connection(
    {
      ...throughAll,
      type: AgreementRef,
      description:
        "The other actors by how far they agree with one, over the issues on which both took a place: those that agree most first, then those that share most issues, then by name.",
      args: {
        actor: t.arg({ type: ActorByInput, required: true, description: "With whom." }),
        issues: t.arg({ type: whereInput(issueTable), description: "On which issues; all when left out." }),
        asOf: t.arg({ type: AsOfInput, description: "As of when; everything known when left out." }),
        rule: t.arg({
          type: PositionRuleInput,
          description: "How stances make a position; LATEST when left out.",
        }),
        minShared: t.arg.int({
          required: true,
          defaultValue: 3,
          description: "The fewest issues that both must have taken a place on, from 1; 3 when left out.",
        }),
      },
      resolve: (_root, { actor: by, issues = null, minShared, asOf, rule, ...request }, context) => {
        const { id: actor } = actorBy(context, by);
        const question = questionOf({ asOf, rule });
        return onceProjected(context, () => {
          const agreements = agreementsWith(context, { actor, issues, question, minShared });
          const page = pageOfItems(agreements, (each) => each.actor, request);
          context.load.actors.hint(page.items.map((each) => each.actor));
          return connectionOf(page, () => agreements.length);
        });
      },
    },
    AgreementConnection,
  ),
);
