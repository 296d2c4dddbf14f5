import { type ChangePoint, changePointsOf } from "../clusters/change-points.ts";
import { type Communities, communitiesOf } from "../clusters/communities.ts";
import { type Stability, stabilityOf } from "../clusters/stability.ts";
import { windowDistances } from "../clusters/window-distances.ts";
import { type Network, networkOf } from "../network.ts";
import { randomOf } from "../random.ts";
import { networksOver } from "../series.ts";
import { tiesIn } from "../ties.ts";
import type { Window } from "../windows.ts";
import { type Posed, questionIn, windowingIn } from "./posed.ts";

export interface GroupInput extends Posed {
  readonly seed: number;
}

/** Communities of nodes: rows, then in two modes columns. */
export interface Grouped extends Communities {
  readonly labels: readonly string[];
  readonly counts: readonly number[];
  readonly statements: number;
}

export interface GroupOutput {
  readonly whole: Grouped;
  readonly windows: readonly (Window & Grouped)[];
  /** Between each window and the next. */
  readonly stability: readonly Stability[];
  readonly changePoints: readonly ChangePoint[];
}

/** Communities of the whole span and of each window, how far they stay, and where the debate changes. */
export function group({ statements, question, windowing, seed }: GroupInput): GroupOutput {
  const asked = questionIn(question);
  const whole = grouped(networkOf(statements, asked), seed);
  if (windowing === null) return { whole, windows: [], stability: [], changePoints: [] };
  const series = [...networksOver(statements, asked, windowingIn(windowing))];
  const windows = series.map(({ network, ...window }) => ({ ...window, ...grouped(network, seed) }));
  const distances = windowDistances(series.map(({ network }) => network));
  return {
    whole,
    windows,
    stability: stabilityOf(
      windows.map(({ labels, of }) => new Map(labels.map((label, at) => [label, of[at] as number]))),
    ),
    changePoints: changePointsOf(distances, series.length, { random: randomOf(seed) }),
  };
}

function grouped(network: Network, seed: number): Grouped {
  const { rows, columns, mode, picked } = network;
  const sides = mode === "TWO_MODE" ? [rows, columns] : [rows];
  return {
    ...communitiesOf(tiesIn(network), { random: randomOf(seed) }),
    labels: sides.flatMap(({ labels }) => labels),
    counts: sides.flatMap((side) => [...side.statements]),
    statements: picked.length,
  };
}
