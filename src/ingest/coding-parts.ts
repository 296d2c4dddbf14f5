import { z } from "zod";
import { attributionRoles, authorities, modes, recordTerms } from "../domain/attribution.ts";
import { spanRoles } from "../domain/proposal.ts";

/** The parts that the things of a coding share. */

export const line = (summary: string) => z.string().min(1).max(2_000).describe(summary);
export const prose = (summary: string) => z.string().max(20_000).describe(summary);
/** What the source says beyond the fields of this format. */
export const attributes = z
  .record(z.string().min(1).max(200), z.json())
  .default({})
  .describe("What the source says of it beyond these fields, by its own names: {section: Politics}.");
/** YAML reads a bare 2014 as a number. */
export const date = (summary: string) =>
  z
    .union([z.string().max(100), z.int().min(0).max(9999)])
    .transform((value) => String(value).padStart(4, "0"))
    .describe(`${summary} An EDTF date (ISO 8601-2): 2014, 2024-01, 2024-03-08, 2024-02/2024-11, 2024~.`);
export const actor = (summary: string) => line(`${summary} An actor's id, name or alias.`);

export const codingQuote = z
  .union([
    line("The exact words, as they stand in the document."),
    z.strictObject({
      exact: line("The exact words, as they stand in the document."),
      prefix: z
        .string()
        .max(500)
        .optional()
        .describe("Words right before, where the quote occurs more than once."),
      suffix: z
        .string()
        .max(500)
        .optional()
        .describe("Words right after, where the quote occurs more than once."),
    }),
    z.strictObject({
      start: z.int().min(0).describe("Where it begins, in UTF-16 code units of the text."),
      end: z.int().min(1).describe("Where it ends, exclusive."),
      exact: z.string().min(1).max(20_000_000).optional().describe("The words that must be there."),
    }),
  ])
  .describe("A quote. It is found in the document's text by its words; only programs give its place.");

export const quotes = z
  .union([codingQuote, z.array(codingQuote).max(50)])
  .optional()
  .describe("The quote, or the quotes, it rests on.");
export const quotedDocument = line(
  "The document quoted: its id, or its local id in this file. May be left out when there is just one.",
).optional();

export const codingLink = z.strictObject({
  role: z.enum(attributionRoles).describe("The link's place in the chain, which runs publisher to holder."),
  actor: actor("The source.").optional(),
  anonymous: z
    .strictObject({
      descriptor: line("The words for it, as in a senior official."),
      affiliation: actor("To whom it belongs.").optional(),
      rank: line("How high it stands, as in senior.").optional(),
    })
    .optional()
    .describe("A source that is not named, instead of an actor."),
  cue: line("The words that attribute, as in according to.").optional(),
  mode: z.enum(modes).optional().describe("How the words are rendered."),
  onRecord: z.enum(recordTerms).optional().describe("On what terms the source spoke."),
  authority: z.enum(authorities).optional().describe("By what right it speaks for the holder."),
});
export const chain = z
  .array(codingLink)
  .max(20)
  .default([])
  .describe("The chain by which it reached us, publisher first.");

/** How an extractor came to a stance: its provenance, and the words that it rests on. */
export const proposal = z
  .strictObject({
    extractor: line("The extractor, as in model."),
    version: line("Its version."),
    model: line("The language model that was asked.").optional(),
    promptHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe("SHA-256 of the question that was asked of it, 64 hex digits."),
    codebook: line("The version of the codebook it followed.").optional(),
    reasons: z.array(line("A reason.")).max(20).default([]).describe("Why it is proposed."),
    spans: z
      .array(
        z.strictObject({
          role: z.enum(spanRoles).describe("What the words do."),
          start: z.int().min(0).describe("Where they begin, in UTF-16 code units of the document's text."),
          end: z.int().min(1).describe("Where they end, exclusive."),
        }),
      )
      .max(50)
      .default([])
      .describe("The words in the document that it rests on."),
  })
  .describe("How an extractor came to it; left out of what people code.");

export type CodingProposal = z.infer<typeof proposal>;
export type CodingQuote = z.infer<typeof codingQuote>;
export type CodingLink = z.infer<typeof codingLink>;
