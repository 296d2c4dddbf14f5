import { type Centrality, neighboursOf } from "./centrality.ts";

/** The sum of the weights of its ties, which is its weighted degree; 0 and up. */
export const strength: Centrality = {
  name: "STRENGTH",
  summary: "How strongly it is tied, all in all.",
  reference:
    "Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, The Architecture of Complex Weighted Networks, PNAS 101",
  of: (ties) =>
    Float64Array.from(neighboursOf(ties), (own) => own.reduce((sum, [, weight]) => sum + weight, 0)),
};
