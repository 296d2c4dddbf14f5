import { z } from "zod";
import { actorKinds, nameTypes, relationKinds } from "../domain/actor.ts";
import { coderKinds } from "../domain/coder.ts";
import { eventKinds } from "../domain/event.ts";
import { acts, certainties, codingLevels, conditionKinds, directions } from "../domain/stance.ts";
import {
  actor,
  attributes,
  chain,
  date,
  line,
  proposal,
  prose,
  quotedDocument,
  quotes,
} from "./coding-parts.ts";

/**
 * The coding format: what people write by hand in YAML or JSON, and what recording one thing takes.
 * `schema/coding.schema.json` is printed from here.
 */

export const codingDataset = z.strictObject({
  title: line("What the graph is called; as it was when left out.").optional(),
  description: prose("What it is about.").optional(),
  licence: line("Its licence, as an SPDX id or a URL.").optional(),
  citation: line("How to cite it.").optional(),
  attributes,
});

const codingCoder = z.strictObject({
  id: line("The coder's id; made from the name when left out.").optional(),
  name: line("The coder's name."),
  kind: z.enum(coderKinds).default("PERSON").describe("A person, or an extractor."),
  version: line("An extractor's version.").optional(),
});

export const codingDocument = z.strictObject({
  id: line("A local id, by which the rest of this file names the document.").optional(),
  title: line("Its title."),
  file: line("The file with its text, relative to this file. UTF-8.").optional(),
  text: z.string().max(20_000_000).optional().describe("Its text, instead of a file."),
  publisher: line("Who published it.").optional(),
  author: line("Who wrote it.").optional(),
  url: z.url().max(2_000).optional().describe("Where it was published."),
  language: line("BCP 47 tag of its language; en when left out.").default("en"),
  publishedOn: date("When it was published.").optional(),
  dateNote: line("How the date was inferred, where the text does not state it.").optional(),
  licence: line("The licence of its text.").optional(),
  independenceGroup: line(
    "A name shared by documents that reprint one report; they count as one source.",
  ).optional(),
  attributes,
});

export const codingActor = z.strictObject({
  id: line("Its id, as in actor:iraq; made from the name when left out.").optional(),
  name: line("The name it is shown by."),
  kind: z.enum(actorKinds).describe("What kind of actor it is."),
  description: prose("Who or what it is.").optional(),
  names: z
    .array(
      z.union([
        line("Another name: an ALIAS in English."),
        z.strictObject({
          name: line("The name."),
          type: z.enum(nameTypes).default("ALIAS").describe("What kind of name it is."),
          language: line("BCP 47 tag of its language.").default("en"),
        }),
      ]),
    )
    .max(200)
    .default([])
    .describe("Other names it goes by; mentions and holders are resolved through them."),
  externalIds: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.string().min(1).max(200))
    .default({})
    .describe("The same actor elsewhere, by register: {wikidata: Q796}."),
  attributes,
});

export const codingRelation = z.strictObject({
  subject: actor("Who is tied."),
  kind: z.enum(relationKinds).describe("How, read from subject to object."),
  object: actor("To whom."),
  validFrom: date("When it began.").optional(),
  validUntil: date("The first day on which it no longer held.").optional(),
  note: line("What else is known of it, as the office held.").optional(),
  document: quotedDocument,
  quote: quotes,
});

export const codingIssue = z.strictObject({
  id: line("Its id, as in issue:us-withdrawal; made from the label when left out.").optional(),
  label: line("Its short name."),
  proposition: line("A directed proposition that one can be for or against."),
  pro: prose("What counts as support."),
  contra: prose("What counts as opposition."),
  parent: line("The issue it is part of, by id or label.").optional(),
  facets: z
    .record(z.string().regex(/^[a-z][a-zA-Z0-9_-]*$/), z.array(line("A value.")).min(1).max(50))
    .default({})
    .describe("Ways to qualify a stance on it, each a closed list: {pace: [immediate, phased]}."),
  examples: z
    .array(
      z.strictObject({
        direction: z.enum(directions).describe("How the passage is coded."),
        text: line("The passage."),
      }),
    )
    .max(50)
    .default([])
    .describe("Passages coded rightly, for coders to follow; as they were when left out."),
  anchors: z
    .array(line("A word or phrase."))
    .max(200)
    .default([])
    .describe("Words by which passages on it are found; as they were when left out."),
  attributes,
});

