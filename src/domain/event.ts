import type { AttributionLink } from "./attribution.ts";
import type { Edtf, Instant } from "./edtf.ts";
import type { ActorId, EventId, EvidenceId } from "./id.ts";
import type { Certainty } from "./stance.ts";

export const eventKinds = [
  "NEGOTIATION",
  "AGREEMENT",
  "DECISION",
  "STATEMENT",
  "VOTE",
  "ELECTION",
  "PROTEST",
  "CONFLICT",
  "CEASEFIRE",
  "DEPLOYMENT",
  "FORMATION",
  "CHANGE_OF_POWER",
  "OTHER",
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface Participant {
  readonly actor: ActorId;
  /** What it did there, as in "party", "leader", "object". */
  readonly role: string;
}

/** Something dated that happened, or is said to, with participants. */
export interface Event {
  readonly id: EventId;
  readonly label: string;
  readonly kind: EventKind;
  readonly description: string | null;
  readonly happenedOn: Edtf | null;
  readonly dateNote: string | null;
  readonly certainty: Certainty;
  readonly participants: readonly Participant[];
  readonly evidence: readonly EvidenceId[];
  /** Who says so, where it is not the document's own account. */
  readonly attribution: readonly AttributionLink[];
  readonly recordedAt: Instant;
}
