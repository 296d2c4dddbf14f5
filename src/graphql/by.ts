import type { Actor } from "../domain/actor.ts";
import type { Document } from "../domain/document.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId, DocumentId, IssueId } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import type { Context } from "./context.ts";
import type { ActorByInput, DocumentByInput, IssueByInput } from "./inputs.ts";

export type ActorBy = typeof ActorByInput.$inferInput;
export type IssueBy = typeof IssueByInput.$inferInput;
export type DocumentBy = typeof DocumentByInput.$inferInput;

/** The actor meant; unknown and ambiguous ones are errors. */
export function actorBy({ store, load }: Context, by: ActorBy): Actor {
  if (by.name != null) return store.actors.named(by.name);
  if (by.wikidata != null) {
    return (
      store.actors.byExternalId("wikidata", by.wikidata) ??
      missing(`No actor has the Wikidata id ${by.wikidata}; try a name.`)
    );
  }
  const id = idOf("actor", by) as ActorId;
  return load.actors.get(id) ?? store.actors.require(id);
}

/** The issue meant; unknown and ambiguous ones are errors. */
export function issueBy({ store, load }: Context, by: IssueBy): Issue {
  if (by.label != null) return store.issues.named(by.label);
  const id = idOf("issue", by) as IssueId;
  return load.issues.get(id) ?? store.issues.named(id);
}

/** The document meant; an unknown one is an error. */
export function documentBy({ store, load }: Context, by: DocumentBy): Document {
  if (by.sha256 != null)
    return (
      store.documents.by({ sha256: by.sha256.toLowerCase() }) ??
      missing("No document has this SHA-256; add it first.")
    );
  if (by.url != null)
    return store.documents.by({ url: by.url }) ?? missing(`No document is from ${by.url}; add it first.`);
  const id = idOf("document", by) as DocumentId;
  return load.documents.get(id) ?? store.documents.require(id);
}

/** What is found, or null where there is no such thing; other troubles stay errors. */
export function orNull<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof StanceGraphError && error.code === "not_found") return null;
    throw error;
  }
}

function idOf(
  kind: string,
  { id, slug }: { readonly id?: string | null; readonly slug?: string | null },
): string {
  return id ?? `${kind}:${slug}`;
}

function missing(message: string): never {
  throw new StanceGraphError("not_found", message);
}
