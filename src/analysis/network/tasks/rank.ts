import type { Ties } from "../centrality/centrality.ts";
import { centralities } from "../centrality/index.ts";
import { communitiesOf } from "../clusters/communities.ts";
import { randomOf } from "../random.ts";

export interface RankOutput {
  /** By name of a centrality that of each node. */
  readonly centralities: Readonly<Record<string, Float64Array>>;
  /** The community of each node, and how well they are told apart. */
  readonly community: Int32Array;
  readonly modularity: number;
}

/** All that is told of the nodes of a network. */
export function rank(ties: Ties): RankOutput {
  const { of, modularity } = communitiesOf(ties, { random: randomOf(1) });
  return {
    centralities: Object.fromEntries(centralities.map((each) => [each.name, each.of(ties)])),
    community: of,
    modularity,
  };
}
