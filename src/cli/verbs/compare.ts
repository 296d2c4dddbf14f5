import { asOfFlags, asOfIn, ruleFlags, ruleIn } from "../asking.ts";
import { cellColumns } from "../cells.ts";
import { type Facet, facetsIn } from "../findings.ts";
import { oneOrMore, toggle } from "../flag.ts";
import type { Graph } from "../graph.ts";
import { gridOf } from "../grid.ts";
import { aboutFlags, among, issuesNamed } from "../named.ts";
import { rowsVerb } from "../read.ts";
import type { Row } from "../row.ts";
import type { InputOf, Verb } from "../verb.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Comparison {
  readonly compare: {
    readonly actors: readonly Named[];
    readonly issues: readonly {
      readonly issue: { readonly id: string; readonly label: string };
      readonly positions: readonly (Held | null)[];
    }[];
    readonly pairs: readonly {
      readonly one: Named;
      readonly other: Named;
      readonly agreement: number | null;
      readonly sharedIssues: number;
      readonly divergence: {
        readonly issue: { readonly id: string; readonly label: string };
        readonly day: string;
      } | null;
    }[];
  };
}

interface Held {
  readonly direction: string;
  readonly intensity: number;
  readonly score: number;
  readonly conditions: readonly unknown[];
  readonly facets: readonly Facet[];
  readonly contested: boolean;
  readonly since: string | null;
  readonly stanceCount: number;
  readonly sourceCount: number;
}

const document = `
  query Compare($actors: [ActorBy!]!, $issues: IssueWhere, $asOf: AsOf, $rule: PositionRule) {
    compare(actors: $actors, issues: $issues, asOf: $asOf, rule: $rule) {
      actors { id name }
      issues { issue { id label } positions { direction intensity score conditions { kind } facets { name value } contested since stanceCount sourceCount } }
      pairs { one { id name } other { id name } agreement sharedIssues divergence { issue { id label } day } }
    }
  }
`;

const takes = {
  arguments: { actors: oneOrMore("Two to twenty actors, by id, name or alias.") },
  flags: { issue: aboutFlags.issue, ...asOfFlags, ...ruleFlags },
};

/** What both ways of looking at it ask. */
const question = {
  ...takes,
  examples: [
    ["stancegraph compare washington 'iraqi government'", "Where two stand on each issue, side by side."],
    [
      "stancegraph compare washington 'iraqi government' --pairs",
      "How far they agree, and when they were first known to be on opposite sides.",
    ],
  ],
  document,
  variables: async (input: InputOf<typeof takes.arguments, typeof takes.flags>, graph: Graph) => ({
    actors: input.actors.map((name) => ({ name })),
    issues: among(null, { id: await issuesNamed(graph, input.issue) }),
    asOf: asOfIn(input),
    rule: ruleIn(input),
  }),
} as const;

const sides = rowsVerb({
  ...question,
  rows: ({ compare }: Comparison) =>
    compare.issues.flatMap(({ issue, positions }) =>
      compare.actors.map((actor, index) => rowOf(actor, issue, positions[index] ?? null)),
    ),
  columns: cellColumns,
  asTable: (rows) => gridOf(rows, { down: ["issue", "issueLabel"], across: ["actor", "actorName"] }),
});

const pairs = rowsVerb({
  ...question,
  rows: ({ compare }: Comparison) =>
    compare.pairs.map(({ one, other, agreement, sharedIssues, divergence }) => ({
      one: one.id,
      oneName: one.name,
      other: other.id,
      otherName: other.name,
      agreement: agreement === null ? null : Math.round(agreement * 1000) / 1000,
      sharedIssues,
      firstDivergedOn: divergence?.day ?? null,
      divergedOver: divergence?.issue.id ?? null,
      divergedOverLabel: divergence?.issue.label ?? null,
    })),
  columns: [
    { name: "one", summary: "The one actor, by id.", isDetail: true },
    { name: "oneName", summary: "Its name." },
    { name: "other", summary: "The other actor, by id.", isDetail: true },
    { name: "otherName", summary: "Its name." },
    {
      name: "agreement",
      summary:
        "1 the same, 0 as far apart as plain support and opposition, -1 as strong ones; empty: no shared issue.",
    },
    { name: "sharedIssues", summary: "On how many issues both took a place." },
    {
      name: "firstDivergedOn",
      summary: "The first day they were known to be on opposite sides, which they may have left since.",
    },
    { name: "divergedOver", summary: "Over which issue, by id.", isDetail: true },
    { name: "divergedOverLabel", summary: "Its short name." },
  ],
});

/** Actors side by side, issue by issue, or with --pairs two by two. */
export const compare: Verb = {
  ...sides,
  flags: {
    ...sides.flags,
    pairs: toggle("How far each two agree, and when they were first known to be on opposite sides."),
  },
  run: (input: { readonly pairs: boolean }, effects) =>
    (input.pairs ? pairs : sides).run(input as never, effects),
};

/** Where one of them stands on an issue; without a position its fields are empty: nothing is known. */
function rowOf(actor: Named, issue: { readonly id: string; readonly label: string }, held: Held | null): Row {
  return {
    actor: actor.id,
    actorName: actor.name,
    issue: issue.id,
    issueLabel: issue.label,
    direction: held?.direction ?? null,
    intensity: held?.intensity ?? null,
    score: held?.score ?? null,
    conditional: held && held.conditions.length > 0,
    contested: held?.contested ?? null,
    since: held?.since ?? null,
    stanceCount: held?.stanceCount ?? null,
    sourceCount: held?.sourceCount ?? null,
    facets: facetsIn(held?.facets ?? []),
  };
}
