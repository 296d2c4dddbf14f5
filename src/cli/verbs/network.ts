import { duplicateRules } from "../../analysis/network/duplicates.ts";
import { aggregates, normalizations } from "../../analysis/network/index.ts";
import { networkModes } from "../../analysis/network/network.ts";
import { qualifiers } from "../../analysis/network/qualifiers.ts";
import { networkFormatFor, networkFormats } from "../../export/networks/index.ts";
import { type DrawingAnswer, drawingIn, drawingQuery } from "../../graphql/drawing.ts";
import { stanceAxes } from "../../store/stance-columns.ts";
import type { askFlags } from "../asking.ts";
import { exitCodes } from "../exit.ts";
import { decimal, integer, oneOf, option } from "../flag.ts";
import { ask, type Graph } from "../graph.ts";
import { graphAt } from "../place.ts";
import { rowsVerb } from "../read.ts";
import type { Column, Row } from "../row.ts";
import { spokenFlags, spokenIn } from "../spoken.ts";
import type { InputOf, Verb } from "../verb.ts";
import { datedColumns } from "../windowed.ts";

type Network = DrawingAnswer;
type Ties = Pick<Network["network"], "nodes" | "edges">;

type Measures = Readonly<
  Record<"mode" | "rows" | "columns" | "aggregate" | "qualifier" | "normalize" | "duplicates", string | null>
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

const flags = {
  mode: oneOfThese("<mode>", "Between whom; ACTORS when left out.", networkModes),
  rows: oneOfThese("<axis>", "Who is meant by actors; HOLDER when left out.", stanceAxes),
  columns: oneOfThese(
    "<axis>",
    "What is meant by issues; ISSUE when left out. With HOLDER, and --rows SPEAKER: who speaks for whom.",
    stanceAxes,
  ),
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
  normalize: oneOfThese("<by>", "By what weights are divided; NONE when left out.", namesOf(normalizations)),
  duplicates: oneOfThese(
    "<within>",
    "Within what an actor's like stances on an issue count once; NONE, each counts, when left out.",
    duplicateRules,
  ),
  top: option("<number>", "Only so many nodes of a kind: those with the most stances.", integer(1, 2000)),
  threshold: option("<weight>", "Only ties that are at least so far from 0.", decimal(0)),
  ...spokenFlags,
};

async function variablesOf(asked: InputOf<Record<never, never>, typeof flags>, graph: Graph) {
  return {
    input: {
      ...measuresIn(asked),
      top: asked.top,
      threshold: asked.threshold,
      ...(await spokenIn(asked, graph)),
    },
  };
}

const rows = rowsVerb({
  arguments: {},
  flags,
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
  document: drawingQuery,
  variables: variablesOf,
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

const formatNames = networkFormats.map(({ name }) => name);

/** As rows, or as a file for another program. */
export const network: Verb = {
  ...rows,
  flags: {
    ...rows.flags,
    format: option("<format>", "As a file for another program instead of rows.", oneOf(formatNames), {
      choices: formatNames,
    }),
  },
  notes: `${rows.notes}\n\nFormats:\n${networkFormats.map(({ name, summary }) => `  ${name.padEnd(10)}  ${summary}`).join("\n")}`,
  examples: [
    ...rows.examples,
    ["stancegraph network --format graphml > network.graphml", "The network for Gephi or igraph."],
  ],
  run: async (input: RowsInput, effects) => {
    if (input.format === null) return rows.run(input as never, effects);
    const graph = await graphAt(input, effects);
    try {
      const variables = await variablesOf(input, graph);
      const answer = await ask<Network>(graph, { query: drawingQuery, variables });
      await effects.stdout.write(networkFormatFor(input.format).write(drawingIn(answer)));
      return exitCodes.ok;
    } finally {
      graph.close();
    }
  },
};

type RowsInput = InputOf<Record<never, never>, typeof flags & typeof askFlags> & {
  readonly format: string | null;
};

/** Those given; the API says what is meant by the others. */
function measuresIn(measures: Measures): Partial<Measures> {
  const { mode, rows, columns, aggregate, qualifier, normalize, duplicates } = measures;
  const given = { mode, rows, columns, aggregate, qualifier, normalize, duplicates };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function namesOf(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name);
}

/** To a thousandth, for the eye. */
function rounded(row: Row): Row {
  return { ...row, weight: Math.round((row.weight as number) * 1000) / 1000 };
}
