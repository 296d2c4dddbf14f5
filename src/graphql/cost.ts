import { type GraphQLField, getNamedType, getNullableType, isListType } from "graphql";
import { StanceGraphError } from "../domain/error.ts";
import { defaultPageSize } from "../store/page.ts";
import type { Context } from "./context.ts";
import { shortList, textSearch } from "./limits.ts";

/**
 * The arguments that costs are made of: of a number its value counts, of a list its length, of a text that there is one.
 * A cost that reads another argument must name it here.
 */
export const costArguments: ReadonlySet<string> = new Set(["first", "last", "limit", "ids", "search"]);

/** What a field costs: itself, and its selection once for each item it may give. */
export function costOf(
  args: Record<string, unknown>,
  _context: Context,
  field: GraphQLField<unknown, Context, Record<string, unknown>>,
): { readonly field: number; readonly multiplier: number } {
  if (getNamedType(field.type).name.endsWith("Connection")) {
    const search = typeof args.search === "string" ? textSearch : 0;
    return { field: 2 + search, multiplier: Number(args.first ?? args.last ?? defaultPageSize) };
  }
  return { field: 1, multiplier: isListType(getNullableType(field.type)) ? shortList : 1 };
}

/** Marks a field that goes through the whole graph, or may, before the first of its items is known. */
export const throughAll = { extensions: { throughAll: true } } as const;

export function goesThroughAll(field: GraphQLField<unknown, unknown> | null | undefined): boolean {
  return field?.extensions.throughAll === true;
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
