import { intervals, timelineOf } from "../../analysis/timeline.ts";
import type { Day } from "../../domain/edtf.ts";
import { actorTable } from "../../store/tables.ts";
import { builder } from "../builder.ts";
import { issueBy } from "../by.ts";
import { throughAll } from "../cost.ts";
import { enumOf } from "../enums.ts";
import { IssueByInput, PositionRuleInput } from "../inputs.ts";
import { rowList } from "../limits.ts";
import { observationsOf } from "../positions.ts";
import { questionOf } from "../questions.ts";
import { type PositionRow, PositionRowRef, shown } from "../rows.ts";
import { whereInput } from "../where.ts";

const IntervalEnum = enumOf("Interval", "How far apart the points of a timeline are.", intervals, {
  DAY: "The end of each day.",
  WEEK: "The end of each week, its Sunday (ISO 8601).",
  MONTH: "The end of each month.",
  QUARTER: "The end of March, June, September and December.",
  YEAR: "The end of each year.",
});

interface TimelinePoint extends PositionRow {
  readonly at: Day;
}

const TimelineRowRef = builder.objectRef<TimelinePoint>("TimelineRow").implement({
  description:
    "Where an actor stood on an issue at the end of an interval. An interval without a row has no data.",
  interfaces: [PositionRowRef],
  fields: (t) => ({
    at: t.expose("at", {
      type: "Date",
      description: "The last day of the interval, or of the span where that is earlier.",
    }),
  }),
});

builder.queryField("positionTimeline", (t) =>
  t.field({
    ...throughAll,
    type: [TimelineRowRef],
    description:
      "Where actors stood on an issue at the end of each interval, actor by actor, oldest first; 10000 rows at most.",
    args: {
      actors: t.arg({ type: whereInput(actorTable), description: "Which actors; all when left out." }),
      issue: t.arg({ type: IssueByInput, required: true, description: "On what." }),
      from: t.arg({
        type: "Date",
        description: "The first day; that of the first known position when left out.",
      }),
      to: t.arg({
        type: "Date",
        description: "The last day; the end of the interval of the last known stance when left out.",
      }),
      interval: t.arg({
        type: IntervalEnum,
        required: true,
        defaultValue: "MONTH",
        description: "How far apart; MONTH when left out.",
      }),
      rule: t.arg({
        type: PositionRuleInput,
        description: "How stances make a position; LATEST when left out.",
      }),
      knownAt: t.arg({ type: "DateTime", description: "The instant of knowledge; now when left out." }),
    },
    complexity: { field: 100, multiplier: rowList },
    resolve: (_root, { actors, issue, from = null, to = null, interval, rule, knownAt = null }, context) => {
      const question = questionOf({ asOf: { knownAt }, rule });
      const issues = { id: { eq: issueBy(context, issue).id } };
      const observations = observationsOf(context, { actors, issues, asOf: question.asOf });
      const rows = timelineOf(observations, question.rule, { from, to, interval });
      const points = rows.map(({ at, position }) => ({ at, position: { ...position, knownAt } }));
      return shown(context, points, ({ position }) => [position]);
    },
  }),
);
