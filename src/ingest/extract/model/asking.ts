import { StanceGraphError } from "../../../domain/error.ts";
import { type Answers, hashOf, type Message } from "./answers.ts";
import { type Budget, tokensOf } from "./budget.ts";
import { jsonIn } from "./json.ts";
import type { Server } from "./server.ts";

export interface Asked<T> {
  readonly messages: readonly Message[];
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Reads the answer's JSON; throws what is wrong with it. */
  readonly read: (json: unknown) => T;
}

export interface Told<T> {
  readonly value: T;
  /** Of the question, as it was asked last. */
  readonly promptHash: string;
}

export interface AskingOptions {
  readonly model: string;
  /** Null: only what is kept is answered. */
  readonly server: Server | null;
  readonly answers: Answers;
  readonly budget: Budget;
}

const maxAnswerTokens = 4_000;

/** Asks a model for JSON: what was answered before is not asked again, and an answer that cannot be read is asked for once more. */
export class Asking {
  readonly #options: AskingOptions;

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  async ask<T>(asked: Asked<T>): Promise<Told<T>> {
    const first = await this.#once(asked);
    if (!("trouble" in first)) return first;
    const again: readonly Message[] = [
      ...asked.messages,
      { role: "assistant", content: first.answer },
      {
        role: "user",
        content: `That cannot be read. ${first.trouble} Answer again with one JSON object of the form asked for, and nothing else.`,
      },
    ];
    const second = await this.#once({ ...asked, messages: again });
    if (!("trouble" in second)) return second;
    throw new StanceGraphError("invalid", `Neither answer of the model could be read. ${second.trouble}`);
  }

  async #once<T>({
    messages,
    name,
    schema,
    read,
  }: Asked<T>): Promise<Told<T> | { trouble: string; answer: string }> {
    const { model, answers, server } = this.#options;
    const hash = hashOf(model, messages);
    const kept = answers.get(hash);
    if (kept !== undefined && (kept.isUsable || server === null)) return readBy(read, kept.answer, hash);
    if (server === null)
      throw new StanceGraphError(
        "not_found",
        `No answer to the question ${hash.slice(0, 12)} is kept; ask it once without --replay.`,
      );
    const text = await this.#answerOf(server, messages, name, schema);
    const told = readBy(read, text, hash);
    answers.keep({ hash, model, messages, answer: text, isUsable: !("trouble" in told) });
    return told;
  }

  async #answerOf(
    server: Server,
    messages: readonly Message[],
    name: string,
    schema: Asked<unknown>["schema"],
  ) {
    const { budget } = this.#options;
    const estimate = messages.reduce((sum, { content }) => sum + tokensOf(content), 0);
    budget.allow(estimate, maxAnswerTokens);
    const { text, tokens } = await server.ask({ messages, name, schema, maxAnswerTokens });
    budget.spend(tokens?.question ?? estimate, tokens?.answer ?? tokensOf(text));
    return text;
  }
}

function readBy<T>(read: (json: unknown) => T, answer: string, promptHash: string) {
  try {
    return { value: read(jsonIn(answer)), promptHash };
  } catch (error) {
    if (!(error instanceof StanceGraphError)) throw error;
    return { trouble: error.message, answer };
  }
}
