import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  Lexer,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { costOfOperation } from "../graphql/measure.ts";
import { aliasRule } from "./aliases.ts";
import { asGraphQL } from "./refusal.ts";
import type { Settings } from "./settings.ts";

/** Refuses a document of more words than allowed, before it is parsed. */
export function checkTokens(text: string, { maxTokens }: Settings): void {
  if (text.length <= maxTokens) return;
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; ) {
      count += 1;
      if (count > maxTokens)
        throw limitError(
          "TOO_MANY_TOKENS",
          `The document has more than ${maxTokens} tokens. Ask in several requests.`,
        );
    }
  } catch (error) {
    // What is no GraphQL is the parser's to tell.
    if (!isSyntaxError(error)) throw error;
  }
}

/** The rules of validation that bound what one request may ask for. */
export function limitRules({ maxDepth, maxAliases }: Settings): readonly ValidationRule[] {
  return [depthRule(maxDepth), aliasRule(maxAliases, limitError)];
}

/** Refuses fields within fields beyond a depth. Introspection is exempt; graphql itself bounds that. */
function depthRule(maxDepth: number): ValidationRule {
  return function MaxDepth(context: ValidationContext): ASTVisitor {
    const depthOf = depthMeter(context);
    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth <= maxDepth) return;
        context.reportError(
          limitError(
            "TOO_DEEP",
            `The operation is ${depth} fields deep; ${maxDepth} are allowed. Ask in two requests.`,
          ),
        );
      },
    };
  };
}

/** Refuses an operation that would cost more than allowed; variables that do not fit are told at once. */
export function checkCost(asked: Asked, { maxCost }: Settings): void {
  const cost = costOf(asked);
  if (cost <= maxCost) return;
  const remedy = "Ask for fewer items with `first`, or for fewer fields.";
  throw limitError("TOO_COSTLY", `The operation would cost ${cost}; ${maxCost} are allowed. ${remedy}`);
}

interface Asked {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

function costOf({ document, operationName = null, variableValues }: Asked): number {
  try {
    return costOfOperation(document, operationName, variableValues ?? {});
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    Object.assign(error.extensions, { code: "BAD_REQUEST", http: { status: 400, spec: true } });
    throw error;
  }
}

/** A refusal that keeps its status 400 whatever media type the caller accepts. */
function limitError(code: string, message: string): GraphQLError {
  return asGraphQL({ status: 400, code, message });
}

/** Measures each fragment once; one that spreads itself is refused by another rule. */
function depthMeter(context: ValidationContext): (selectionSet: SelectionSetNode) => number {
  const known = new Map<string, number>();
  const depthOf = ({ selections }: SelectionSetNode): number =>
    Math.max(0, ...selections.map(depthOfSelection));
  const depthOfSelection = (node: SelectionNode): number => {
    switch (node.kind) {
      case Kind.FIELD:
        if (node.name.value === "__schema" || node.name.value === "__type") return 0;
        return 1 + (node.selectionSet === undefined ? 0 : depthOf(node.selectionSet));
      case Kind.INLINE_FRAGMENT:
        return depthOf(node.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return depthOfFragment(node.name.value);
    }
  };
  const depthOfFragment = (name: string): number => {
    const measured = known.get(name);
    if (measured !== undefined) return measured;
    known.set(name, 0);
    const fragment = context.getFragment(name);
    const depth = fragment ? depthOf(fragment.selectionSet) : 0;
    known.set(name, depth);
    return depth;
  };
  return depthOf;
}

function isSyntaxError(error: unknown): boolean {
  return (error as Partial<GraphQLError>).message?.startsWith("Syntax Error") === true;
}
