import type { AuthFailure, ForbiddenResult } from "@pothos/plugin-scope-auth";
import type { GraphQLResolveInfo } from "graphql";
import { type Scope, scopes } from "../domain/coder.ts";
import type { Context } from "./context.ts";
import { ForbiddenError } from "./errors.ts";

/** Whether a scope includes another; none includes none. */
export function holds(scope: Scope | null, needed: Scope): boolean {
  return scope !== null && scopes.indexOf(scope) >= scopes.indexOf(needed);
}

/** Refuses what the context's key does not allow. */
export function requireScope({ scope }: Context, needed: Scope, what: string): void {
  if (!holds(scope, needed)) throw refusal(what, needed, scope);
}

/** The refusal of a field, for the schema builder. */
export function forbidden(
  _parent: unknown,
  { scope }: Context,
  { fieldName }: GraphQLResolveInfo,
  { failure }: ForbiddenResult,
): ForbiddenError {
  return refusal(fieldName, neededIn(failure), scope);
}

/** The scope that was missing; each field asks for one. */
function neededIn(failure: AuthFailure): Scope {
  const single = "failures" in failure ? failure.failures[0] : failure;
  if (single === undefined || !("parameter" in single))
    throw new Error("A field asks for something other than a scope.");
  return single.parameter as Scope;
}

function refusal(what: string, needed: Scope, scope: Scope | null): ForbiddenError {
  const had = scope === null ? "" : `; this request has "${scope}"`;
  return new ForbiddenError(
    `${what} needs a key of scope "${needed}"${had}. Make one with \`stancegraph keys create --scope ${needed}\` and send it as "Authorization: Bearer …".`,
  );
}
