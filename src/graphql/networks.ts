import { type Network, type NetworkMode, networkOf } from "../analysis/network/network.ts";
import { type ReasonsOf, reasonsIn } from "../analysis/network/reasons.ts";
import type { Axis } from "../analysis/network/statements.ts";
import { questionIn } from "../analysis/network/tasks/posed.ts";
import { forTies, possibleTies, tiesIn } from "../analysis/network/ties.ts";
import type { Window } from "../analysis/network/windows.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { OutputOf } from "./compute.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { rememberedBriefly } from "./memory.ts";
import { type NetworkAsked, type NetworkPosed, type NodeKind, posed } from "./network-question.ts";

/** A network as it is shown. */
export interface NetworkAnswer {
  readonly mode: NetworkMode;
  readonly aggregate: string;
  readonly normalize: string;
  readonly network: Network;
  /** What was asked, and of which stances. */
  readonly question: NetworkPosed;
  readonly threshold: number;
  /** The share of the ties that there could be. */
  readonly density: number;
  readonly nodes: readonly NetworkNode[];
  readonly edgeCount: number;
  readonly reasons: ReasonsOf;
  /** The store's key of each statement. */
  readonly key: Uint32Array;
}

/** The network of one window. */
export interface NetworkWindowAnswer extends Window {
  readonly network: NetworkAnswer;
}

export interface NetworkNode {
  /** Its place among the nodes, and the network it is of. */
  readonly place: number;
  readonly of: () => NetworkAnswer;
  readonly id: string;
  readonly kind: NodeKind;
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

const maxEdges = 100_000;
/** Sixty-four weights or statements take about as much memory as a row of another list. */
const weightsARow = 64;

/** The network asked for, remembered for who pages through it. */
export function networkAnswer(context: Context, asked: NetworkAsked): NetworkAnswer {
  const weightOf = ({ network }: NetworkAnswer) =>
    (network.values.length + network.picked.length) / weightsARow;
  const question = `network ${JSON.stringify(asked)}`;
  const [answer] = rememberedBriefly(context.store, question, () => [answered(context, asked)], weightOf);
  return answer as NetworkAnswer;
}

function answered(context: Context, asked: NetworkAsked): NetworkAnswer {
  const question = posed(context, asked);
  const threshold = asked.threshold ?? 0;
  const network = networkOf(question.statements, questionIn(question.question));
  return answerOf(question, network, threshold);
}

/** A network of a question, or that of one of its windows. */
function answerOf(question: NetworkPosed, network: Network, threshold: number): NetworkAnswer {
  const { statements } = question;
  const { aggregate, normalization } = questionIn(question.question);
  let reasons: ReasonsOf | null = null;
  const answer: NetworkAnswer = {
    mode: network.mode,
    aggregate: aggregate.name,
    normalize: normalization.name,
    network,
    question,
    threshold,
    key: statements.key,
    ...shownAs(network, { threshold, of: () => answer, kinds: question.kinds }),
    reasons: (row, column) => {
      reasons ??= reasonsIn(statements, network, aggregate);
      return reasons(row, column);
    },
  };
  return answer;
}

/** The networks of the windows asked for, computed apart. */
export async function windowsOf(
  context: Context,
  { question, threshold }: NetworkAnswer,
): Promise<readonly NetworkWindowAnswer[]> {
  if (question.windowing === null) return [];
  const windows = await context.compute("series", question);
  const answers = windows.map(({ network, ...window }) => ({
    ...window,
    network: answerOf({ ...question, windowing: null }, network, threshold),
  }));
  checkEdges(answers.reduce((sum, { network }) => sum + network.edgeCount, 0));
  return answers;
}

/** How central each node is, computed apart and once a request. */
export function rankOf(context: Context, { network }: NetworkAnswer): Promise<OutputOf<"rank">> {
  const ranks = kept(context, "ranks", () => new WeakMap<Network, Promise<OutputOf<"rank">>>());
  const known = ranks.get(network) ?? context.compute("rank", tiesIn(network));
  ranks.set(network, known);
  return known;
}

/** The edges of a network: made once a request, as they take ten times the memory of its weights. */
export function networkEdges(context: Context, answer: NetworkAnswer): readonly NetworkEdge[] {
  const made = kept(context, "edges", () => new WeakMap<NetworkAnswer, readonly NetworkEdge[]>());
  const edges = made.get(answer) ?? edgesIn(answer);
  made.set(answer, edges);
  return edges;
}

function edgesIn(answer: NetworkAnswer): readonly NetworkEdge[] {
  const { network, threshold } = answer;
  const { rows, columns } = network;
  const edges: NetworkEdge[] = [];
  const of = () => answer;
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
  return edges;
}

interface Showing {
  readonly threshold: number;
  readonly of: () => NetworkAnswer;
  readonly kinds: Readonly<Record<Axis, NodeKind>>;
}

function shownAs(
  network: Network,
  { threshold, of, kinds }: Showing,
): Pick<NetworkAnswer, "nodes" | "edgeCount" | "density"> {
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
  const nodes = (mode === "TWO_MODE" ? [rows, columns] : [rows]).flatMap((side) =>
    side.labels.map((id, index) => ({
      place: side === rows ? index : offset + index,
      of,
      id,
      kind: kinds[side.axis],
      statements: side.statements[index] as number,
      degree: degrees[side === rows ? index : offset + index] as number,
    })),
  );
  const possible = possibleTies(network);
  return { nodes, edgeCount: count, density: possible === 0 ? 0 : count / possible };
}

function checkEdges(count: number): void {
  if (count <= maxEdges) return;
  throw new StanceGraphError(
    "invalid",
    `That makes ${count} edges; ${maxEdges} are allowed. Ask for the strong ones with \`threshold\`, or for fewer nodes with \`top\`.`,
    ["input", "threshold"],
  );
}
