import type { Actor, Relation } from "../domain/actor.ts";
import type { AttributionLink } from "../domain/attribution.ts";
import type { Coder } from "../domain/coder.ts";
import type { Document } from "../domain/document.ts";
import type { Event } from "../domain/event.ts";
import type { ActorId, EvidenceId, StanceId } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import type { Stance } from "../domain/stance.ts";
import type { LookUp, Source } from "./source.ts";

/**
 * The graph as a coding: the very items that an import takes, in an order in which each finds what it names.
 * It is the graph as it stands: stances in force or awaiting review, merged actors and issues under what they became.
 */

export type CodingKind =
  | "dataset"
  | "coder"
  | "document"
  | "actor"
  | "issue"
  | "relation"
  | "event"
  | "stance";
export type CodingItem = Readonly<Record<string, unknown>>;

export const codingItems: Readonly<Record<CodingKind, (source: Source) => Iterable<CodingItem>>> = {
  dataset: ({ dataset: { title, description, licence, citation }, look }) => [
    known({ title, description, licence, citation, attributes: look.attributes("dataset") }),
  ],
  coder: ({ coders }) => mapped(coders(), coderItem),
  document: ({ documents, look }) => mapped(documents(), (document) => documentItem(document, look)),
  actor: ({ actors, look }) => mapped(actors(), (actor) => actorItem(actor, look)),
  issue: ({ issues, look }) => parentsFirst([...issues()]).map((issue) => issueItem(issue, look)),
  relation: ({ relations, look }) => mapped(relations(), (relation) => relationItem(relation, look)),
  event: ({ events, look }) => mapped(events(), (event) => eventItem(event, look)),
  stance: ({ stances, look }) => mapped(inForce(stances()), (stance) => stanceItem(stance, look)),
};

function coderItem({ id, name, kind, version }: Coder): CodingItem {
  return known({ id, name, kind, version });
}

function documentItem(document: Document, look: LookUp): CodingItem {
  const { id, title, publisher, author, url, language, publishedOn, dateNote, licence, independenceGroup } =
    document;
  const group = independenceGroup === id ? null : independenceGroup;
  return known({
    ...{ id, title, publisher, author, url, language, publishedOn: publishedOn?.edtf, dateNote, licence },
    independenceGroup: group,
    attributes: look.attributes(id),
    text: look.text(id),
  });
}

function actorItem({ id, name, kind, description, names, externalIds }: Actor, look: LookUp): CodingItem {
  const others = names.filter(
    (each) => !(each.name === name && each.type === "OFFICIAL" && each.language === "en"),
  );
  const elsewhere = Object.fromEntries(externalIds.map(({ scheme, value }) => [scheme, value]));
  return known({
    id,
    name,
    kind,
    description,
    names: others.map((each) => ({ ...each })),
    externalIds: elsewhere,
    attributes: look.attributes(id),
  });
}

function issueItem(issue: Issue, look: LookUp): CodingItem {
  const { id, label, proposition, pro, contra, parent, facets, examples, anchors } = issue;
  const values = Object.fromEntries(facets.map((facet) => [facet.name, facet.values]));
  return known({
    id,
    label,
    proposition,
    pro,
    contra,
    parent: parent && look.issue(parent).id,
    facets: values,
    examples,
    anchors,
    attributes: look.attributes(id),
  });
}

function relationItem(
  { subject, kind, object, validFrom, validUntil, note, evidence }: Relation,
  look: LookUp,
): CodingItem {
  return known({
    subject: actorId(subject, look),
    kind,
    object: actorId(object, look),
    validFrom: validFrom?.edtf,
    validUntil: validUntil?.edtf,
    note,
    ...quotesOf(evidence, look),
  });
}

function eventItem(event: Event, look: LookUp): CodingItem {
  const {
    id,
    label,
    kind,
    description,
    happenedOn,
    dateNote,
    certainty,
    participants,
    evidence,
    attribution,
  } = event;
  return known({
    ...{ id, label, kind, description, happenedOn: happenedOn?.edtf, dateNote, certainty },
    participants: participants.map(({ actor, role }) => ({ actor: actorId(actor, look), role })),
    ...quotesOf(evidence, look),
    attribution: attribution.map((link) => linkItem(link, look)),
  });
}

