import { hash } from "node:crypto";
import { StanceGraphError } from "./error.ts";

export const kinds = [
  "actor",
  "relation",
  "issue",
  "document",
  "evidence",
  "stance",
  "event",
  "coder",
  "key",
] as const;
export type Kind = (typeof kinds)[number];

/** Ids carry their kind, so a stance id can never be passed where an actor id is meant. */
export type Id<K extends Kind> = `${K}:${string}`;
export type ActorId = Id<"actor">;
export type RelationId = Id<"relation">;
export type IssueId = Id<"issue">;
export type DocumentId = Id<"document">;
export type EvidenceId = Id<"evidence">;
export type StanceId = Id<"stance">;
export type EventId = Id<"event">;
export type CoderId = Id<"coder">;
export type KeyId = Id<"key">;

const slugPattern = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** Reads an id of one kind, with or without its prefix: `actor:iraq` and `iraq` are the same actor. */
export function parseId<K extends Kind>(kind: K, text: string): Id<K> {
  const slug = text.startsWith(`${kind}:`) ? text.slice(kind.length + 1) : text;
  if (slug.length > 200 || !slugPattern.test(slug)) {
    throw new StanceGraphError(
      "invalid",
      `"${text.slice(0, 80)}" is no ${kind} id: write lower-case letters, digits, dots and hyphens, as in ${kind}:us-iraq-talks.`,
    );
  }
  return `${kind}:${slug}`;
}

/** The kind an id names, or null when it names none of ours. */
export function kindOf(id: string): Kind | null {
  const prefix = id.slice(0, id.indexOf(":"));
  return kinds.find((kind) => kind === prefix) ?? null;
}

const maxSlug = 100;

/**
 * `actor:haider-al-abadi` from "Haider al-Abadi": accents dropped, everything else that is no letter or digit a hyphen.
 * A name of which that loses letters, or cuts some off, gets digits of its hash, so that no two names share an id.
 */
export function idFromName<K extends Kind>(kind: K, name: string): Id<K> {
  const folded = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = folded
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const isWhole = slug.length <= maxSlug && !/[\p{L}\p{N}]/u.test(folded.replace(/[a-z0-9]/g, ""));
  if (isWhole && slug !== "") return `${kind}:${slug}`;
  const start = slug.slice(0, maxSlug).replace(/-$/, "");
  return `${kind}:${start === "" ? "" : `${start}-`}${sha256(name.normalize("NFC")).slice(0, 10)}`;
}

/** An id made from content: the first hex digits of the SHA-256 of its parts as one JSON array. */
export function idFromContent<K extends Kind>(kind: K, parts: readonly unknown[], digits: number): Id<K> {
  return `${kind}:${sha256(JSON.stringify(parts)).slice(0, digits)}`;
}

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex (64 digits). */
export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
