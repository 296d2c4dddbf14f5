import {
  type ASTNode,
  BREAK,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Column } from "./run.ts";
import { Unplanned } from "./unplanned.ts";

/** What a plan is made from: a document that has been validated. */
export interface Source {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** How values of a type are written that some fields ask for: types lead to types, and back. */
  readonly columnOf: (type: GraphQLOutputType, nodes: readonly FieldNode[]) => Column;
}

/** The fields that selections ask of a type, by the names they get in the answer, in the order of the answer. */
export function fieldsOf(
  source: Source,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const { selections: nodes } of selections) nodes.forEach(add);
  return fields;

  function add(node: SelectionNode): void {
    // Whether something is included may change from request to request: not for a plan.
    if (node.directives !== undefined && node.directives.length > 0) throw new Unplanned();
    switch (node.kind) {
      case Kind.FIELD: {
        const name = node.alias?.value ?? node.name.value;
        const same = fields.get(name);
        if (same === undefined) fields.set(name, [node]);
        else same.push(node);
        return;
      }
      case Kind.INLINE_FRAGMENT:
        if (applies(source, type, node.typeCondition?.name.value)) node.selectionSet.selections.forEach(add);
        return;
      case Kind.FRAGMENT_SPREAD: {
        const fragment = source.fragments.get(node.name.value);
        if (fragment === undefined || visited.has(node.name.value)) return;
        visited.add(node.name.value);
        if (applies(source, type, fragment.typeCondition.name.value))
          fragment.selectionSet.selections.forEach(add);
      }
    }
  }
}

/** What a field asks of the object that it leads to. */
export function selectionsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}

/** Whether fields ask the same whatever the variables are, all that they lead to among it. */
export function isConstant(source: Source, nodes: readonly ASTNode[]): boolean {
  const visited = new Set<string>();
  let isSo = true;
  for (const node of nodes) look(node);
  return isSo;

  function look(node: ASTNode): void {
    visit(node, {
      Variable() {
        isSo = false;
        return BREAK;
      },
      FragmentSpread({ name: { value } }) {
        const fragment = source.fragments.get(value);
        if (fragment === undefined || visited.has(value)) return;
        visited.add(value);
        look(fragment);
      },
    });
  }
}

function applies({ schema }: Source, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const other = schema.getType(condition);
  return isAbstractType(other) && schema.isSubType(other, type);
}
