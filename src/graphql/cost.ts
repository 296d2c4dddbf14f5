import { type GraphQLField, getNamedType, getNullableType, isListType } from "graphql";
import { StanceGraphError } from "../domain/error.ts";
import { defaultPageSize } from "../store/page.ts";
import type { Context } from "./context.ts";
import { shortList } from "./limits.ts";

/** What a field costs: itself, and its selection once for each item it may give. */
export function costOf(
  args: Record<string, unknown>,
  _context: Context,
  field: GraphQLField<unknown, Context, Record<string, unknown>>,
): { readonly field: number; readonly multiplier: number } {
  if (getNamedType(field.type).name.endsWith("Connection")) {
    return { field: 2, multiplier: Number(args.first ?? args.last ?? defaultPageSize) };
  }
  return { field: 1, multiplier: isListType(getNullableType(field.type)) ? shortList : 1 };
}

/** Says which limit a request exceeds, by how much, and what to leave out. */
export function tooCostly(
  kind: string,
  {
    complexity,
    depth,
    maxComplexity,
    maxDepth,
  }: Readonly<Record<"complexity" | "depth", number>> & {
    readonly maxComplexity?: number;
    readonly maxDepth?: number;
  },
): StanceGraphError {
  if (kind === "Depth") {
    return new StanceGraphError(
      "invalid",
      `The query is ${depth} levels deep; ${maxDepth} are allowed. Ask in two requests.`,
    );
  }
  return new StanceGraphError(
    "invalid",
    `The query would cost ${complexity}; ${maxComplexity} are allowed. Ask for fewer items with \`first\`, or for fewer fields.`,
  );
}
