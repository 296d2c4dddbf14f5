import { type FieldNode, type GraphQLObjectType, isLeafType, isNonNullType } from "graphql";
import { leafText } from "./leaf.ts";
import type { Extensions } from "./resolving.ts";
import { Unplanned } from "./unplanned.ts";

/** Writes what one object has for a field. */
export type One = (source: unknown) => string;

/** The text of a field that shows a property as it stands, never null; null for a field that is more than that. */
export function propertyText(type: GraphQLObjectType, node: FieldNode): One | null {
  const field = type.getFields()[node.name.value];
  const { pothosExposedField: name, pothosOptions } = (field?.extensions ?? {}) as Extensions;
  if (field === undefined || name === undefined || pothosOptions?.authScopes !== undefined) return null;
  if (!isNonNullType(field.type) || !isLeafType(field.type.ofType)) return null;
  const text = leafText(field.type.ofType);
  let [last, lastText]: [unknown, string] = [undefined, ""];
  return (source) => {
    const value = (source as Readonly<Record<string, unknown>>)[name];
    if (value === null || value === undefined) throw new Unplanned();
    // In lists sorted by it, many have the same in a row.
    if (value !== last) [last, lastText] = [value, text(value)];
    return lastText;
  };
}