export const codingEvent = z.strictObject({
  id: line("Its id, as in event:us-iraq-talks; made from the label when left out.").optional(),
  label: line("Its short name."),
  kind: z.enum(eventKinds).describe("What kind of event it is."),
  description: prose("What happened.").optional(),
  happenedOn: date("When it happened.").optional(),
  dateNote: line("How the date was inferred, where the text does not state it.").optional(),
  certainty: z.enum(certainties).default("CERTAIN").describe("How sure the document is of it."),
  participants: z
    .array(z.strictObject({ actor: actor("Who."), role: line("What it did there, as in party.") }))
    .max(500)
    .default([])
    .describe("Who took part."),
  document: quotedDocument,
  quote: quotes,
  attribution: chain,
});

export const codingStance = z.strictObject({
  holder: actor("Who holds it."),
  issue: line("On what: an issue's id or label."),
  direction: z
    .enum(directions)
    .describe("For or against the proposition, or neither. No stance is no entry."),
  intensity: z
    .int()
    .min(-2)
    .max(2)
    .optional()
    .describe("-2 to 2, its sign that of the direction; 2 for strong words. Left out: 1, -1 or 0."),
  conditions: z
    .array(
      z.strictObject({ kind: z.enum(conditionKinds).describe("How it depends."), text: line("On what.") }),
    )
    .max(20)
    .default([])
    .describe("What the holder makes it depend on."),
  facets: z
    .record(z.string(), z.string())
    .default({})
    .describe("Values for the issue's facets: {pace: immediate}."),
  act: z.enum(acts).default("DECLARED").describe("What was done to show it."),
  holderCertainty: z.enum(certainties).default("CERTAIN").describe("How sure the holder is."),
  codingLevel: z.enum(codingLevels).default("TEXTUAL").describe("How far the coder went beyond the words."),
  confidence: z.number().min(0).max(1).optional().describe("How sure the coder is, 0 to 1."),
  addressee: actor("To whom it was addressed.").optional(),
  document: quotedDocument,
  quote: quotes,
  attribution: chain,
  statedOn: date("When it was said or done, where the document tells.").optional(),
  validFrom: date("From when it is meant to hold.").optional(),
  validUntil: date("The first day on which it no longer holds.").optional(),
  externalId: line("The coding's own identifier of it.").optional(),
  note: prose("A remark.").optional(),
  attributes,
  proposal: proposal.optional(),
  coder: line("The coder's id or name; the file's coder when left out.").optional(),
  status: z
    .enum(["PROPOSED", "ACCEPTED"])
    .optional()
    .describe("PROPOSED awaits review; ACCEPTED counts at once (default)."),
});

export const coding = z
  .strictObject({
    $schema: z.string().optional().describe("Where this schema is, for editors."),
    stancegraph: z.literal(1).describe("The version of this format."),
    dataset: codingDataset.optional().describe("What the graph as a whole is."),
    coder: z
      .union([codingCoder, z.array(codingCoder).min(1)])
      .optional()
      .describe("Who coded this file; a list when several did, and each stance then names its own."),
    documents: z.array(codingDocument).default([]).describe("The texts."),
    actors: z.array(codingActor).default([]).describe("Who can hold a stance."),
    issues: z.array(codingIssue).default([]).describe("What one can be for or against."),
    relations: z.array(codingRelation).default([]).describe("Ties between actors."),
    events: z.array(codingEvent).default([]).describe("What happened."),
    stances: z.array(codingStance).default([]).describe("Who was observed to hold what."),
  })
  .describe("A stancegraph coding: documents, and what was found in them.");

/** The kinds of things a coding holds, in the order in which they may refer to one another, with their shapes. */
export const itemSchemas = {
  dataset: codingDataset,
  coder: codingCoder,
  document: codingDocument,
  actor: codingActor,
  issue: codingIssue,
  relation: codingRelation,
  event: codingEvent,
  stance: codingStance,
} as const;
export type ItemKind = keyof typeof itemSchemas;
export const itemKinds = Object.keys(itemSchemas) as readonly ItemKind[];

export type CodingDataset = z.infer<typeof codingDataset>;
export type CodingCoder = z.infer<typeof codingCoder>;
export type CodingDocument = z.infer<typeof codingDocument>;
export type CodingActor = z.infer<typeof codingActor>;
export type CodingRelation = z.infer<typeof codingRelation>;
export type CodingIssue = z.infer<typeof codingIssue>;
export type CodingEvent = z.infer<typeof codingEvent>;
export type CodingStance = z.infer<typeof codingStance>;

/** One thing to record, with its kind. */
export type Item = {
  [K in ItemKind]: { readonly kind: K; readonly item: z.infer<(typeof itemSchemas)[K]> };
}[ItemKind];

/** The JSON Schema of a coding file, for editors and other programs. */
export function codingJsonSchema(): unknown {
  return { title: "stancegraph coding", ...z.toJSONSchema(coding, { io: "input", target: "draft-2020-12" }) };
}
