import { type ChangeKind, changeKinds, type Turn, turnsOf } from "../../analysis/changes.ts";
import type { Day, Edtf } from "../../domain/edtf.ts";
import type { ActorId, IssueId } from "../../domain/id.ts";
import { directions } from "../../domain/stance.ts";
import { builder } from "../builder.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { PositionRuleInput } from "../inputs.ts";
import { rowList } from "../limits.ts";
import { found } from "../loads.ts";
import type { ComputedTable } from "../matching.ts";
import { pairFields, pairFilter } from "../pair-filter.ts";
import { observationsOf } from "../positions.ts";
import { type Answer, questionOf } from "../questions.ts";
import { ActorRef, FuzzyDateRef, IssueRef, PositionRef } from "../refs.ts";
import { fewEnough, shown } from "../rows.ts";
import { whereInput } from "../where.ts";

const ChangeKindEnum = enumOf(
  "ChangeKind",
  "In what two consecutive positions differ. It is no judgement.",
  changeKinds,
  {
    REVERSED: "From one side to the other.",
    HARDENED: "Stronger on the same side, or from no side to one.",
    SOFTENED: "Weaker on the same side, or from a side to none.",
    CONDITION_ADDED: "The same direction, with a condition it did not have.",
    CONDITION_DROPPED: "The same direction, without a condition it had.",
    SILENCE_BROKEN: "From declining to comment to anything else.",
  },
);

interface ChangeRow {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly on: Edtf;
  readonly day: Day;
  readonly kinds: readonly ChangeKind[];
  readonly before: Answer;
  readonly after: Answer;
}

const changeTable: ComputedTable<Turn> = {
  name: "change",
  fields: {
    ...pairFields,
    kind: {
      kind: "choice",
      choices: changeKinds,
      summary: "In what they differ, among other things.",
      of: ({ kinds }) => kinds,
    },
    before: {
      kind: "choice",
      choices: directions,
      summary: "The direction before.",
      of: ({ before }) => before.direction,
    },
    after: {
      kind: "choice",
      choices: directions,
      summary: "The direction after.",
      of: ({ after }) => after.direction,
    },
  },
};

const ChangeRowRef = builder.objectRef<ChangeRow>("ChangeRow").implement({
  description: "Two consecutive positions of an actor on an issue that differ, with the words of both.",
  fields: (t) => ({
    actorId: t.id({ description: "The actor's id.", resolve: ({ actor }) => actor }),
    actorName: t.string({
      description: "The actor's name.",
      resolve: ({ actor }, _args, { load }) => found(load.actors, actor).name,
    }),
    issueId: t.id({ description: "The issue's id.", resolve: ({ issue }) => issue }),
    issueLabel: t.string({
      description: "The issue's label.",
      resolve: ({ issue }, _args, { load }) => found(load.issues, issue).label,
    }),
    on: t.expose("on", {
      type: FuzzyDateRef,
      description: "The date of the stance that decides afterwards.",
    }),
    day: t.expose("day", {
      type: "Date",
      description: "The first day on which the position after certainly holds.",
    }),
    kinds: t.expose("kinds", {
      type: [ChangeKindEnum],
      description: "In what they differ: all that applies.",
    }),
    before: t.expose("before", {
      type: PositionRef,
      description: "The position before, as of the last day on which it may have held.",
    }),
    after: t.expose("after", { type: PositionRef, description: "The position after, as of `day`." }),
    actor: t.field({
      type: ActorRef,
      description: "The actor.",
      resolve: ({ actor }, _args, { load }) => found(load.actors, actor),
    }),
    issue: t.field({
      type: IssueRef,
      description: "The issue.",
      resolve: ({ issue }, _args, { load }) => found(load.issues, issue),
    }),
  }),
});

builder.queryField("positionChanges", (t) =>
  t.field({
    ...throughAll,
    type: [ChangeRowRef],
    description:
      "Who changed position on what, oldest first; 10000 rows at most. Undated stances are in no change.",
    args: {
      where: t.arg({ type: whereInput(changeTable), description: "Which changes; all when left out." }),
      from: t.arg({ type: "Date", description: "The first day; from the beginning when left out." }),
      to: t.arg({ type: "Date", description: "The last day; to the end when left out." }),
      rule: t.arg({
        type: PositionRuleInput,
        description: "How stances make a position; LATEST when left out.",
      }),
      knownAt: t.arg({ type: "DateTime", description: "The instant of knowledge; now when left out." }),
    },
    complexity: { field: 100, multiplier: rowList },
    resolve: (_root, { where, from = null, to = null, rule, knownAt = null }, context) => {
      const question = questionOf({ asOf: { knownAt }, rule });
      const { test, ...asked } = pairFilter(context, where, changeTable);
      const observations = observationsOf(context, { ...asked, asOf: question.asOf });
      const turns = turnsOf(observations, question.rule, { from, to }).filter(test);
      const changes = fewEnough(turns).map(({ change }) => {
        const { before, after, ...rest } = change();
        return { ...rest, before: { ...before, knownAt }, after: { ...after, knownAt } };
      });
      return shown(context, changes, ({ before, after }) => [before, after]);
    },
  }),
);
