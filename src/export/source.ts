import type { Actor, Relation } from "../domain/actor.ts";
import type { Attributes } from "../domain/attribute.ts";
import type { Coder } from "../domain/coder.ts";
import type { Document, Evidence } from "../domain/document.ts";
import type { Event } from "../domain/event.ts";
import type { ActorId, CoderId, DocumentId, EvidenceId, IssueId, StanceId } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import type { Position } from "../domain/position.ts";
import type { Proposal } from "../domain/proposal.ts";
import type { Stance } from "../domain/stance.ts";

/** The graph as an export reads it. The caller takes it from its store, already filtered; lists may be long. */
export interface Source {
  readonly dataset: {
    readonly id: string;
    readonly revision: number;
    readonly title: string;
    readonly description: string | null;
    readonly licence: string | null;
    readonly citation: string | null;
  };
  readonly actors: () => Iterable<Actor>;
  readonly issues: () => Iterable<Issue>;
  readonly documents: () => Iterable<Document>;
  readonly evidence: () => Iterable<Evidence>;
  readonly relations: () => Iterable<Relation>;
  readonly events: () => Iterable<Event>;
  readonly stances: () => Iterable<Stance>;
  readonly positions: () => Iterable<Position>;
  readonly coders: () => Iterable<Coder>;
  readonly look: LookUp;
}

/** What an id stands for; what rows refer to is always there. */
export interface LookUp {
  readonly actor: (id: ActorId) => Actor;
  readonly issue: (id: IssueId) => Issue;
  readonly document: (id: DocumentId) => Document;
  readonly evidence: (id: EvidenceId) => Evidence;
  readonly stance: (id: StanceId) => Stance;
  readonly coder: (id: CoderId) => Coder;
  /** What sources say of a thing beyond our words; a subject is an id, or `dataset`. */
  readonly attributes: (subject: string) => Attributes;
  /** How an extractor came to a stance; null where none did. */
  readonly proposal: (id: StanceId) => Proposal | null;
  /** The text of a document; null where only its existence is recorded. */
  readonly text: (id: DocumentId) => string | null;
}
