import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { StanceGraphError } from "../../../domain/error.ts";
import { sha256 } from "../../../domain/id.ts";

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** A question and what a model answered, as it is kept. */
export interface Answered {
  /** SHA-256 of model and messages, 64 hex digits. */
  readonly hash: string;
  readonly model: string;
  readonly messages: readonly Message[];
  readonly answer: string;
  /** Whether it could be read; one that could not is asked for anew. */
  readonly isUsable: boolean;
}

/** What names a question: the model and every word that it is told. */
export function hashOf(model: string, messages: readonly Message[]): string {
  return sha256(JSON.stringify([model, messages.map(({ role, content }) => [role, content])]));
}

/** Answers kept in a file, a line of JSON each, so that the same question is asked once; null: kept nowhere. */
export class Answers {
  readonly #path: string | null;
  readonly #byHash = new Map<string, Answered>();

  constructor(path: string | null) {
    this.#path = path;
    if (path === null || !existsSync(path)) return;
    const lines = readFileSync(path, "utf8").split("\n");
    // What is after the last line's end was cut off when it was written.
    for (const [index, line] of lines.slice(0, -1).entries()) {
      const kept = keptIn(line);
      if (kept === null)
        throw new StanceGraphError(
          "invalid",
          `${path}:${index + 1} is no answer that was kept; remove the line, or name another file.`,
        );
      this.#byHash.set(kept.hash, kept);
    }
    if (lines.at(-1) !== "") appendFileSync(path, "\n");
  }

  get(hash: string): Answered | undefined {
    return this.#byHash.get(hash);
  }

  keep(answered: Answered): void {
    this.#byHash.set(answered.hash, answered);
    if (this.#path !== null) appendFileSync(this.#path, `${JSON.stringify(answered)}\n`);
  }
}

function keptIn(line: string): Answered | null {
  try {
    const value = JSON.parse(line) as Partial<Answered>;
    return typeof value.hash === "string" && typeof value.answer === "string" ? (value as Answered) : null;
  } catch {
    return null;
  }
}
