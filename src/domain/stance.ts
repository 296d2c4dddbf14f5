import type { Attributes } from "./attribute.ts";
import { type AttributionLink, linkContent } from "./attribution.ts";
import type { Edtf, Instant } from "./edtf.ts";
import { StanceGraphError } from "./error.ts";
import type { FacetValues } from "./facet.ts";
import type { ActorId, CoderId, DocumentId, EvidenceId, IssueId, StanceId } from "./id.ts";
import { idFromContent } from "./id.ts";

export const directions = [
  "SUPPORTS",
  "OPPOSES",
  "AMBIVALENT",
  "NEUTRAL",
  "UNDECIDED",
  "DECLINED_TO_COMMENT",
] as const;
export type Direction = (typeof directions)[number];

/** −2 strongly against … +2 strongly for. */
export type Intensity = -2 | -1 | 0 | 1 | 2;

export const conditionKinds = ["IF", "UNLESS", "ONLY_AFTER", "UNTIL", "REQUIRES"] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** What the holder makes the stance depend on: "only after …" stays a condition, not an opposition. */
export interface Condition {
  readonly kind: ConditionKind;
  readonly text: string;
}

/** What was done to show the stance, so that talk and deed can be told apart. */
export const acts = [
  "DECLARED",
  "DEMANDED",
  "OFFERED",
  "THREATENED",
  "VOTED",
  "SIGNED",
  "ACTED",
  "REPORTED_VIEW",
] as const;
export type Act = (typeof acts)[number];

export const certainties = ["CERTAIN", "LIKELY", "POSSIBLE"] as const;
export type Certainty = (typeof certainties)[number];

/** How far the coder went beyond the words. */
export const codingLevels = ["TEXTUAL", "INTERPRETIVE", "INFERENTIAL"] as const;
export type CodingLevel = (typeof codingLevels)[number];

export const statuses = ["PROPOSED", "ACCEPTED", "REJECTED", "RETRACTED", "SUPERSEDED"] as const;
export type Status = (typeof statuses)[number];

/** Where a stance can go from each status in review; undoing is a move of its own. */
const moves: Readonly<Record<Status, readonly Status[]>> = {
  PROPOSED: ["ACCEPTED", "REJECTED", "SUPERSEDED"],
  ACCEPTED: ["RETRACTED", "SUPERSEDED", "PROPOSED"],
  REJECTED: ["PROPOSED", "ACCEPTED"],
  RETRACTED: ["ACCEPTED", "PROPOSED"],
  SUPERSEDED: ["ACCEPTED", "PROPOSED"],
};

/** Refuses a move that makes no sense, as retracting what was never accepted. */
export function checkMove(stance: Pick<Stance, "id" | "status">, to: Status): void {
  if (moves[stance.status].includes(to)) return;
  throw new StanceGraphError(
    "conflict",
    `${stance.id} is ${stance.status} and cannot become ${to}; it can become ${moves[stance.status].join(" or ")}.`,
    ["status"],
  );
}

/** What a coder says was observed, before the store adds when it was recorded. */
export interface StanceContent {
  readonly holder: ActorId;
  readonly issue: IssueId;
  readonly direction: Direction;
  readonly intensity: Intensity;
  readonly conditions: readonly Condition[];
  readonly facets: FacetValues;
  readonly act: Act;
  readonly holderCertainty: Certainty;
  readonly codingLevel: CodingLevel;
  /** The coder's, 0 to 1; null when not given. */
  readonly confidence: number | null;
  readonly addressee: ActorId | null;
  readonly document: DocumentId;
  readonly evidence: readonly EvidenceId[];
  readonly attribution: readonly AttributionLink[];
  readonly statedOn: Edtf | null;
  readonly validFrom: Edtf | null;
  readonly validUntil: Edtf | null;
  readonly coder: CoderId;
  /** The coding's own identifier of it, where it has one; keeps statements apart that are alike in all else. */
  readonly externalId: string | null;
  readonly note: string | null;
  /** What the source says of it beyond all this, as the values of further variables. */
  readonly attributes: Attributes;
}

/** What an actor was observed to hold on an issue, once, in evidence. Immutable: corrections are new revisions. */
export interface Stance extends StanceContent {
  readonly id: StanceId;
  readonly publishedOn: Edtf | null;
  readonly status: Status;
  readonly recordedAt: Instant;
  /** When it began to count: since it was accepted; null before. */
  readonly acceptedAt: Instant | null;
  /** When it ceased to count: since it was retracted, superseded or rejected. */
  readonly retractedAt: Instant | null;
  /** The revision that replaced it. */
  readonly supersededBy: StanceId | null;
}

/** When it was held, as far as known: said, else published. Null when undated. */
export function effectiveOn(stance: Pick<Stance, "statedOn" | "publishedOn">): Edtf | null {
  return stance.statedOn ?? stance.publishedOn;
}

/** The sign of a direction: 1, −1, or 0 for those that take no side. */
export function signOf(direction: Direction): -1 | 0 | 1 {
  if (direction === "SUPPORTS") return 1;
  return direction === "OPPOSES" ? -1 : 0;
}

/** ±1 unless the words are strong; 0 for directions without a side. */
export function defaultIntensity(direction: Direction): Intensity {
  return signOf(direction);
}

/** Refuses an intensity whose sign disagrees with the direction. */
export function checkIntensity(direction: Direction, intensity: number): Intensity {
  if (Number.isInteger(intensity) && Math.abs(intensity) <= 2 && Math.sign(intensity) === signOf(direction)) {
    return (intensity + 0) as Intensity;
  }
  const range = { "1": "1 or 2", "-1": "-1 or -2", "0": "0" }[String(signOf(direction)) as "1" | "-1" | "0"];
  throw new StanceGraphError(
    "invalid",
    `Intensity ${intensity} does not go with ${direction}; write ${range}.`,
    ["intensity"],
  );
}

/**
 * A stance's id: all that says what was observed, and by which coder. Confidence and note are about the coding,
 * not the observation, so they do not make another stance.
 */
export function stanceId(content: StanceContent): StanceId {
  const further = Object.entries(content.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return idFromContent(
    "stance",
    [
      ...anchorOf(content),
      content.direction,
      content.intensity,
      content.conditions.map(({ kind, text }) => [kind, text]),
      Object.entries(content.facets).sort(),
      content.holderCertainty,
      content.codingLevel,
      content.attribution.map(linkContent),
      [content.statedOn, content.validFrom, content.validUntil].map((date) => date?.edtf ?? null),
      // Ids of stances without any are as they were before there were attributes.
      ...(further.length === 0 ? [] : [further]),
    ],
    16,
  );
}

/** What is looked at, whatever is read out of it: two readings by one coder of one anchor are revisions. */
export function anchorOf(content: StanceContent): readonly unknown[] {
  const { coder, holder, issue, document, evidence, act, addressee, externalId } = content;
  return [coder, holder, issue, document, [...evidence].sort(), act, addressee, externalId];
}
