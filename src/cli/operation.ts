import {
  type FieldNode,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationTypeNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from "graphql";

/** What a document asks to do. */
export interface Operation {
  /** Null where the document is wrong, which the graph says best. */
  readonly type: `${OperationTypeNode}` | null;
  /** The document to send: one that changes something asks for the types of what comes of it, too. */
  readonly source: string;
}

export function operationOf(source: string, name: string | null): Operation {
  try {
    const document = parse(source);
    const type = getOperationAST(document, name)?.operation ?? null;
    if (type !== "mutation") return { type, source };
    const typed = visit(document, {
      OperationDefinition: ({ selectionSet, ...rest }) => ({
        ...rest,
        selectionSet: { ...selectionSet, selections: selectionSet.selections.map(withType) },
      }),
    });
    return { type, source: print(typed) };
  } catch (error) {
    if (error instanceof GraphQLError) return { type: null, source };
    throw error;
  }
}

/** A trouble that a mutation answers with as data: in which field, of which type, as in `NotFoundError`. */
export interface Refusal {
  readonly field: string;
  readonly type: string;
  readonly message: string | null;
}

/** The data without the types that only we asked for, and the troubles among it. */
export function withoutTypes(data: unknown): {
  readonly data: unknown;
  readonly refusals: readonly Refusal[];
} {
  if (!isObject(data)) return { data, refusals: [] };
  const refusals: Refusal[] = [];
  const entries = Object.entries(data).map(([field, payload]) => {
    if (!isObject(payload)) return [field, payload];
    const { [alias]: asked, ...rest } = payload;
    const type = String(asked ?? rest.__typename ?? "");
    const message = typeof rest.message === "string" ? rest.message : null;
    if (type.endsWith("Error")) refusals.push({ field, type, message });
    return [field, rest];
  });
  return { data: Object.fromEntries(entries), refusals };
}

const alias = "typeOfPayload_";

const typeField: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: alias },
  name: { kind: Kind.NAME, value: "__typename" },
};

function withType(selection: SelectionNode): SelectionNode {
  if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return selection;
  const { selections } = selection.selectionSet;
  return {
    ...selection,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections, typeField] },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
