import type { Author } from "../domain/coder.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { Outcome } from "../ingest/desk.ts";
import type { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { enumOf } from "./enums.ts";
import { userErrorOf } from "./errors.ts";

export const OutcomeEnum = enumOf("Outcome", "What became of it.", ["ADDED", "REVISED", "PRESENT"], {
  ADDED: "It is new.",
  REVISED: "It takes the place of what was there.",
  PRESENT: "It was there already; nothing changed.",
});

/** What every mutation takes beside its own input. */
export interface EditInput {
  readonly dryRun: boolean;
  readonly why?: string | null;
}

/** What a mutation did to one thing. */
export interface Edited {
  readonly id: string;
  readonly outcome: Outcome;
  readonly dryRun: boolean;
}

type FieldBuilder = Parameters<
  Parameters<ReturnType<typeof builder.inputRef<object>>["implement"]>[0]["fields"]
>[0];

export function editFields(t: FieldBuilder) {
  return {
    dryRun: t.boolean({
      required: true,
      defaultValue: false,
      description: "Do it, tell what would come of it, and undo it.",
    }),
    why: t.string({ description: "Why, for the audit; at most 2000 characters." }),
  };
}

/** Does an edit, with its author, and tells expected troubles by their type. What was loaded before is forgotten. */
export function edited<T>(
  context: Context,
  { dryRun, why = null }: EditInput,
  work: (options: EditOptions) => T,
): T {
  try {
    if ((why?.length ?? 0) > maxWhy)
      throw new StanceGraphError("invalid", `The reason is longer than ${maxWhy} characters; shorten it.`, [
        "why",
      ]);
    return work({ author: { who: context.who, why }, dryRun });
  } catch (error) {
    throw error instanceof StanceGraphError ? userErrorOf(context.toldAs(error)) : error;
  } finally {
    context.load.forget();
  }
}

export interface EditOptions {
  readonly author: Author;
  readonly dryRun: boolean;
}

const maxWhy = 2000;
