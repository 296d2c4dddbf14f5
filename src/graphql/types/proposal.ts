import { SpanRoleEnum } from "../enums.ts";
import { ProposalRef, ProposalSpanRef } from "../refs.ts";

ProposalRef.implement({
  description:
    "How an extractor came to a stance that it proposes: its provenance, and the words it rests on.",
  fields: (t) => ({
    extractor: t.exposeString("extractor", { description: "The extractor, as in model." }),
    version: t.exposeString("version", { description: "Its version." }),
    model: t.exposeString("model", {
      nullable: true,
      description: "The language model that was asked; null where none was.",
    }),
    promptHash: t.exposeString("promptHash", {
      nullable: true,
      description: "SHA-256 of the question that was asked of it, 64 hex digits; null where none was.",
    }),
    codebook: t.exposeString("codebook", {
      nullable: true,
      description: "The version of the codebook it followed; null when not told.",
    }),
    reasons: t.exposeStringList("reasons", { description: "Why it is proposed, in the extractor's words." }),
    spans: t.expose("spans", { type: [ProposalSpanRef], description: "The words that it rests on." }),
  }),
});

ProposalSpanRef.implement({
  description: "Words in the stance's document.",
  fields: (t) => ({
    role: t.expose("role", { type: SpanRoleEnum, description: "What they do." }),
    start: t.exposeInt("start", { description: "Where they begin, in UTF-16 code units of the text." }),
    end: t.exposeInt("end", { description: "Where they end, exclusive." }),
  }),
});
