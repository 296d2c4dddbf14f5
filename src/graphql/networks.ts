import { aggregates, normalizations } from "../analysis/network/index.ts";
import { type Network, type NetworkMode, networkOf } from "../analysis/network/network.ts";
import { qualifiers } from "../analysis/network/qualifiers.ts";
import { type ReasonsOf, reasonsIn } from "../analysis/network/reasons.ts";
import type { Choice } from "../analysis/network/selection.ts";
import type { Axis } from "../analysis/network/statements.ts";
import { forTies, possibleTies } from "../analysis/network/ties.ts";
import { type Day, daysBetween } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { remembered } from "./memory.ts";
import type { NetworkInput } from "./network-input.ts";
import { questionOf } from "./questions.ts";
import { statementsOf } from "./statements.ts";

export type NetworkAsked = typeof NetworkInput.$inferInput;

/** A network as it is shown. */
export interface NetworkAnswer {
  readonly mode: NetworkMode;
  readonly aggregate: string;
  readonly normalize: string;
  readonly network: Network;
  /** The share of the ties that there could be. */
  readonly density: number;
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly reasons: ReasonsOf;
  /** The store's key of each statement. */
  readonly key: Int32Array;
}

export interface NetworkNode {
  readonly id: string;
  readonly kind: "ACTOR" | "ISSUE" | "AUTHOR";
  readonly statements: number;
  readonly degree: number;
}

export interface NetworkEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  readonly row: number;
  readonly column: number;
  /** The network it is of. */
  readonly of: () => NetworkAnswer;
}

const maxNodes = 2000;
const maxEdges = 100_000;
/** Sixty-four weights or statements, or eight edges, take about as much memory as a row of another list. */
const [weightsARow, edgesARow] = [64, 8];

/** The network asked for, remembered until the graph changes. */
export function networkAnswer(context: Context, asked: NetworkAsked): NetworkAnswer {
  const weightOf = ({ network, edges }: NetworkAnswer) =>
    (network.values.length + network.picked.length) / weightsARow + edges.length / edgesARow;
  const question = `network ${JSON.stringify(asked)}`;
  const [answer] = remembered(context.store, question, () => [answered(context, asked)], weightOf);
  return answer as NetworkAnswer;
}

function answered(context: Context, asked: NetworkAsked): NetworkAnswer {
  checkNumbers(asked);
  checkAxes(asked);
  const { mode, normalize, duplicates, isolates, top, from, to, rows, columns } = asked;
  const aggregate = named(aggregates, asked.aggregate ?? (mode === "TWO_MODE" ? "SUBTRACT" : "CONGRUENCE"));
  const normalization = named(normalizations, normalize);
  const { asOf } = questionOf(asked);
  const qualifier = named(qualifiers, asked.qualifier);
  const statements = statementsOf(context, { where: asked.stances, asOf, qualifier, rows, columns });
  const { store } = context;
  const network = networkOf(statements, {
    mode,
    aggregate,
    normalization,
    duplicates,
    isolates,
    top: top ?? null,
    from: dayNumber(from),
    until: dayNumber(to),
    actors: choiceOf(asked.actors, (where) => store.actors.all({ where })),
    issues: choiceOf(asked.issues, (where) => store.issues.all({ where })),
    withoutLevels:
      asked.levels == null ? [] : qualifier.levels.filter((level) => !asked.levels?.includes(level)),
    compat: asked.compat ?? null,
    most: maxNodes,
  });
  let reasons: ReasonsOf | null = null;
  const answer: NetworkAnswer = {
    mode,
    aggregate: aggregate.name,
    normalize,
    network,
    key: statements.key,
    ...shownAs(network, {
      threshold: asked.threshold ?? 0,
      of: () => answer,
      kinds: { actor: kindOf[rows], issue: kindOf[columns] },
    }),
    reasons: (row, column) => {
      reasons ??= reasonsIn(statements, network, aggregate);
      return reasons(row, column);
    },
  };
  return answer;
}

const kindOf = { HOLDER: "ACTOR", SPEAKER: "ACTOR", AUTHOR: "AUTHOR", ISSUE: "ISSUE" } as const;

interface Showing {
  readonly threshold: number;
  readonly of: () => NetworkAnswer;
  readonly kinds: Readonly<Record<Axis, NetworkNode["kind"]>>;
}

function shownAs(
  network: Network,
  { threshold, of, kinds }: Showing,
): Pick<NetworkAnswer, "nodes" | "edges" | "density"> {
  const { rows, columns, mode } = network;
  const offset = mode === "TWO_MODE" ? rows.labels.length : 0;
  const degrees = new Int32Array(offset + columns.labels.length);
  let count = 0;
  forTies(network, threshold, (row, column) => {
    (degrees[row] as number) += 1;
    (degrees[offset + column] as number) += 1;
    count += 1;
  });
  checkEdges(count);
  const edges: NetworkEdge[] = [];
  forTies(network, threshold, (row, column, weight) => {
    edges.push({
      source: rows.labels[row] as string,
      target: columns.labels[column] as string,
      weight,
      row,
      column,
      of,
    });
  });
  const nodes = (mode === "TWO_MODE" ? [rows, columns] : [rows]).flatMap((side) =>
    side.labels.map((id, index) => ({
      id,
      kind: kinds[side.axis],
      statements: side.statements[index] as number,
      degree: degrees[side === rows ? index : offset + index] as number,
    })),
  );
  const possible = possibleTies(network);
  return { nodes, edges, density: possible === 0 ? 0 : count / possible };
}

function checkNumbers({ top, from, to }: NetworkAsked): void {
  if (top != null && top < 1)
    throw new StanceGraphError("invalid", `top is 1 or more; ${top} was given. Leave it out for all.`, [
      "input",
      "top",
    ]);
  if (from != null && to != null && from > to)
    throw new StanceGraphError(
      "invalid",
      `The span ends on ${to}, before it begins on ${from}; swap the two.`,
      ["input", "to"],
    );
}

/** Filters of actors and issues are of the axes that have some. */
function checkAxes({ rows, columns, actors, issues }: NetworkAsked): void {
  const refuse = (field: string, message: string): never => {
    throw new StanceGraphError("invalid", message, ["input", field]);
  };
  if (rows === columns)
    refuse("columns", `Rows and columns are both ${rows}; choose another axis for one of them.`);
  if (actors != null && kindOf[rows] !== "ACTOR")
    refuse("actors", `The rows are no actors but ${rows}; filter with stances: {holder: …} instead.`);
  if (issues != null && columns !== "ISSUE")
    refuse("issues", `The columns are no issues but ${columns}; filter with stances: {issue: …} instead.`);
}

function checkEdges(count: number): void {
  if (count <= maxEdges) return;
  throw new StanceGraphError(
    "invalid",
    `That makes ${count} edges; ${maxEdges} are allowed. Ask for the strong ones with \`threshold\`, or for fewer nodes with \`top\`.`,
    ["input", "threshold"],
  );
}

function choiceOf(
  where: Where | null | undefined,
  find: (where: Where) => Iterable<{ readonly id: string }>,
): Choice | null {
  return where == null ? null : { only: [...find(where)].map(({ id }) => id) };
}

function dayNumber(day: Day | null | undefined): number | null {
  return day == null ? null : daysBetween("1970-01-01", day);
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  return list.find((each) => each.name === name) as T;
}
