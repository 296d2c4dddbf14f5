import type { Extractor } from "./extractor.ts";
import { type ModelOptions, modelExtractor } from "./model/model.ts";

export { Candidates } from "./candidates.ts";
export { EndError, type Extractor } from "./extractor.ts";
export { Budget } from "./model/budget.ts";
export { propose } from "./propose.ts";

/** What an extractor may be told. Each takes of it what it needs. */
export type ExtractorOptions = ModelOptions;

export interface ExtractorKind {
  readonly name: string;
  readonly summary: string;
  readonly open: (options: ExtractorOptions) => Extractor;
}

/** Every way in which stances are found in texts. */
export const extractors: readonly ExtractorKind[] = [
  {
    name: "model",
    summary: "A language model, at any server that speaks the protocol of OpenAI's chat completions.",
    open: modelExtractor,
  },
];
