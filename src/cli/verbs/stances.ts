import { asOfFlags, asOfIn, search, whereFlag } from "../asking.ts";
import {
  type Condition,
  chainIn,
  type Facet,
  facetsIn,
  type Quoted,
  quotedFields,
  quoteIn,
} from "../findings.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { type Connection, listVerb } from "../read.ts";
import { dateColumns, dateIn, type FuzzyDate } from "../row.ts";

interface Stance extends Quoted {
  readonly id: string;
  readonly holder: { readonly id: string; readonly name: string };
  readonly issue: { readonly id: string; readonly label: string };
  readonly direction: string;
  readonly intensity: number;
  readonly conditions: readonly Condition[];
  readonly facets: readonly Facet[];
  readonly act: string;
  readonly holderCertainty: string;
  readonly codingLevel: string;
  readonly confidence: number | null;
  readonly effectiveOn: FuzzyDate | null;
  readonly document: { readonly id: string; readonly title: string };
  readonly coder: { readonly id: string };
  readonly status: string;
  readonly recordedAt: string;
}

export const stances = listVerb({
  arguments: {},
  flags: { ...aboutFlags, where: whereFlag("{direction: {eq: OPPOSES}}"), search, ...asOfFlags },
  notes:
    "Without --at or --known-at all stances are listed, with their status: proposed, rejected and retracted ones too.",
  examples: [
    ["stancegraph stances", "Lists what was observed, the newest first."],
    [
      "stancegraph stances --actor washington --issue us-withdrawal",
      "What Washington was observed to hold on withdrawal.",
    ],
    [
      "stancegraph stances --where '{direction: {eq: OPPOSES}}' --limit all --jsonl",
      "Everything against, for a script.",
    ],
  ],
  document: `
    query Stances($where: StanceWhere, $search: String, $asOf: AsOf, $first: Int, $after: String) {
      stances(where: $where, search: $search, asOf: $asOf, first: $first, after: $after) {
        nodes {
          id holder { id name } issue { id label } direction intensity conditions { kind text } facets { name value }
          act holderCertainty codingLevel confidence effectiveOn { edtf earliest latest } document { id title }
          coder { id } status recordedAt ${quotedFields}
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  variables: async (input, graph) => ({
    where: among(input.where, {
      holder: await actorsNamed(graph, input.actor),
      issue: await issuesNamed(graph, input.issue),
    }),
    search: input.search,
    asOf: asOfIn(input),
  }),
  list: (data: { readonly stances: Connection<Stance> }) => data.stances,
  columns: [
    { name: "id", summary: "The stance's id.", isDetail: true },
    { name: "holder", summary: "Who holds it: an actor's id.", isDetail: true },
    { name: "holderName", summary: "The holder's name." },
    { name: "issue", summary: "On what: an issue's id.", isDetail: true },
    { name: "issueLabel", summary: "The issue's short name." },
    {
      name: "direction",
      summary: "SUPPORTS, OPPOSES, AMBIVALENT, NEUTRAL, UNDECIDED or DECLINED_TO_COMMENT.",
    },
    { name: "intensity", summary: "-2 strongly against to 2 strongly for.", isDetail: true },
    { name: "conditions", summary: "What it depends on: a list of {kind, text}.", isDetail: true },
    { name: "facets", summary: "Its values for the issue's facets, by name.", isDetail: true },
    ...dateColumns("effectiveOn", "When it was said or done, else published."),
    { name: "status", summary: "PROPOSED, ACCEPTED, REJECTED, RETRACTED or SUPERSEDED." },
    { name: "quote", summary: "The exact words." },
    {
      name: "attribution",
      summary: "How it reached us: a list of {role, source}, the publisher first.",
      isDetail: true,
    },
    { name: "document", summary: "Where it was found: a document's id.", isDetail: true },
    { name: "documentTitle", summary: "The document's title.", isDetail: true },
    { name: "act", summary: "What was done to show it.", isDetail: true },
    { name: "holderCertainty", summary: "How sure the holder is.", isDetail: true },
    { name: "codingLevel", summary: "How far the coder went beyond the words.", isDetail: true },
    { name: "confidence", summary: "The coder's, 0 to 1.", isDetail: true },
    { name: "coder", summary: "Who coded it: a coder's id.", isDetail: true },
    { name: "recordedAt", summary: "When it was recorded, UTC.", isDetail: true },
  ],
  row: ({ holder, issue, facets, effectiveOn, document, coder, evidence, attribution, ...stance }) => ({
    ...stance,
    holder: holder.id,
    holderName: holder.name,
    issue: issue.id,
    issueLabel: issue.label,
    facets: facetsIn(facets),
    ...dateIn("effectiveOn", effectiveOn),
    quote: quoteIn({ evidence, attribution }),
    attribution: chainIn({ evidence, attribution }),
    document: document.id,
    documentTitle: document.title,
    coder: coder.id,
  }),
});
