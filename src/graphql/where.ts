import { comparisonsOf, type FieldKind } from "../store/values.ts";
import type { Where } from "../store/where.ts";
import { builder } from "./builder.ts";
import { enumFor } from "./enums.ts";

/** What can be asked of a concept, as far as its input types need it: the store's tables, and computed things. */
export interface Asked {
  readonly name: string;
  readonly fields: Readonly<Record<string, AskedField>>;
}

export interface AskedField {
  readonly kind: FieldKind | "flag" | "one" | "many";
  readonly choices?: readonly string[];
  readonly table?: () => Asked;
  readonly summary: string;
}

type InputRef = ReturnType<typeof builder.inputRef<Where>>;

const refs = new Map<string, InputRef>();

/** The filter type of a concept, `ActorWhere` of `actor`: a filter a field, and AND, OR, NOT. */
export function whereInput(asked: Asked): InputRef {
  const concept = pascalCase(asked.name);
  return input(
    `${concept}Where`,
    `What is asked of ${plainWords(asked.name)}: all that is said here must hold.`,
    (t, self) => ({
      ...Object.fromEntries(
        Object.entries(asked.fields).map(([name, field]) => [
          name,
          t.field({ type: filterInput(field), description: field.summary }),
        ]),
      ),
      AND: t.field({ type: [self], description: "All of these hold." }),
      OR: t.field({ type: [self], description: "At least one of these holds." }),
      NOT: t.field({ type: self, description: "This does not hold." }),
    }),
  );
}

function filterInput({ kind, choices, table }: AskedField): InputRef {
  switch (kind) {
    case "one":
      return oneInput((table as () => Asked)());
    case "many":
      return manyInput((table as () => Asked)());
    case "flag":
      return input("FlagFilter", "Asks whether something is so.", (t) => ({
        eq: t.boolean({ description: "Is so (true), or is not (false)." }),
      }));
    case "choice":
      return choiceInput(choices ?? []);
    case "id":
    case "text":
    case "number":
    case "date":
    case "instant":
      return valueInput(kind);
  }
}

function oneInput(table: Asked): InputRef {
  const words = plainWords(table.name);
  return input(`${pascalCase(table.name)}Filter`, `Asks for one ${words}, by id or by what it is.`, (t) => ({
    eq: t.id({ description: `Is this ${words}, by id.` }),
    in: t.idList({ description: "Is one of these, by id; 1000 at most." }),
    isNull: t.boolean({ description: "There is none (true), or there is one (false)." }),
    is: t.field({ type: whereInput(table), description: `Is a ${words} of which this holds.` }),
  }));
}

function manyInput(table: Asked): InputRef {
  const words = plainWords(table.name);
  return input(`${pascalCase(table.name)}ListFilter`, `Asks for a list by what is in it: ${words}.`, (t) => ({
    some: t.field({ type: whereInput(table), description: `There is a ${words} of which this holds.` }),
    none: t.field({ type: whereInput(table), description: `There is no ${words} of which this holds.` }),
  }));
}

function choiceInput(choices: readonly string[]): InputRef {
  const ref = enumFor(choices);
  return input(`${ref.name}Filter`, "Asks for a value of a closed list.", (t) => ({
    eq: t.field({ type: ref, description: "Is this." }),
    in: t.field({ type: [ref], description: "Is one of these." }),
  }));
}

const valueTypes = {
  id: { name: "IdFilter", type: "ID", description: "Asks for an id." },
  text: { name: "TextFilter", type: "String", description: "Asks for a text." },
  number: { name: "NumberFilter", type: "Float", description: "Asks for a number." },
  date: {
    name: "DateFilter",
    type: "EDTF",
    description:
      "Asks for a date. A date that is only bounded compares by what it certainly is: after 2014 is what began in 2015 at the earliest.",
  },
  instant: { name: "InstantFilter", type: "DateTime", description: "Asks for an instant." },
} as const;

const meanings = {
  eq: "Is this, as written.",
  in: "Is one of these, as written; 1000 at most.",
  gt: "Is greater, or certainly later.",
  gte: "Is this or greater, or certainly not earlier.",
  lt: "Is less, or certainly earlier.",
  lte: "Is this or less, or certainly not later.",
  contains: "Has this in it, in upper or lower case.",
  isNull: "Is unknown (true), or known (false).",
} as const;

function valueInput(kind: keyof typeof valueTypes): InputRef {
  const { name, type, description } = valueTypes[kind];
  return input(name, description, (t) =>
    Object.fromEntries(
      comparisonsOf[kind].map((comparison) => {
        const asked = comparison === "in" ? ([type] as const) : comparison === "isNull" ? "Boolean" : type;
        return [comparison, t.field({ type: asked as "String", description: meanings[comparison] })];
      }),
    ),
  );
}

type Fields = Parameters<InputRef["implement"]>[0]["fields"];
type FieldBuilder = Parameters<Fields>[0];

/** Makes an input type once, whoever asks for it first; its fields are made when the schema is. */
function input(
  name: string,
  description: string,
  fields: (t: FieldBuilder, self: InputRef) => object,
): InputRef {
  const known = refs.get(name);
  if (known !== undefined) return known;
  const ref = builder.inputRef<Where>(name);
  refs.set(name, ref);
  ref.implement({ description, fields: (t) => fields(t, ref) as ReturnType<Fields> });
  return ref;
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function plainWords(name: string): string {
  return name.replaceAll("_", " ");
}
