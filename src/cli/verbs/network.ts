import { duplicateRules } from "../../analysis/network/duplicates.ts";
import { aggregates, normalizations } from "../../analysis/network/index.ts";
import { networkModes } from "../../analysis/network/network.ts";
import { qualifiers } from "../../analysis/network/qualifiers.ts";
import { asOfFlags, asOfIn, spanFlags, whereFlag } from "../asking.ts";
import { decimal, integer, oneOf, option, toggle } from "../flag.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { rowsVerb } from "../read.ts";
import type { Column, Row } from "../row.ts";
import { datedColumns, windowFlags, windowIn } from "../windowed.ts";

interface Ties {
  readonly nodes: readonly { readonly id: string; readonly label: string }[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

interface Network {
  readonly network: Ties & {
    readonly windows: readonly { readonly from: string; readonly to: string; readonly network: Ties }[];
  };
}

type Measures = Readonly<
  Record<"mode" | "aggregate" | "qualifier" | "normalize" | "duplicates", string | null>
>;

const columns: readonly Column[] = [
  {
    name: "source",
    summary: "The one end: an actor's id, or with --mode ISSUES an issue's.",
    isDetail: true,
  },
  { name: "sourceLabel", summary: "Its name or label." },
  {
    name: "target",
    summary: "The other end: an actor's id, or with --mode ISSUES and TWO_MODE an issue's.",
    isDetail: true,
  },
  { name: "targetLabel", summary: "Its name or label." },
  { name: "weight", summary: "How strong the tie is, which reads both ways; below 0 only for SUBTRACT." },
  { name: "from", summary: "With --window the first day of the window; else empty.", isDetail: true },
  { name: "to", summary: "Its last day.", isDetail: true },
];

/** An option out of a closed list. */
function oneOfThese<T extends string>(value: string, summary: string, choices: readonly T[]) {
  return option(value, summary, oneOf(choices), { choices });
}

export const network = rowsVerb({
  arguments: {},
  flags: {
    mode: oneOfThese("<mode>", "Between whom; ACTORS when left out.", networkModes),
    aggregate: oneOfThese(
      "<how>",
      "How stances become a weight; CONGRUENCE when left out, SUBTRACT between actors and issues.",
      namesOf(aggregates),
    ),
    qualifier: oneOfThese(
      "<what>",
      "What of stances is compared; DIRECTION when left out.",
      namesOf(qualifiers),
    ),
    normalize: oneOfThese(
      "<by>",
      "By what weights are divided; NONE when left out.",
      namesOf(normalizations),
    ),
    duplicates: oneOfThese(
      "<within>",
      "Within what an actor's like stances on an issue count once; NONE, each counts, when left out.",
      duplicateRules,
    ),
    top: option("<number>", "Only so many nodes of a kind: those with the most stances.", integer(1, 2000)),
    threshold: option("<weight>", "Only ties that are at least so far from 0.", decimal(0)),
    ...windowFlags,
    "roll-up": toggle("Count what members and parts said as what the organisation they belong to said."),
    ...aboutFlags,
    where: whereFlag("{act: {eq: VOTED}}"),
    ...spanFlags,
    ...asOfFlags,
  },
  notes:
    "A row is a tie between two, each two once, or once a window. Those without a tie have no row; --threshold leaves out the weak.",
  examples: [
    ["stancegraph network --normalize AVERAGE", "Who agrees with whom, and how much."],
    [
      "stancegraph network --aggregate CONFLICT --top 50 --csv",
      "Who is against whom, of the fifty who said the most.",
    ],
    ["stancegraph network --mode TWO_MODE", "Who is for and against what."],
    [
      "stancegraph network --window MONTHS --size 3 --kernel GAUSSIAN --csv",
      "Who agreed with whom around each month, the nearer the more.",
    ],
  ],
  document: `
    query Network($input: NetworkInput!) {
      network(input: $input) {
        nodes { id label }
        edges { source target weight }
        windows { from to network { nodes { id label } edges { source target weight } } }
      }
    }
  `,
  variables: async (asked, graph) => ({
    input: {
      ...measuresIn(asked),
      top: asked.top,
      threshold: asked.threshold,
      actors: among(null, { id: await actorsNamed(graph, asked.actor) }),
      issues: among(null, { id: await issuesNamed(graph, asked.issue) }),
      stances: asked.where,
      from: asked.from,
      to: asked.to,
      window: windowIn(asked),
      rollUp: asked["roll-up"],
      asOf: asOfIn(asked),
    },
  }),
  rows: ({ network }: Network) =>
    network.windows.length === 0
      ? rowsOf(network, null, null)
      : network.windows.flatMap(({ from, to, network: own }) => rowsOf(own, from, to)),
  columns,
  asTable: (rows) => ({ columns: datedColumns(columns, rows), rows: rows.map(rounded) }),
});

function rowsOf({ nodes, edges }: Ties, from: string | null, to: string | null): readonly Row[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return edges.map(({ source, target, weight }) => ({
    source,
    sourceLabel: labels.get(source) ?? null,
    target,
    targetLabel: labels.get(target) ?? null,
    weight,
    from,
    to,
  }));
}

/** Those given; the API says what is meant by the others. */
function measuresIn({ mode, aggregate, qualifier, normalize, duplicates }: Measures): Partial<Measures> {
  const given = { mode, aggregate, qualifier, normalize, duplicates };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function namesOf(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name);
}

/** To a thousandth, for the eye. */
function rounded(row: Row): Row {
  return { ...row, weight: Math.round((row.weight as number) * 1000) / 1000 };
}
