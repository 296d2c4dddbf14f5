import type { Analysis } from "../analysis.ts";
import { activity } from "./activity.ts";
import { average } from "./average.ts";
import { combine } from "./combine.ts";
import { conflict } from "./conflict.ts";
import { congruence } from "./congruence.ts";
import { cosine } from "./cosine.ts";
import { ignore } from "./ignore.ts";
import { jaccard } from "./jaccard.ts";
import { type Aggregate, leifeld, type Normalization } from "./measure.ts";
import { none } from "./none.ts";
import { prominence } from "./prominence.ts";
import { subtract } from "./subtract.ts";
import { textbookCosine } from "./textbook-cosine.ts";

export const network: Analysis = {
  name: "network",
  summary: "Ties actors or issues by what was said: who agrees with whom, and how much.",
  reference: leifeld,
};

/** Every way in which statements become weights. */
export const aggregates: readonly Aggregate[] = [ignore, congruence, conflict, subtract, combine];

/** Everything that weights can be divided by. */
export const normalizations: readonly Normalization[] = [
  none,
  average,
  jaccard,
  cosine,
  textbookCosine,
  activity,
  prominence,
];
