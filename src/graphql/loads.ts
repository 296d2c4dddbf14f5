import type { Actor, Relation } from "../domain/actor.ts";
import type { AttributionLink } from "../domain/attribution.ts";
import type { Coder } from "../domain/coder.ts";
import type { Document, Evidence } from "../domain/document.ts";
import type { Event } from "../domain/event.ts";
import type { ActorId, CoderId, DocumentId, EvidenceId, IssueId, StanceId } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import type { Stance } from "../domain/stance.ts";
import type { Store } from "../store/open.ts";
import { knownActors } from "./known-actors.ts";
import { type Loader, loaderOf } from "./loader.ts";

/** What a request loads, each thing once. Ids of actors and issues lead to what they were merged into. */
export interface Loads {
  readonly actors: Loader<ActorId, Actor>;
  readonly issues: Loader<IssueId, Issue>;
  readonly documents: Loader<DocumentId, Document>;
  readonly evidence: Loader<EvidenceId, Evidence>;
  readonly stances: Loader<StanceId, Stance>;
  readonly coders: Loader<CoderId, Coder>;
  /** Every tie of an actor, whichever end it is at. */
  readonly relations: Loader<ActorId, readonly Relation[]>;
  /** The events an actor took part in. */
  readonly events: Loader<ActorId, readonly Event[]>;
  /** Says what will likely be asked of an event, of a tie. */
  readonly hintEvent: (event: Event) => void;
  readonly hintRelation: (relation: Relation) => void;
  /** Actors and issues that lists have shown: what is asked of one of them is likely asked of all. */
  readonly listed: { readonly actor: Listed<ActorId>; readonly issue: Listed<IssueId> };
  /** What other modules keep for the length of this request, by a key of their own. */
  readonly kept: Map<string, unknown>;
  /** Forgets it all: the data have changed. */
  readonly forget: () => void;
}

export function loadsOf(store: Store): Loads {
  const actors = loaderOf<ActorId, Actor>((ids) => knownActors(store, ids));
  const issues = loaderOf<IssueId, Issue>(
    (ids) => store.issues.byIds(ids),
    (issue) => issues.hint([issue.parent]),
  );
  const documents = loaderOf<DocumentId, Document>((ids) => byId(store.documents.byIds(ids)));
  const evidence = loaderOf<EvidenceId, Evidence>(
    (ids) => byId(store.documents.evidenceByIds(ids)),
    (quote) => documents.hint([quote.document]),
  );
  const stances = loaderOf<StanceId, Stance>((ids) => byId(store.stances.byIds(ids)), hintStance);
  const coders = loaderOf<CoderId, Coder>(() => byId(store.coders.all()));
  const relations = loaderOf<ActorId, readonly Relation[]>(
    (ids) => store.relations.of(ids),
    (ties) => ties.forEach(hintRelation),
  );
  const events = loaderOf<ActorId, readonly Event[]>(
    (ids) => store.events.of(ids),
    (happened) => happened.forEach(hintEvent),
  );
  const listed = { actor: listedOf<ActorId>(), issue: listedOf<IssueId>() };
  const kept = new Map<string, unknown>();
  const all = [
    actors,
    issues,
    documents,
    evidence,
    stances,
    coders,
    relations,
    events,
    listed.actor,
    listed.issue,
    kept,
  ];

  function hintStance(stance: Stance): void {
    actors.hint([stance.holder, stance.addressee]);
    issues.hint([stance.issue]);
    documents.hint([stance.document]);
    evidence.hint(stance.evidence);
    hintChain(stance.attribution);
  }

  function hintChain(links: readonly AttributionLink[]): void {
    actors.hint(links.flatMap(({ actor, anonymous }) => [actor, anonymous?.affiliation ?? null]));
  }

  function hintRelation(relation: Relation): void {
    actors.hint([relation.subject, relation.object]);
    evidence.hint(relation.evidence);
  }

  function hintEvent(event: Event): void {
    actors.hint(event.participants.map(({ actor }) => actor));
    evidence.hint(event.evidence);
    hintChain(event.attribution);
  }

  return {
    actors,
    issues,
    documents,
    evidence,
    stances,
    coders,
    relations,
    events,
    hintEvent,
    hintRelation,
    listed,
    kept,
    forget() {
      for (const each of all) each.clear();
    },
  };
}

/** Ids of things that lists have shown. What is added is gone through only when somebody asks. */
interface Listed<K> extends Iterable<K> {
  readonly add: (ids: Iterable<K>) => void;
  readonly clear: () => void;
}

function listedOf<K>(): Listed<K> {
  let added: Iterable<K>[] = [];
  return {
    add: (ids) => void added.push(ids),
    [Symbol.iterator]: () => new Set(added.flatMap((ids) => [...ids])).values(),
    clear() {
      added = [];
    },
  };
}

/** What a reference leads to. The store's foreign keys say that it is there. */
export function found<K extends string, V>(loader: Loader<K, V>, id: K): V {
  const value = loader.get(id);
  if (value === undefined) throw new Error(`${id} is referred to, but is not there.`);
  return value;
}

function byId<K extends string, V extends { readonly id: K }>(
  values: readonly V[],
): Iterable<readonly [K, V]> {
  return values.map((value) => [value.id, value] as const);
}
