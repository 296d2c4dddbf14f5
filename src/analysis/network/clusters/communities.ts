import type { Analysis } from "../../analysis.ts";
import { neighboursOf, type Ties } from "../centrality/centrality.ts";
import { renumbered } from "../polarization/polarization.ts";
import { type Random, shuffled } from "../random.ts";
import { modularityOf } from "./modularity.ts";

export const communities: Analysis = {
  name: "communities",
  summary: "Groups that are tied among themselves more than chance would have it.",
  reference:
    "Blondel, Guillaume, Lambiotte & Lefebvre 2008, Fast Unfolding of Communities in Large Networks (Louvain)",
};

export interface Communities {
  /** The group of each node; groups are numbered in the order of their first member. */
  readonly of: Int32Array;
  readonly count: number;
  readonly modularity: number;
}

/** A node of a level: the weights to others, by their number, and to itself both ways. */
type Level = readonly ReadonlyMap<number, number>[];

/** Groups by the Louvain method; nodes are visited in an order by chance, so that the same seed gives the same groups. */
export function communitiesOf(ties: Ties, { random }: { readonly random: Random }): Communities {
  let level: Level = neighboursOf(ties).map((own) => new Map(own));
  let of = Int32Array.from({ length: ties.size }, (_, node) => node);
  for (;;) {
    const { groups, hasMoved } = joined(level, random);
    if (!hasMoved) break;
    of = of.map((node) => groups[node] as number);
    level = gathered(level, groups);
  }
  const named = renumbered(of, ties.size);
  const count = 1 + named.reduce((most, group) => Math.max(most, group), -1);
  return { of: named, count, modularity: modularityOf(ties, named) };
}

/** Lets each node join the group that gains most, round by round until none moves. */
function joined(level: Level, random: Random): { readonly groups: Int32Array; readonly hasMoved: boolean } {
  const strengths = Float64Array.from(level, (own) => own.values().reduce((sum, weight) => sum + weight, 0));
  const all = strengths.reduce((sum, each) => sum + each, 0);
  const of = Int32Array.from(level, (_, node) => node);
  const totals = strengths.slice();
  let hasMoved = false;
  for (let isMoving = all > 0; isMoving; ) {
    isMoving = false;
    for (const node of shuffled(level.length, random)) {
      const from = of[node] as number;
      const own = strengths[node] as number;
      (totals[from] as number) -= own;
      const to = bestGroup(weightsTo(level[node] as ReadonlyMap<number, number>, node, of), from, (group) => {
        return (own * (totals[group] as number)) / all;
      });
      (totals[to] as number) += own;
      of[node] = to;
      if (to !== from) [isMoving, hasMoved] = [true, true];
    }
  }
  return { groups: renumbered(of, level.length), hasMoved };
}

/** The group to which a node has most weight beyond what is expected; its own among equals, then the first. */
function bestGroup(
  weights: ReadonlyMap<number, number>,
  from: number,
  expected: (group: number) => number,
): number {
  let [best, most] = [from, (weights.get(from) ?? 0) - expected(from)];
  for (const [group, weight] of weights) {
    const gain = weight - expected(group);
    if (gain > most + 1e-12) [best, most] = [group, gain];
  }
  return best;
}

function weightsTo(own: ReadonlyMap<number, number>, node: number, of: Int32Array): Map<number, number> {
  const weights = new Map<number, number>();
  for (const [other, weight] of own) {
    if (other === node) continue;
    const group = of[other] as number;
    weights.set(group, (weights.get(group) ?? 0) + weight);
  }
  return weights;
}

/** The groups as nodes. */
function gathered(level: Level, groups: Int32Array): Level {
  const count = 1 + groups.reduce((most, group) => Math.max(most, group), -1);
  const next = Array.from({ length: count }, () => new Map<number, number>());
  for (const [node, own] of level.entries())
    for (const [other, weight] of own) {
      const [group, to] = [next[groups[node] as number] as Map<number, number>, groups[other] as number];
      group.set(to, (group.get(to) ?? 0) + weight);
    }
  return next;
}
