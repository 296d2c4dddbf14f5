import type {
  ActorId,
  CoderId,
  DocumentId,
  EventId,
  EvidenceId,
  IssueId,
  RelationId,
  StanceId,
} from "../domain/id.ts";
import { kindOf } from "../domain/id.ts";
import type { Context } from "./context.ts";

/** The thing with an id of any kind; null when there is none. */
export function nodeOf({ load, store }: Context, id: string): { readonly id: string } | null {
  switch (kindOf(id)) {
    case "actor":
      return load.actors.get(id as ActorId) ?? null;
    case "issue":
      return load.issues.get(id as IssueId) ?? null;
    case "document":
      return load.documents.get(id as DocumentId) ?? null;
    case "evidence":
      return load.evidence.get(id as EvidenceId) ?? null;
    case "stance":
      return load.stances.get(id as StanceId) ?? null;
    case "coder":
      return load.coders.get(id as CoderId) ?? null;
    case "relation":
      return store.relations.get(id as RelationId);
    case "event":
      return store.events.get(id as EventId);
    case "key":
    case null:
      return null;
  }
}

/** Hints that things of any kind will be asked for, so that those of one kind come together. */
export function hintNodes({ load }: Context, ids: readonly string[]): void {
  const of = (kind: string) => ids.filter((id) => kindOf(id) === kind);
  load.actors.hint(of("actor") as ActorId[]);
  load.issues.hint(of("issue") as IssueId[]);
  load.documents.hint(of("document") as DocumentId[]);
  load.evidence.hint(of("evidence") as EvidenceId[]);
  load.stances.hint(of("stance") as StanceId[]);
}
