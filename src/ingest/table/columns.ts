import { StanceGraphError } from "../../domain/error.ts";
import { at } from "../problems.ts";
import type { Lookup } from "./lookups.ts";
import type { ActorShape, Chosen, TableShape } from "./shape.ts";
import { type Columns, compiled, type Reading, type TableRow } from "./template.ts";

type Texts = readonly (readonly [name: string, read: Reading])[];

/** A mapping made ready for rows: each field a function of them. */
export interface Compiled {
  readonly keys: readonly { readonly lookup: Lookup; readonly read: Reading }[];
  readonly document: { readonly fields: Texts; readonly attributes: Texts };
  readonly holder: CompiledActor;
  readonly speaker: CompiledActor | null;
  readonly issue: { readonly id: Reading | null; readonly fields: Texts; readonly attributes: Texts };
  readonly stance: {
    readonly fields: Texts;
    readonly chosen: Readonly<Record<ChosenField, (row: TableRow) => string | null>>;
    readonly attributes: Texts;
  };
}

type ChosenField = "direction" | "act" | "holderCertainty" | "codingLevel";

export interface CompiledActor {
  readonly id: Reading | null;
  readonly name: Reading;
  readonly kind: (row: TableRow) => string | null;
  readonly description: Reading | null;
  readonly names: readonly Reading[];
  readonly externalIds: Texts;
  readonly attributes: Texts;
}

export function compiledFor(
  shape: TableShape,
  { own, lookups }: { readonly own: readonly string[]; readonly lookups: readonly Lookup[] },
): Compiled {
  const columns: Columns = { own, lookups, missing: shape.missing };
  const { attributes, ...document } = shape.document;
  const { direction, act, holderCertainty, codingLevel, attributes: further, ...stance } = shape.stance;
  const { id, attributes: ofIssue, ...issue } = shape.issue;
  return {
    keys: lookups.map((lookup) => ({
      lookup,
      read: at(`lookups.${lookup.name}.by`, () => compiled(lookup.by, { ...columns, lookups: [] })),
    })),
    document: at("document", () => ({
      fields: texts(document, columns),
      attributes: at("attributes", () => texts(attributes, columns)),
    })),
    holder: at("holder", () => compiledActor(shape.holder, columns)),
    speaker:
      shape.speaker === undefined
        ? null
        : at("speaker", () => compiledActor(shape.speaker as ActorShape, columns)),
    issue: at("issue", () => ({
      id: optional("id", id, columns),
      fields: texts(issue, columns),
      attributes: at("attributes", () => texts(ofIssue, columns)),
    })),
    stance: at("stance", () => ({
      fields: texts(stance, columns),
      chosen: {
        direction: at("direction", () => choice("direction", direction, columns)),
        act: at("act", () => choice("act", act, columns)),
        holderCertainty: at("holderCertainty", () => choice("holderCertainty", holderCertainty, columns)),
        codingLevel: at("codingLevel", () => choice("codingLevel", codingLevel, columns)),
      },
      attributes: at("attributes", () => texts(further, columns)),
    })),
  };
}

function compiledActor(shape: ActorShape, columns: Columns): CompiledActor {
  return {
    id: optional("id", shape.id, columns),
    name: at("name", () => compiled(shape.name, columns)),
    kind: at("kind", () => choice("kind", shape.kind, columns)),
    description: optional("description", shape.description, columns),
    names: shape.names.map((name, index) => at(`names.${index}`, () => compiled(name, columns))),
    externalIds: at("externalIds", () => texts(shape.externalIds, columns)),
    attributes: at("attributes", () => texts(shape.attributes, columns)),
  };
}

function texts(templates: Readonly<Record<string, string | undefined>>, columns: Columns): Texts {
  return Object.entries(templates).flatMap(([name, template]) =>
    template === undefined ? [] : [[name, at(name, () => compiled(template, columns))] as const],
  );
}

function optional(field: string, template: string | undefined, columns: Columns): Reading | null {
  return template === undefined ? null : at(field, () => compiled(template, columns));
}

/** One of a closed list by what a row says; null: the row is to be left out. */
function choice(field: string, chosen: Chosen, columns: Columns): (row: TableRow) => string | null {
  if (typeof chosen === "string") return () => chosen;
  const read = at("of", () => compiled(chosen.of, columns));
  const values = new Map(Object.entries(chosen.values));
  const { otherwise } = chosen;
  return (row) => {
    const said = read(row);
    const value = values.get(said) ?? (values.has(said) ? null : otherwise);
    if (value !== undefined) return value;
    throw new StanceGraphError(
      "invalid",
      `"${said}" is none of the values that the mapping has for it (${[...values.keys()].join(", ")}); add it there, or \`otherwise\`.`,
      [field],
    );
  };
}
