import type { FieldNode, GraphQLObjectType } from "graphql";
import { isConstant, type Source } from "./fields.ts";
import type { Column, Run } from "./run.ts";

/**
 * What a type says in its extensions of fields that follow from one row alone: objects of the same key have the same
 * values there until the graph changes. Others of the type have the key null.
 */
export interface Kept<T> {
  readonly by: (value: T) => number | null;
  readonly fields: readonly string[];
}

/** The key by which what is asked of a type can be kept; null where it depends on more. */
export function keeping(
  source: Source,
  type: GraphQLObjectType,
  asked: ReadonlyMap<string, readonly FieldNode[]>,
): Kept<unknown>["by"] | null {
  const { kept } = type.extensions as { readonly kept?: Kept<unknown> };
  if (kept === undefined) return null;
  const nodes = [...asked.values()].flat();
  const isKept = nodes.every(({ name: { value } }) => value === "__typename" || kept.fields.includes(value));
  return isKept && isConstant(source, nodes) ? kept.by : null;
}

/** Writes what was not written lately, all of it together. */
export function keptColumn(column: Column, keyOf: Kept<unknown>["by"]): Column {
  return (values, run) => {
    const kept = run.fragments.of(column);
    const keys = values.map(keyOf);
    const texts = keys.map((key) => (key === null ? undefined : kept.get(key)));
    const missing = values.filter((_, index) => texts[index] === undefined);
    if (missing.length === 0) return texts as readonly string[];
    const written = column(missing, { ...run, isKept: true } satisfies Run);
    let next = 0;
    return texts.map((text, index) => {
      if (text !== undefined) return text;
      const made = written[next++] as string;
      const key = keys[index] ?? null;
      if (key !== null) kept.set(key, made);
      return made;
    });
  };
}
