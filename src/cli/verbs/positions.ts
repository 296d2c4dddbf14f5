import { asOfFlags, asOfIn, ruleFlags, ruleIn, whereFlag } from "../asking.ts";
import { UsageError } from "../exit.ts";
import {
  type Condition,
  chainIn,
  type Facet,
  facetsIn,
  type Quoted,
  quotedFields,
  quoteIn,
} from "../findings.ts";
import { toggle } from "../flag.ts";
import { matrix } from "../matrix.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { type Connection, listVerb } from "../read.ts";
import type { Verb } from "../verb.ts";

interface Position {
  readonly actor: { readonly id: string; readonly name: string };
  readonly issue: { readonly id: string; readonly label: string };
  readonly direction: string;
  readonly intensity: number;
  readonly score: number;
  readonly conditions: readonly Condition[];
  readonly facets: readonly Facet[];
  readonly since: string | null;
  readonly sinceEarliest: string | null;
  readonly sinceLatest: string | null;
  readonly contested: boolean;
  readonly stanceCount: number;
  readonly sourceCount: number;
  readonly representative: { readonly id: string } | null;
  readonly explanation: string;
  readonly deciding: Quoted & { readonly id: string; readonly document: { readonly id: string } };
}

const list = listVerb({
  arguments: {},
  flags: { ...aboutFlags, where: whereFlag("{direction: {eq: SUPPORTS}}"), ...asOfFlags, ...ruleFlags },
  examples: [
    [
      "stancegraph positions --issue us-withdrawal",
      "Who holds which position on withdrawal, in which words.",
    ],
    ["stancegraph positions --matrix", "Actors by issues: who stands where at a glance."],
    [
      "stancegraph positions --where '{direction: {eq: SUPPORTS}}' --at 2024-12-31 --json",
      "Who was for what at a day.",
    ],
  ],
  document: `
    query Positions($where: PositionWhere, $asOf: AsOf, $rule: PositionRule, $first: Int, $after: String) {
      positions(where: $where, asOf: $asOf, rule: $rule, first: $first, after: $after) {
        nodes {
          actor { id name } issue { id label } direction intensity score conditions { kind text } facets { name value }
          since sinceEarliest sinceLatest contested stanceCount sourceCount representative { id } explanation
          deciding { id document { id } ${quotedFields} }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  variables: async (input, graph) => ({
    where: among(input.where, {
      actor: await actorsNamed(graph, input.actor),
      issue: await issuesNamed(graph, input.issue),
    }),
    asOf: asOfIn(input),
    rule: ruleIn(input),
  }),
  list: (data: { readonly positions: Connection<Position> }) => data.positions,
  columns: [
    { name: "actor", summary: "Who: an actor's id.", isDetail: true },
    { name: "actorName", summary: "The actor's name." },
    { name: "issue", summary: "On what: an issue's id.", isDetail: true },
    { name: "issueLabel", summary: "The issue's short name." },
    {
      name: "direction",
      summary: "SUPPORTS, OPPOSES, AMBIVALENT, NEUTRAL, UNDECIDED or DECLINED_TO_COMMENT.",
    },
    { name: "intensity", summary: "-2 strongly against to 2 strongly for." },
    { name: "score", summary: "The weighted mean of all that was considered, -1 to 1.", isDetail: true },
    { name: "conditions", summary: "What it depends on: a list of {kind, text}." },
    { name: "facets", summary: "Its values for the issue's facets, by name." },
    { name: "since", summary: "Since when it is held without break. EDTF." },
    { name: "sinceEarliest", summary: "The first day it can mean.", isDetail: true },
    { name: "sinceLatest", summary: "The last day it can mean.", isDetail: true },
    {
      name: "contested",
      summary: "Whether there are stances for and against within the rule's window.",
      isDetail: true,
    },
    { name: "stanceCount", summary: "Stances considered.", isDetail: true },
    { name: "sourceCount", summary: "Independent sources among them; reprints count once.", isDetail: true },
    { name: "quote", summary: "The exact words of the stance that decides." },
    {
      name: "attribution",
      summary: "How that stance reached us: a list of {role, source}, the publisher first.",
      isDetail: true,
    },
    { name: "explanation", summary: "The reasons in plain words.", isDetail: true },
    {
      name: "representative",
      summary: "Who spoke, when the actor itself did not: an actor's id.",
      isDetail: true,
    },
    { name: "deciding", summary: "The stance that decides, by id.", isDetail: true },
    { name: "document", summary: "Where that was found: a document's id.", isDetail: true },
  ],
  row: ({ actor, issue, facets, representative, deciding, ...position }) => ({
    ...position,
    actor: actor.id,
    actorName: actor.name,
    issue: issue.id,
    issueLabel: issue.label,
    facets: facetsIn(facets),
    quote: quoteIn(deciding),
    attribution: chainIn(deciding),
    representative: representative?.id ?? null,
    deciding: deciding.id,
    document: deciding.document.id,
  }),
});

/** The list, or with --matrix the same as actors by issues. */
export const positions: Verb = {
  ...list,
  flags: {
    ...list.flags,
    matrix: toggle("Actors by issues, a glyph and a word a cell; the other formats write a row a cell."),
  },
  run: (input: { readonly matrix: boolean; readonly where: unknown }, effects) => {
    if (input.matrix && input.where !== null)
      throw new UsageError("--matrix takes --actor and --issue, not --where.");
    return (input.matrix ? matrix : list).run(input as never, effects);
  },
};
