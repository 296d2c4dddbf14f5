import { type Centrality, neighboursOf } from "./centrality.ts";

/** The number of nodes it is tied to; 0 to n − 1. */
export const degree: Centrality = {
  name: "DEGREE",
  summary: "To how many it is tied.",
  reference: "Freeman 1978, Centrality in Social Networks: Conceptual Clarification, Social Networks 1",
  of: (ties) => Float64Array.from(neighboursOf(ties), (own) => own.length),
};
