import { z } from "zod";
import { actorKinds } from "../../domain/actor.ts";
import { coderKinds } from "../../domain/coder.ts";
import { acts, certainties, codingLevels, directions } from "../../domain/stance.ts";

/** A text in which `{column}` stands for what the row has there, `{table.column}` for what a looked-up row has. */
const template = z.union([z.string().min(1).max(5000), z.number()]).transform(String);
const templates = z.record(z.string().min(1).max(200), template).default({});

/** One of a closed list: itself, or by what the row says. */
function oneOf<const V extends readonly [string, ...string[]]>(values: V) {
  const value = z.enum(values);
  const shapes = [
    value,
    z.strictObject({
      of: template.describe("What is looked for among the values."),
      values: z.record(z.string(), value.nullable()).describe("What each means; null: the row is left out."),
      otherwise: value.nullable().optional().describe("What anything else means; a problem when left out."),
    }),
  ] as const;
  return z.union(shapes, {
    error: `Write one of: ${values.join(", ")}; or what it is \`of\`, and its \`values\`.`,
  });
}

const actorShape = z.strictObject({
  id: template.optional(),
  name: template,
  kind: oneOf(actorKinds),
  description: template.optional(),
  names: z.array(template).default([]),
  externalIds: templates,
  attributes: templates,
});

export const tableShape = z.strictObject({
  delimiter: z.string().length(1).optional().describe("A comma, or in .tsv files a tab, when left out."),
  missing: z
    .array(z.string())
    .default(["", "NA"])
    .describe('What stands for nothing; "" and NA when left out.'),
  lookups: z
    .record(
      z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
      z.strictObject({ file: z.string().min(1), key: z.string().min(1), by: template }),
    )
    .default({})
    .describe("Tables beside this one, whose row is found by the value of a key."),
  dataset: z
    .strictObject({
      title: z.string().min(1).optional(),
      description: z.string().optional(),
      licence: z.string().optional(),
      citation: z.string().optional(),
    })
    .optional(),
  coder: z
    .strictObject({
      name: z.string().min(1),
      kind: z.enum(coderKinds).optional(),
      version: z.string().optional(),
    })
    .optional(),
  document: z.strictObject({
    title: template,
    text: template.optional(),
    publisher: template.optional(),
    author: template.optional(),
    url: template.optional(),
    language: template.optional(),
    publishedOn: template.optional(),
    dateNote: template.optional(),
    licence: template.optional(),
    independenceGroup: template.optional(),
    attributes: templates,
  }),
  holder: actorShape,
  speaker: actorShape.optional(),
  issue: z.strictObject({
    id: template.optional(),
    label: template,
    proposition: template.optional(),
    pro: template.optional(),
    contra: template.optional(),
    attributes: templates,
  }),
  stance: z.strictObject({
    direction: oneOf(directions),
    intensity: template.optional(),
    act: oneOf(acts).default("DECLARED"),
    holderCertainty: oneOf(certainties).default("CERTAIN"),
    codingLevel: oneOf(codingLevels).default("TEXTUAL"),
    statedOn: template.optional(),
    quote: template.optional(),
    externalId: template.optional(),
    note: template.optional(),
    attributes: templates,
  }),
});

export type TableShape = z.infer<typeof tableShape>;
export type ActorShape = TableShape["holder"];
/** What a row says where one of a list is wanted. */
export type Chosen<V extends string = string> =
  | V
  | {
      readonly of: string;
      readonly values: Readonly<Record<string, V | null>>;
      readonly otherwise?: V | null | undefined;
    };
