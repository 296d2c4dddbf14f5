import { StanceGraphError } from "../domain/error.ts";
import { builder } from "./builder.ts";
import { enumFor } from "./enums.ts";

/** A schema of the coding format, as far as we read it to make input types: the same fields, the same words. */
interface Schema {
  readonly description?: string | undefined;
  readonly def: {
    readonly type: string;
    readonly format?: string;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly options?: readonly Schema[];
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly valueType?: Schema;
    readonly defaultValue?: unknown;
    readonly entries?: Readonly<Record<string, string>>;
  };
}

type Input = Readonly<Record<string, unknown>>;
type InputRef = ReturnType<typeof builder.inputRef<Input>>;
type FieldBuilder = Parameters<Parameters<InputRef["implement"]>[0]["fields"]>[0];

/** A field of an input type, and how its value is read back into the coding format. */
interface FieldPlan {
  readonly type: "String" | "Int" | "Float" | "EDTF" | InputRef;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly defaultValue: unknown;
  readonly description: string;
  readonly read: (value: never) => unknown;
}

/** What an item of the coding format takes, as fields of an input type; `itemOf` reads the input back. */
export interface CodingInput {
  readonly fields: (t: FieldBuilder) => Record<string, ReturnType<FieldBuilder["string"]>>;
  readonly itemOf: (input: Input) => Record<string, unknown>;
}

/** Where an item that comes alone differs from one in a file. */
export interface Alone {
  /** Fields that only a file can have. */
  readonly without?: readonly string[];
  /** Fields that mean something else, or must be given, here. */
  readonly instead?: Readonly<Record<string, { readonly description: string; readonly isRequired: boolean }>>;
}

/** The input fields of an item that comes alone. */
export function codingInput(schema: unknown, { without = [], instead = {} }: Alone = {}): CodingInput {
  const plans = Object.entries((schema as Schema).def.shape ?? {})
    .filter(([name]) => !without.includes(name))
    .map(([name, field]) => [name, { ...planOf(name, field), ...instead[name] }] as const);
  return {
    fields: (t) => Object.fromEntries(plans.map(([name, plan]) => [name, fieldOf(t, plan)])),
    itemOf: (input) =>
      Object.fromEntries(
        plans.flatMap(([name, { read }]) =>
          input[name] == null ? [] : [[name, read(input[name] as never)]],
        ),
      ),
  };
}

/** Objects within an item, by the field that holds them. */
const nested: Readonly<Record<string, string>> = {
  names: "ActorNameInput",
  conditions: "ConditionInput",
  participants: "ParticipantInput",
  attribution: "AttributionLinkInput",
  anonymous: "AnonymousSourceInput",
  quote: "QuoteInput",
  examples: "IssueExampleInput",
  proposal: "ProposalInput",
  spans: "ProposalSpanInput",
};

const refs = new Map<string, InputRef>();

/** An input type that the inputs of items hold, for use elsewhere. */
export function nestedInput(
  name: "ActorNameInput" | "ExternalIdInput" | "FacetInput" | "IssueExampleInput",
): InputRef {
  const ref = refs.get(name);
  if (ref === undefined) throw new Error(`No item of the coding format holds ${name} yet.`);
  return ref;
}

function fieldOf(t: FieldBuilder, { type, isList, isRequired, defaultValue, description }: FieldPlan) {
  const options = { required: isRequired, description, ...(defaultValue !== undefined && { defaultValue }) };
  return t.field({ ...options, type: (isList ? [type] : type) as "String" } as { type: "String" });
}

function planOf(name: string, schema: Schema): FieldPlan {
  const { def, description = "" } = schema;
  if (def.type === "optional" || def.type === "default") {
    const plan = planOf(name, def.innerType as Schema);
    const defaultValue =
      Array.isArray(def.defaultValue) || typeof def.defaultValue === "object" ? undefined : def.defaultValue;
    return { ...plan, isRequired: false, defaultValue, description: description || plan.description };
  }
  const plain = {
    isList: false,
    isRequired: true,
    defaultValue: undefined,
    description,
    read: (value: never): unknown => value,
  };
  switch (def.type) {
    case "string":
      return { ...plain, type: "String" };
    case "number":
      return { ...plain, type: def.format === "safeint" ? "Int" : "Float" };
    case "enum":
      return { ...plain, type: enumFor(Object.values(def.entries ?? {})) as never };
    case "pipe":
      return { ...plain, type: "EDTF" };
    case "object":
      return { ...plain, ...objectPlan(nested[name] as string, schema) };
    case "record":
      return { ...plain, isList: true, ...pairsPlan(name, def.valueType as Schema) };
    case "array":
      return listPlan(planOf(name, def.element as Schema), description);
    case "union":
      return unionPlan(name, def.options ?? [], description);
    default:
      throw new Error(`${name} is of a kind (${def.type}) that no input type is made for yet.`);
  }
}

