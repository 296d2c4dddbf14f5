import type { Edtf, Instant } from "./edtf.ts";
import { type ActorId, type EvidenceId, idFromContent, type RelationId } from "./id.ts";

export const actorKinds = [
  "STATE",
  "GOVERNMENT",
  "AGENCY",
  "PARTY",
  "COALITION",
  "ARMED_GROUP",
  "ORGANIZATION",
  "MEDIA",
  "GROUP",
  "OFFICE",
  "PERSON",
] as const;
export type ActorKind = (typeof actorKinds)[number];

export const nameTypes = ["OFFICIAL", "ALIAS", "ACRONYM", "METONYM", "DEMONYM"] as const;
export type NameType = (typeof nameTypes)[number];

/** A way to call an actor: "Washington" is a METONYM of the U.S. government, "Iraqi" a DEMONYM of Iraq. */
export interface ActorName {
  readonly name: string;
  readonly type: NameType;
  /** BCP 47 tag, as in `en` or `ar`. */
  readonly language: string;
}

/** The same actor in another register: `{scheme: "wikidata", value: "Q796"}`. */
export interface ExternalId {
  readonly scheme: string;
  readonly value: string;
}

/** Who can hold a stance. */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly names: readonly ActorName[];
  readonly externalIds: readonly ExternalId[];
  /** The actor this one was merged into; it answers in this one's place until unmerged. */
  readonly mergedInto: ActorId | null;
  readonly recordedAt: Instant;
}

export const relationKinds = [
  "MEMBER_OF",
  "PART_OF",
  "REPRESENTS",
  "LEADS",
  "HOLDS_OFFICE",
  "BACKS",
  "OPPOSES",
  "ALLIED_WITH",
  "CONTROLS",
  "SUCCEEDS",
] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A relation's id: who is tied how to whom, when, and what is noted of it. */
export function relationId(
  relation: Pick<Relation, "subject" | "kind" | "object" | "validFrom" | "validUntil" | "note">,
): RelationId {
  const { subject, kind, object, validFrom, validUntil, note } = relation;
  return idFromContent("relation", [subject, kind, object, validFrom?.edtf, validUntil?.edtf, note], 16);
}

/** A dated, evidenced tie between two actors, read subject first: Abadi REPRESENTS the moderates. */
export interface Relation {
  readonly id: RelationId;
  readonly subject: ActorId;
  readonly kind: RelationKind;
  readonly object: ActorId;
  /** The half-open period it held in; null where unknown. */
  readonly validFrom: Edtf | null;
  readonly validUntil: Edtf | null;
  readonly note: string | null;
  readonly evidence: readonly EvidenceId[];
  readonly recordedAt: Instant;
}
