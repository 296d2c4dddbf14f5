import type { Counts } from "./counts.ts";
import type { Normalization } from "./measure.ts";

/**
 * Divides by the lengths of the two rows, √(s[i] · s[i′]) with s what a row has in common with itself: the cosine of
 * the angle between them, −1 to 1. A conflict is divided by the lengths that congruence has.
 */
export const textbookCosine: Normalization = {
  name: "COSINE_TEXTBOOK",
  summary: "By the lengths of the two as vectors: the cosine of the angle between them.",
  reference: "Salton & McGill 1983, Introduction to Modern Information Retrieval",
  oneMode: (counts, { lengths }) => {
    const squares = (lengths as (of: Counts) => Float64Array)(counts);
    return (row, other) => Math.sqrt((squares[row] as number) * (squares[other] as number));
  },
  twoMode: null,
};
