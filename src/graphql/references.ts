import type { Actor } from "../domain/actor.ts";
import type { Document, Evidence } from "../domain/document.ts";
import type { Issue } from "../domain/issue.ts";
import type { Stance } from "../domain/stance.ts";
import type { Loader } from "./loader.ts";
import { found } from "./loads.ts";

/**
 * A thing that is known to be there, of which nothing is read but its id until more is asked: then it is loaded
 * together with all others that were referred to. What is asked of it may also be read from its row alone.
 */
type Refer<T extends { readonly id: string }> = (
  loader: Loader<T["id"], T>,
  id: T["id"],
  /** The integer key of its row, where that is at hand. */
  key?: number | null,
) => T;

const loaderOf = Symbol("loader");

class Reference<T extends { readonly id: string }> {
  readonly id: T["id"];
  readonly key: number | null;
  readonly [loaderOf]: Loader<T["id"], T>;

  constructor(loader: Loader<T["id"], T>, id: T["id"], key: number | null) {
    this.id = id;
    this.key = key;
    this[loaderOf] = loader;
  }
}

function referring<T extends { readonly id: string }>(
  properties: Readonly<Record<Exclude<keyof T, "id">, true>>,
): Refer<T> {
  const Referring = class extends Reference<T> {};
  for (const name of Object.keys(properties)) {
    Object.defineProperty(Referring.prototype, name, {
      get(this: Reference<T>) {
        return found(this[loaderOf], this.id)[name as keyof T];
      },
    });
  }
  return (loader, id, key = null) => {
    loader.hintOne(id);
    return new Referring(loader, id, key) as object as T;
  };
}

export const referToActor = referring<Actor>({
  name: true,
  kind: true,
  description: true,
  names: true,
  externalIds: true,
  mergedInto: true,
  recordedAt: true,
});

export const referToIssue = referring<Issue>({
  label: true,
  proposition: true,
  pro: true,
  contra: true,
  parent: true,
  facets: true,
  examples: true,
  anchors: true,
  mergedInto: true,
  recordedAt: true,
});

export const referToDocument = referring<Document>({
  title: true,
  sha256: true,
  publisher: true,
  author: true,
  url: true,
  language: true,
  publishedOn: true,
  dateNote: true,
  licence: true,
  independenceGroup: true,
  recordedAt: true,
});

export const referToEvidence = referring<Evidence>({
  document: true,
  start: true,
  end: true,
  quote: true,
  prefix: true,
  suffix: true,
  sha256: true,
});

export const referToStance = referring<Stance>({
  holder: true,
  issue: true,
  direction: true,
  intensity: true,
  conditions: true,
  facets: true,
  act: true,
  holderCertainty: true,
  codingLevel: true,
  confidence: true,
  addressee: true,
  document: true,
  evidence: true,
  attribution: true,
  statedOn: true,
  publishedOn: true,
  validFrom: true,
  validUntil: true,
  coder: true,
  externalId: true,
  note: true,
  status: true,
  recordedAt: true,
  acceptedAt: true,
  retractedAt: true,
  supersededBy: true,
  attributes: true,
});
