import { asOfFlags, ruleFlags, ruleIn, spanFlags, whereFlag } from "../asking.ts";
import { chainIn, type Quoted, quotedFields, quoteIn } from "../findings.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { rowsVerb } from "../read.ts";
import { dateColumns, dateIn, type FuzzyDate } from "../row.ts";

interface Side {
  readonly direction: string;
  readonly intensity: number;
  readonly deciding: Quoted & { readonly id: string };
}

interface Change {
  readonly actorId: string;
  readonly actorName: string;
  readonly issueId: string;
  readonly issueLabel: string;
  readonly day: string;
  readonly on: FuzzyDate;
  readonly kinds: readonly string[];
  readonly before: Side;
  readonly after: Side;
}

const side = `direction intensity deciding { id ${quotedFields} }`;

export const changes = rowsVerb({
  arguments: {},
  flags: {
    ...aboutFlags,
    where: whereFlag("{kind: {eq: REVERSED}}"),
    ...spanFlags,
    knownAt: asOfFlags.knownAt,
    ...ruleFlags,
  },
  notes: "A change is two consecutive positions that differ, with the words of both; it is no judgement.",
  examples: [
    ["stancegraph changes", "Who changed position on what, oldest first."],
    ["stancegraph changes --where '{kind: {eq: REVERSED}}' --json", "Only from one side to the other."],
  ],
  document: `
    query Changes($where: ChangeWhere, $from: Date, $to: Date, $rule: PositionRule, $knownAt: DateTime) {
      rows: positionChanges(where: $where, from: $from, to: $to, rule: $rule, knownAt: $knownAt) {
        actorId actorName issueId issueLabel day on { edtf earliest latest } kinds before { ${side} } after { ${side} }
      }
    }
  `,
  variables: async ({ actor, issue, where: asked, from, to, knownAt, ...rule }, graph) => ({
    where: among(asked, { actor: await actorsNamed(graph, actor), issue: await issuesNamed(graph, issue) }),
    from,
    to,
    knownAt,
    rule: ruleIn(rule),
  }),
  rows: (data: { readonly rows: readonly Change[] }) =>
    data.rows.map(({ actorId, issueId, on, before, after, ...change }) => ({
      ...change,
      actor: actorId,
      issue: issueId,
      ...dateIn("on", on),
      before: before.direction,
      beforeIntensity: before.intensity,
      beforeStance: before.deciding.id,
      beforeQuote: quoteIn(before.deciding),
      beforeAttribution: chainIn(before.deciding),
      after: after.direction,
      afterIntensity: after.intensity,
      afterStance: after.deciding.id,
      afterQuote: quoteIn(after.deciding),
      afterAttribution: chainIn(after.deciding),
    })),
  columns: [
    { name: "actor", summary: "Who: an actor's id.", isDetail: true },
    { name: "actorName", summary: "The actor's name." },
    { name: "issue", summary: "On what: an issue's id.", isDetail: true },
    { name: "issueLabel", summary: "The issue's short name." },
    { name: "day", summary: "The first day on which the position after certainly holds." },
    ...dateColumns("on", "The date of the stance that decides afterwards.").map((column) => ({
      ...column,
      isDetail: true as const,
    })),
    { name: "kinds", summary: "In what they differ: all that applies." },
    { name: "before", summary: "The direction before." },
    { name: "after", summary: "The direction after." },
    { name: "beforeQuote", summary: "The exact words before." },
    { name: "afterQuote", summary: "The exact words after." },
    { name: "beforeIntensity", summary: "-2 to 2, before.", isDetail: true },
    { name: "afterIntensity", summary: "-2 to 2, after.", isDetail: true },
    { name: "beforeAttribution", summary: "How the words before reached us.", isDetail: true },
    { name: "afterAttribution", summary: "How the words after reached us.", isDetail: true },
    { name: "beforeStance", summary: "The stance that decided before, by id.", isDetail: true },
    { name: "afterStance", summary: "The stance that decides after, by id.", isDetail: true },
  ],
});
