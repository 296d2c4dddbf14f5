import { type DocumentNode, type ExecutionResult, execute } from "graphql";
import type { Context } from "./context.ts";
import { type Plan, planOf } from "./plan/operation.ts";
import { Unplanned } from "./plan/unplanned.ts";
import { schema } from "./schema.ts";
import { holds } from "./scope.ts";

export interface Asked {
  /** Validated. */
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The JSON text of `{"data": …}` for a query that goes well, at once; null for anything else, which is then to be
 * executed in the ordinary way: that tells what went wrong. What a request may cost is the caller's to check before.
 */
export function answerText(asked: Asked, context: Context): string | null {
  const atOnce = { ...context, compute: notAtOnce };
  // What a plan cannot answer, the full execution tells: not twice.
  const answer = knownPlan(asked) === null ? executedText : plannedText;
  return context.store.reading(() => answer(asked, atOnce));
}

/** What is computed apart must be waited for: not here, and not twice. */
function notAtOnce(): never {
  throw new Unplanned();
}

/** The answer by the query's plan; null without one, and where something is not as the plan expects. */
export function plannedText(asked: Asked, context: Context): string | null {
  const plan = knownPlan(asked);
  if (plan === null || !holds(context.scope, "read")) return null;
  try {
    return `{"data":${plan(asked.variables, context)}}`;
  } catch {
    // Whatever it is, the ordinary execution meets it again, and tells it.
    return null;
  }
}

const plans = new WeakMap<DocumentNode, Map<string | null, Plan | null>>();

function knownPlan({ document, operationName }: Asked): Plan | null {
  const known = plans.get(document) ?? new Map<string | null, Plan | null>();
  plans.set(document, known);
  if (!known.has(operationName)) known.set(operationName, planOf(schema, document, operationName));
  return known.get(operationName) ?? null;
}

function executedText({ document, operationName, variables }: Asked, contextValue: Context): string | null {
  const result = execute({ schema, document, operationName, variableValues: variables, contextValue });
  const isWhole = !("then" in result) && (result as ExecutionResult).errors === undefined;
  return isWhole ? JSON.stringify(result) : null;
}
