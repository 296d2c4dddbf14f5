import {
  type ASTVisitor,
  type FieldNode,
  type GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

/** Selections looked at in one operation; one of more is refused, as fragments within fragments multiply. */
const maxLooks = 20_000;

type Refuse = (code: string, message: string) => GraphQLError;

/**
 * Refuses one field under more names than allowed in one place of the answer. What goes there is gathered first: from
 * fragments, and from each time that the field above was written.
 */
export function aliasRule(maxAliases: number, refuse: Refuse): ValidationRule {
  return function MaxAliases(context: ValidationContext): ASTVisitor {
    return {
      OperationDefinition({ selectionSet }) {
        const fault = faultIn(selectionSet, maxAliases, context);
        if (fault !== null) context.reportError(refuse("TOO_MANY_ALIASES", fault));
      },
    };
  };
}

function faultIn(root: SelectionSetNode, maxAliases: number, context: ValidationContext): string | null {
  const identity = numbering();
  const known = new Set<string>();
  const places: (readonly SelectionSetNode[])[] = [[root]];
  let looks = 0;
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const fields = fieldsOf(place, context);
    looks += fields.length;
    if (looks > maxLooks)
      return `The operation holds more than ${maxLooks} fields when its fragments are put in. Ask in several requests.`;
    const key = fields.map(identity).join();
    if (known.has(key)) continue;
    known.add(key);
    for (const [field, nodes] of Map.groupBy(fields, ({ name }) => name.value)) {
      const count = new Set(nodes.map(answerName)).size;
      if (count > maxAliases)
        return `“${field}” is asked for under ${count} names; ${maxAliases} are allowed. Ask in several requests.`;
    }
    for (const nodes of Map.groupBy(fields, answerName).values())
      places.push(nodes.flatMap(({ selectionSet }) => selectionSet ?? []));
  }
  return null;
}

function answerName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** The fields of selections, those of their fragments among them, each fragment once. */
function fieldsOf(
  selectionSets: readonly SelectionSetNode[],
  context: ValidationContext,
  seen = new Set<string>(),
): readonly FieldNode[] {
  return selectionSets
    .flatMap(({ selections }) => selections)
    .flatMap((node): readonly FieldNode[] => {
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf([node.selectionSet], context, seen);
      const fragment = context.getFragment(node.name.value);
      if (!fragment || seen.has(node.name.value)) return [];
      seen.add(node.name.value);
      return fieldsOf([fragment.selectionSet], context, seen);
    });
}

/** Gives each thing a number of its own. */
function numbering(): (thing: object) => number {
  const numbers = new Map<object, number>();
  return (thing) => {
    const number = numbers.get(thing) ?? numbers.size;
    numbers.set(thing, number);
    return number;
  };
}