function listPlan(item: FieldPlan, description: string): FieldPlan {
  return {
    ...item,
    isList: true,
    description: description || item.description,
    read: (values: never) => (values as never[]).map(item.read),
  };
}

/** GraphQL knows no unions of inputs: the fullest form stands for all. */
function unionPlan(name: string, options: readonly Schema[], description: string): FieldPlan {
  const fullest = options.find(({ def }) => def.type !== "string") as Schema;
  const list = options.find(({ def }) => def.type === "array");
  const plan = planOf(name, list ?? fullest);
  return { ...plan, description };
}

function objectPlan(typeName: string, schema: Schema): Pick<FieldPlan, "type" | "read"> {
  const { fields, itemOf } = codingInput(schema);
  return {
    type: inputRef(typeName, schema.description ?? objectWords[typeName] ?? "", fields),
    read: itemOf,
  };
}

const objectWords: Readonly<Record<string, string>> = {
  ActorNameInput: "A name that an actor goes by.",
  ConditionInput: "What a stance depends on.",
  ParticipantInput: "An actor in an event.",
  AttributionLinkInput:
    "A link of the chain by which something reached us: an actor, or an anonymous source.",
  AnonymousSourceInput: "A source that is not named.",
  QuoteInput: "A quote. It is found in the document's text.",
  IssueExampleInput: "A passage that shows coders what is coded how.",
  ProposalSpanInput: "Words in the document that a proposal rests on.",
  ExternalIdInput: "The same actor in another register.",
  AttributeInput: "What the source says of a thing beyond our words.",
  FacetInput: "A way to qualify a stance on an issue, with its closed list.",
  FacetValueInput: "A value for one facet of the issue, at most one each.",
};

/** GraphQL knows no open records: they become lists of pairs. */
function pairsPlan(name: string, value: Schema): Pick<FieldPlan, "type" | "read"> {
  const isList = value.def.type === "array";
  const { type, key, held } =
    pairs[name === "externalIds" || name === "attributes" ? name : isList ? "lists" : "values"];
  const ref = inputRef(type, objectWords[type] ?? "", (t) => ({
    [key.name]: t.string({ required: true, description: key.summary }),
    [held.name]: isList
      ? (t.stringList({ required: true, description: held.summary }) as never)
      : t.string({ required: true, description: held.summary }),
  }));
  return { type: ref, read: (list: never) => recordOf(name, list as Input[], key.name, held.name) };
}

const pairs = {
  externalIds: {
    type: "ExternalIdInput",
    key: { name: "scheme", summary: "The register, as in wikidata." },
    held: { name: "value", summary: "Its id there, as in Q796." },
  },
  attributes: {
    type: "AttributeInput",
    key: { name: "name", summary: "The source's name for it, as in section." },
    held: { name: "value", summary: "What it says." },
  },
  lists: {
    type: "FacetInput",
    key: { name: "name", summary: "Its name, as in pace." },
    held: { name: "values", summary: "Its values, as in immediate and phased." },
  },
  values: {
    type: "FacetValueInput",
    key: { name: "name", summary: "The facet, as in pace." },
    held: { name: "value", summary: "One of its values, as in immediate." },
  },
} as const;

function recordOf(field: string, pairs: readonly Input[], key: string, held: string): Input {
  const record: Record<string, unknown> = {};
  for (const pair of pairs) {
    const name = String(pair[key]);
    if (Object.hasOwn(record, name))
      throw new StanceGraphError("invalid", `"${name}" is given twice; keep one.`, [field, name]);
    record[name] = pair[held];
  }
  return record;
}

function inputRef(name: string, description: string, fields: CodingInput["fields"]): InputRef {
  const known = refs.get(name);
  if (known !== undefined) return known;
  const ref = builder.inputRef<Input>(name);
  refs.set(name, ref);
  ref.implement({ description, fields: (t) => fields(t) as never });
  return ref;
}
