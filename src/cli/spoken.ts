import { asOfFlags, asOfIn, spanFlags, whereFlag } from "./asking.ts";
import { toggle } from "./flag.ts";
import type { Graph } from "./graph.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "./named.ts";
import type { InputOf } from "./verb.ts";
import { windowFlags, windowIn } from "./windowed.ts";

/** The flags of what is counted in a network: by whom, on what, when, in which windows. */
export const spokenFlags = {
  ...windowFlags,
  rollUp: toggle("Count what members and parts said as what the organisation they belong to said."),
  ...aboutFlags,
  where: whereFlag("{act: {eq: VOTED}}"),
  ...spanFlags,
  ...asOfFlags,
};

/** The same in the words of the API's NetworkInput. */
export async function spokenIn(asked: InputOf<Record<never, never>, typeof spokenFlags>, graph: Graph) {
  return {
    actors: among(null, { id: await actorsNamed(graph, asked.actor) }),
    issues: among(null, { id: await issuesNamed(graph, asked.issue) }),
    stances: asked.where,
    from: asked.from,
    to: asked.to,
    window: windowIn(asked),
    rollUp: asked.rollUp,
    asOf: asOfIn(asked),
  };
}
