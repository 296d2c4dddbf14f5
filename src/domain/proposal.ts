/** What words do in a proposal: they show the stance, deny, hedge or condition it, or say who voices it. */
export const spanRoles = ["CUE", "NEGATION", "HEDGE", "CONDITION", "ATTRIBUTION"] as const;
export type SpanRole = (typeof spanRoles)[number];

/** Words in the document, in UTF-16 code units of its text, end exclusive. */
export interface ProposalSpan {
  readonly role: SpanRole;
  readonly start: number;
  readonly end: number;
}

/** How an extractor came to a stance it proposes: its provenance (PROV) and the words it rests on. */
export interface Proposal {
  /** Of the list of extractors, as in `model`. */
  readonly extractor: string;
  readonly version: string;
  /** The language model asked; null where none was. */
  readonly model: string | null;
  /** SHA-256 of the question asked of the model, 64 hex digits; null where none was. */
  readonly promptHash: string | null;
  /** The version of the codebook it followed. */
  readonly codebook: string | null;
  /** In its own words, most important first. */
  readonly reasons: readonly string[];
  readonly spans: readonly ProposalSpan[];
}

/** Why a stance was turned down. */
export const reasonCodes = [
  "NO_STANCE",
  "WRONG_HOLDER",
  "WRONG_ISSUE",
  "WRONG_DIRECTION",
  "WRONG_QUOTE",
  "WRONG_ATTRIBUTION",
  "DUPLICATE",
  "OVERRULED",
  "REEXTRACTED",
  "OTHER",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
