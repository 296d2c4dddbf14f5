import { EndError } from "../extractor.ts";

export interface Limits {
  /** Of questions and answers together; null: no limit. */
  readonly maxTokens: number | null;
  /** In the currency of the prices; null: no limit. */
  readonly maxCost: number | null;
  /** For a million tokens. */
  readonly prices: { readonly question: number; readonly answer: number };
}

/** What has been asked of a model, and what it took. */
export class Budget {
  readonly #limits: Limits;
  requests = 0;
  questionTokens = 0;
  answerTokens = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get tokens(): number {
    return this.questionTokens + this.answerTokens;
  }

  get cost(): number {
    return this.#costOf(this.questionTokens, this.answerTokens);
  }

  /** Refuses a question that, with an answer as long as is allowed, would go beyond a limit. */
  allow(questionTokens: number, answerTokens: number): void {
    const { maxTokens, maxCost } = this.#limits;
    if (maxTokens !== null && this.tokens + questionTokens + answerTokens > maxTokens)
      throw new EndError(
        "unavailable",
        `The next question may take more than the ${maxTokens} tokens allowed; ${this.tokens} are spent. Raise --max-tokens to go on.`,
      );
    if (maxCost !== null && this.cost + this.#costOf(questionTokens, answerTokens) > maxCost)
      throw new EndError(
        "unavailable",
        `The next question may cost more than the ${maxCost} allowed; ${this.cost.toFixed(4)} is spent. Raise --max-cost to go on.`,
      );
  }

  spend(questionTokens: number, answerTokens: number): void {
    this.requests += 1;
    this.questionTokens += questionTokens;
    this.answerTokens += answerTokens;
  }

  #costOf(question: number, answer: number): number {
    const { prices } = this.#limits;
    return (question * prices.question + answer * prices.answer) / 1e6;
  }
}

/** About how many tokens a text takes: four letters each, as most models have it for English. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}
