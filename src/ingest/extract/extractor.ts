import type { Codebook } from "../../domain/codebook.ts";
import type { Coder } from "../../domain/coder.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { ActorId, DocumentId } from "../../domain/id.ts";

/** A text in which stances are to be found. */
export interface ExtractionTask {
  readonly document: {
    readonly id: DocumentId;
    readonly title: string;
    readonly text: string;
    readonly publisher: string | null;
    /** EDTF. */
    readonly publishedOn: string | null;
    /** BCP 47. */
    readonly language: string;
  };
  /** All that may hold a stance: names never come from an extractor. The one named most often first. */
  readonly actors: readonly Candidate[];
  readonly codebook: Codebook;
}

/** An actor that a text names, and how. */
export interface Candidate {
  readonly id: ActorId;
  readonly name: string;
  /** As the text writes it. */
  readonly mentions: readonly string[];
}

/** What an extractor found: it only proposes. */
export interface Extraction {
  /** Stances in the shape of the coding format, with their proposals. */
  readonly stances: readonly Readonly<Record<string, unknown>>[];
  /** What looked like one and was not taken, with the reason. */
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly message: string;
  readonly value: unknown;
}

/** Nothing more can be had, of this document or another: a limit was reached, or whoever is asked will not answer. */
export class EndError extends StanceGraphError {}

/** A rule set or a model that finds stances in texts. What it proposes is recorded in the name of its coder. */
export interface Extractor {
  readonly coder: Coder & { readonly version: string };
  readonly extract: (task: ExtractionTask) => Promise<Extraction>;
}
