import { z } from "zod";
import { authorities, modes } from "../../../domain/attribution.ts";
import { acts, certainties, conditionKinds, directions } from "../../../domain/stance.ts";

/** What a model answers, and the JSON Schema that it is asked to keep to. */

const words = z.string().trim().max(20_000);
const optionalWords = words.nullish().transform((value) => value || null);
const optionalOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullish().catch(null);

/** One stance as a model tells it, read with indulgence: what it leaves out takes the usual value. */
export const answeredStance = z.object({
  actor: words,
  issue: words,
  direction: z.enum(directions),
  isStrong: z.boolean().nullish().catch(null),
  sentences: z.array(z.int()).catch([]),
  quote: words.min(1),
  act: z.enum(acts).catch("DECLARED"),
  holderCertainty: z.enum(certainties).catch("CERTAIN"),
  conditions: z
    .array(z.object({ kind: z.enum(conditionKinds), text: words.min(1) }))
    .max(10)
    .nullish()
    .catch([]),
  facets: z
    .array(z.object({ name: words, value: words }))
    .max(20)
    .nullish()
    .catch([]),
  speaker: optionalWords,
  mode: optionalOf(modes),
  authority: optionalOf(authorities),
  cue: optionalWords,
  negation: optionalWords,
  hedge: optionalWords,
  reason: optionalWords,
  confidence: z.number().min(0).max(1).nullish().catch(null),
});
export type AnsweredStance = z.infer<typeof answeredStance>;

export const answer = z.object({ stances: z.array(z.unknown()).max(200) });

const verdicts = ["YES", "NO", "OPPOSITE", "UNCLEAR"] as const;
export type Verdict = (typeof verdicts)[number];
export const verifyingAnswer = z.object({
  verdicts: z.array(z.object({ claim: z.int(), verdict: z.enum(verdicts) })).max(200),
});

type Schema = Readonly<Record<string, unknown>>;

const text = { type: "string" };
const textOrNull = { type: ["string", "null"] };
const oneOf = (values: readonly string[]) => ({ type: "string", enum: values });
const oneOfOrNull = (values: readonly string[]) => ({ type: ["string", "null"], enum: [...values, null] });
const listOf = (items: Schema) => ({ type: "array", items });
/** Servers that hold models to a schema want every field required, and none beside. */
const object = (properties: Readonly<Record<string, Schema>>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** The schema of an answer about some actors and issues, by the labels they have in the question. */
export function answerSchema(actors: readonly string[], issues: readonly string[]): Schema {
  const stance = object({
    actor: oneOf(actors),
    issue: oneOf(issues),
    direction: oneOf(directions),
    isStrong: { type: "boolean" },
    sentences: listOf({ type: "integer" }),
    quote: text,
    act: oneOf(acts),
    holderCertainty: oneOf(certainties),
    conditions: listOf(object({ kind: oneOf(conditionKinds), text })),
    facets: listOf(object({ name: text, value: text })),
    speaker: oneOfOrNull(actors),
    mode: oneOfOrNull(modes),
    authority: oneOfOrNull(authorities),
    cue: textOrNull,
    negation: textOrNull,
    hedge: textOrNull,
    reason: text,
    confidence: { type: "number" },
  });
  return object({ stances: listOf(stance) });
}

export const verifyingSchema: Schema = object({
  verdicts: listOf(object({ claim: { type: "integer" }, verdict: oneOf(verdicts) })),
});
