import { asOfFlags, ruleFlags, ruleIn, spanFlags } from "../asking.ts";
import { cellColumns, cellFields, cellRow, type PositionCell } from "../cells.ts";
import { oneOf, option, required } from "../flag.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { rowsVerb } from "../read.ts";

const intervals = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] as const;

interface Point extends PositionCell {
  readonly at: string;
}

export const timeline = rowsVerb({
  arguments: { issue: required("On what: an issue's id or label.") },
  flags: {
    actor: aboutFlags.actor,
    ...spanFlags,
    interval: option("<interval>", "How far apart the points are; MONTH when left out.", oneOf(intervals), {
      choices: intervals,
    }),
    knownAt: asOfFlags.knownAt,
    ...ruleFlags,
  },
  notes: "A row tells where an actor stood at the end of an interval. An interval without a row has no data.",
  examples: [
    ["stancegraph timeline us-withdrawal", "Where everybody stood on withdrawal, month by month."],
    [
      "stancegraph timeline us-withdrawal --actor washington --interval YEAR --csv",
      "One actor, year by year.",
    ],
  ],
  document: `
    query Timeline($actors: ActorWhere, $issue: ID!, $from: Date, $to: Date, $interval: Interval, $rule: PositionRule, $knownAt: DateTime) {
      rows: positionTimeline(actors: $actors, issue: { id: $issue }, from: $from, to: $to, interval: $interval, rule: $rule, knownAt: $knownAt) {
        at ${cellFields}
      }
    }
  `,
  variables: async ({ issue, actor, from, to, interval, knownAt, ...rule }, graph) => ({
    issue: (await issuesNamed(graph, [issue]))[0],
    actors: among(null, { id: await actorsNamed(graph, actor) }),
    from,
    to,
    knownAt,
    rule: ruleIn(rule),
    ...(interval !== null && { interval }),
  }),
  rows: (data: { readonly rows: readonly Point[] }) =>
    data.rows.map((point) => ({ ...cellRow(point), at: point.at })),
  columns: [
    { name: "at", summary: "The last day of the interval, or of the span where that is earlier." },
    ...cellColumns,
  ],
});
