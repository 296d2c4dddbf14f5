import { asOfFlags, asOfIn, ruleFlags, ruleIn } from "../asking.ts";
import { integer, option, required } from "../flag.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { type Connection, listVerb } from "../read.ts";

interface Agreement {
  readonly actor: { readonly id: string; readonly name: string };
  readonly agreement: number;
  readonly sharedIssues: number;
}

/** The other actors by how far they agree with one. */
export const agreement = listVerb({
  arguments: { actor: required("The actor, by id, name or alias.") },
  flags: {
    issue: aboutFlags.issue,
    minShared: option(
      "<number>",
      "Only those that share at least so many issues with it; 3 when left out.",
      integer(1, 10_000),
    ),
    ...asOfFlags,
    ...ruleFlags,
  },
  examples: [
    ["stancegraph agreement washington --min-shared 1", "Who agrees with it, those that agree most first."],
    ["stancegraph agreement 'iraqi government' --at 2024-09-27 --csv", "The same as of a day, as CSV."],
  ],
  notes: "Over the issues on which both took a place; the stances behind it: stancegraph compare <the two>.",
  document: `
    query Agreements($actor: ActorBy!, $issues: IssueWhere, $minShared: Int!, $asOf: AsOf, $rule: PositionRule, $first: Int, $after: String) {
      agreements(actor: $actor, issues: $issues, minShared: $minShared, asOf: $asOf, rule: $rule, first: $first, after: $after) {
        nodes { actor { id name } agreement sharedIssues }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  variables: async ({ actor, issue, minShared, ...input }, graph) => ({
    // Found before anything is written, so that a wrong name leaves no half of a file.
    actor: { id: (await actorsNamed(graph, [actor]))[0] },
    issues: among(null, { id: await issuesNamed(graph, issue) }),
    minShared: minShared ?? 3,
    asOf: asOfIn(input),
    rule: ruleIn(input),
  }),
  list: (data: { readonly agreements: Connection<Agreement> }) => data.agreements,
  columns: [
    { name: "actor", summary: "The other actor, by id.", isDetail: true },
    { name: "actorName", summary: "Its name." },
    {
      name: "agreement",
      summary: "1 the same, 0 as far apart as plain support and opposition, -1 as strong ones.",
    },
    { name: "sharedIssues", summary: "On how many issues both took a place." },
  ],
  row: ({ actor, agreement: agrees, sharedIssues }) => ({
    actor: actor.id,
    actorName: actor.name,
    agreement: Math.round(agrees * 1000) / 1000,
    sharedIssues,
  }),
});
