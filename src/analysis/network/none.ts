import type { Normalization } from "./measure.ts";

/** Weights as they are. */
export const none: Normalization = {
  name: "NONE",
  summary: "Weights as they are.",
  reference: null,
  oneMode: () => () => 1,
  twoMode: () => () => 1,
};
