import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import { StanceGraphError } from "../../../domain/error.ts";
import { EndError } from "../extractor.ts";
import type { Message } from "./answers.ts";

export interface ServerOptions {
  /** As in http://127.0.0.1:11434/v1. */
  readonly baseUrl: string;
  readonly model: string;
  /** Null: the server asks for none. */
  readonly apiKey: string | null;
  /** For one answer. */
  readonly timeoutSeconds: number;
  /** How often it is asked again when it is busy, or cannot be reached. */
  readonly retries: number;
}

export interface Question {
  readonly messages: readonly Message[];
  /** Names the schema for the server. */
  readonly name: string;
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxAnswerTokens: number;
}

export interface Reply {
  readonly text: string;
  /** As the server counts them; null where it does not. */
  readonly tokens: { readonly question: number; readonly answer: number } | null;
}

/** How an answer's form is asked for, the strictest first: servers know some of these, or none. */
const forms = ["json_schema", "json_object", "words"] as const;
/** What we ask for beyond the protocol's oldest words, which a server may refuse by name. */
const settings = ["temperature", "seed", "max_tokens"] as const;

/** A server that speaks the protocol of OpenAI's chat completions: Ollama, llama.cpp, vLLM, or in the cloud. */
export class Server {
  readonly #options: ServerOptions;
  readonly #client: OpenAI;
  #form = 0;
  readonly #refused = new Set<string>();

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#client = new OpenAI({
      baseURL: options.baseUrl,
      apiKey: options.apiKey ?? "none",
      timeout: options.timeoutSeconds * 1_000,
      // It waits as long as the server asks it to, else ever longer.
      maxRetries: options.retries,
      organization: null,
      project: null,
      logLevel: "off",
    });
  }

  /** Asks, and steps down to what the server knows when it refuses how it is asked. */
  async ask(question: Question): Promise<Reply> {
    for (let cuts = 0; ; ) {
      try {
        return await this.#sent(question);
      } catch (error) {
        if (isCut(error) && cuts < this.#options.retries) {
          cuts += 1;
          continue;
        }
        if (!(error instanceof APIError) || !this.#steppedDown(error)) throw this.#inPlainWords(error);
      }
    }
  }

  async #sent({ messages, name, schema, maxAnswerTokens }: Question): Promise<Reply> {
    const form = forms[this.#form];
    const isAsked = (setting: string) => !this.#refused.has(setting);
    const { choices, usage } = await this.#client.chat.completions.create({
      model: this.#options.model,
      messages: messages.map((each) => ({ ...each })),
      ...(isAsked("temperature") && { temperature: 0 }),
      ...(isAsked("seed") && { seed: 1 }),
      ...(isAsked("max_tokens")
        ? { max_tokens: maxAnswerTokens }
        : { max_completion_tokens: maxAnswerTokens }),
      ...(form === "json_schema" && {
        response_format: { type: form, json_schema: { name, strict: true, schema } },
      }),
      ...(form === "json_object" && { response_format: { type: form } }),
    });
    const choice = choices?.[0];
    const text = choice?.message?.content;
    if (typeof text !== "string")
      throw new StanceGraphError("invalid", "The server's answer holds no message of the model.");
    return {
      text,
      tokens: usage ? { question: usage.prompt_tokens, answer: usage.completion_tokens } : null,
    };
  }

  /** Whether, after a refusal, there is another way to ask. */
  #steppedDown(error: APIError): boolean {
    if (![400, 404, 415, 422, 500, 501].includes(error.status ?? 0)) return false;
    const said = `${error.param ?? ""} ${error.message}`;
    const setting = settings.find((each) => said.includes(each) && !this.#refused.has(each));
    if (setting !== undefined) {
      this.#refused.add(setting);
      return true;
    }
    const isOfForm = /response_format|json_schema|json_object|schema|grammar|format/i.test(said);
    if (this.#form === forms.length - 1 || !(isOfForm || error.status === 400 || error.status === 422))
      return false;
    this.#form += 1;
    return true;
  }

  /** What went wrong, with the remedy. */
  #inPlainWords(error: unknown): unknown {
    const { baseUrl, model, timeoutSeconds } = this.#options;
    if (error instanceof APIConnectionTimeoutError)
      return new StanceGraphError(
        "unavailable",
        `${baseUrl} gave no answer within ${timeoutSeconds} seconds.`,
      );
    if (error instanceof APIConnectionError)
      return new StanceGraphError(
        "unavailable",
        `The connection to ${baseUrl} failed: ${reasonOf(error)}. See that the server runs there, or name another by --base-url.`,
      );
    if (isCut(error))
      return new StanceGraphError("unavailable", `${baseUrl} answered with what is no JSON, or is cut off.`);
    if (!(error instanceof APIError)) return error;
    const said = error.message.slice(0, 300);
    if (error.status === 401 || error.status === 403)
      return new EndError(
        "forbidden",
        `${baseUrl} refuses the key: ${said}. Set STANCEGRAPH_MODEL_KEY to one that it takes.`,
      );
    if (error.status === 404)
      return new EndError("not_found", `${baseUrl} knows no model ${model}, or is no such server: ${said}.`);
    return new StanceGraphError("unavailable", `${baseUrl} answered ${error.status}: ${said}.`);
  }
}

/** An answer that ended before its end: the library asks again only where none has begun. */
function isCut(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof TypeError && error.message === "terminated");
}

function reasonOf(error: Error): string {
  let deepest: unknown = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  return ((deepest as Error).message || error.message).replace(/\.$/, "");
}