function stanceItem(stance: Stance, look: LookUp): CodingItem {
  const {
    direction,
    intensity,
    conditions,
    facets,
    act,
    holderCertainty,
    codingLevel,
    confidence,
    addressee,
  } = stance;
  return known({
    holder: stance.holder,
    issue: stance.issue,
    ...{ direction, intensity, conditions, facets, act, holderCertainty, codingLevel, confidence },
    addressee: addressee && actorId(addressee, look),
    document: stance.document,
    quote: quotesOf(stance.evidence, look).quote,
    attribution: stance.attribution.map((link) => linkItem(link, look)),
    statedOn: stance.statedOn?.edtf,
    validFrom: stance.validFrom?.edtf,
    validUntil: stance.validUntil?.edtf,
    externalId: stance.externalId,
    note: stance.note,
    attributes: stance.attributes,
    proposal: proposalItem(stance.id, look),
    coder: stance.coder,
    status: stance.status,
  });
}

function proposalItem(id: StanceId, look: LookUp): CodingItem | null {
  const proposal = look.proposal(id);
  return proposal && known({ ...proposal });
}

export function linkItem(
  { role, actor, anonymous, cue, mode, onRecord, authority }: AttributionLink,
  look: LookUp,
): CodingItem {
  const affiliation = anonymous?.affiliation && actorId(anonymous.affiliation, look);
  const source = anonymous && known({ descriptor: anonymous.descriptor, affiliation, rank: anonymous.rank });
  return known({
    role,
    actor: actor && actorId(actor, look),
    anonymous: source,
    cue,
    mode,
    onRecord,
    authority,
  });
}

/** Quotes with as many words around each as tell its place, and the document they are from. */
function quotesOf(
  ids: readonly EvidenceId[],
  look: LookUp,
): { readonly document?: string; readonly quote?: unknown } {
  const all = ids.map(look.evidence);
  const [first] = all;
  if (first === undefined) return {};
  const text = look.text(first.document) ?? "";
  const quotes = all.map(({ start, end }) => placed(text, start, end));
  return { document: first.document, quote: quotes.length === 1 ? quotes[0] : quotes };
}

function placed(text: string, start: number, end: number): unknown {
  const exact = text.slice(start, end);
  for (let context = 0; context <= 500; context += context < 32 ? 8 : 52) {
    const prefix = text.slice(boundary(text, start - context), start);
    const suffix = text.slice(end, boundary(text, end + context));
    const around = prefix + exact + suffix;
    const isOnly = text.indexOf(around, text.indexOf(around) + 1) < 0;
    if (isOnly) return context === 0 ? exact : known({ exact, prefix, suffix });
  }
  return { start, end, exact };
}

/** The nearest place at or before an offset that splits no character. */
function boundary(text: string, offset: number): number {
  if (offset <= 0) return 0;
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1))
    ? offset - 1
    : offset;
}

function actorId(id: ActorId, look: LookUp): ActorId {
  return look.actor(id).id;
}

/** Leaves out what is not known, and empty texts, lists and objects: an import fills those in by itself. */
export function known(values: CodingItem): CodingItem {
  const isEmpty = (value: unknown) =>
    value === null ||
    value === undefined ||
    value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

/** Stances in force or awaiting review. */
export function* inForce(stances: Iterable<Stance>): Generator<Stance> {
  for (const stance of stances)
    if (stance.status === "ACCEPTED" || stance.status === "PROPOSED") yield stance;
}

function parentsFirst(issues: readonly Issue[]): readonly Issue[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const placed = new Set<Issue>();
  const place = (issue: Issue | undefined): void => {
    if (issue === undefined || placed.has(issue)) return;
    if (issue.parent !== null) place(byId.get(issue.parent));
    placed.add(issue);
  };
  issues.forEach(place);
  return [...placed];
}

function* mapped<T, U>(items: Iterable<T>, value: (item: T) => U): Generator<U> {
  for (const item of items) yield value(item);
}
