import type { Document, Evidence } from "../domain/document.ts";
import type { ActorId, DocumentId } from "../domain/id.ts";
import type { Stance } from "../domain/stance.ts";
import { inForce, known, linkItem } from "./coding-items.ts";
import type { LookUp, Source } from "./source.ts";

/** A document with the stances that its words show, as programs have it in which texts are marked. */
export interface AnnotatedDocument {
  readonly document: Document;
  readonly text: string;
  /** What is told of the document, by the names of the coding format. */
  readonly about: Readonly<Record<string, string>>;
  readonly stances: readonly AnnotatedStance[];
}

export interface AnnotatedStance {
  readonly stance: Stance;
  readonly evidence: readonly Evidence[];
  /** All that is told of it, by the names of the coding format; lists and objects as JSON. */
  readonly values: Readonly<Record<string, string>>;
}

/** The stances that rest on words, by document; what rests on none has no place in such programs. */
export function annotatedDocuments({ stances, look }: Source): readonly AnnotatedDocument[] {
  const byDocument = new Map<DocumentId, Stance[]>();
  for (const stance of inForce(stances())) {
    if (stance.evidence.length === 0 || look.text(stance.document) === null) continue;
    const own = byDocument.get(stance.document);
    if (own === undefined) byDocument.set(stance.document, [stance]);
    else own.push(stance);
  }
  return [...byDocument].map(([id, own]) => {
    const document = look.document(id);
    const { title, publisher, author, url, language, publishedOn, dateNote, licence } = document;
    return {
      document,
      text: look.text(id) ?? "",
      about: inTexts({
        title,
        publisher,
        author,
        url,
        language,
        publishedOn: publishedOn?.edtf,
        dateNote,
        licence,
      }),
      stances: own.map((stance) => ({
        stance,
        evidence: stance.evidence.map(look.evidence),
        values: valuesOf(stance, look),
      })),
    };
  });
}

function valuesOf(stance: Stance, look: LookUp): Readonly<Record<string, string>> {
  const { direction, intensity, conditions, facets, act, holderCertainty, codingLevel, confidence } = stance;
  const holder = look.actor(stance.holder);
  const issue = look.issue(stance.issue);
  const coder = look.coder(stance.coder);
  const addressee = stance.addressee && look.actor(stance.addressee);
  const attribution = stance.attribution.map((link) => linkItem(link, look));
  const others = [
    ...stance.attribution.flatMap(({ actor, anonymous }) => [actor, anonymous?.affiliation ?? null]),
    stance.addressee,
  ].filter((id): id is ActorId => id !== null && look.actor(id).id !== holder.id);
  const actors = [...new Set(others)].map(look.actor).map(({ id, name, kind }) => ({ id, name, kind }));
  const facetsOf = Object.fromEntries(issue.facets.map(({ name, values }) => [name, values]));
  return inTexts({
    stance: stance.id,
    ...{ holder: holder.id, holderName: holder.name, holderKind: holder.kind },
    ...{
      issue: issue.id,
      issueLabel: issue.label,
      proposition: issue.proposition,
      pro: issue.pro,
      contra: issue.contra,
    },
    issueFacets: facetsOf,
    ...{ direction, intensity, act, holderCertainty, codingLevel, confidence },
    ...{ conditions, facets, attribution, actors },
    addressee: addressee?.id,
    statedOn: stance.statedOn?.edtf,
    validFrom: stance.validFrom?.edtf,
    validUntil: stance.validUntil?.edtf,
    externalId: stance.externalId,
    note: stance.note,
    attributes: stance.attributes,
    status: stance.status,
    ...{ coder: coder.id, coderName: coder.name, coderKind: coder.kind, coderVersion: coder.version },
  });
}

/** Values as texts, lists and objects as JSON; without what is not known or empty. */
function inTexts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(known(values)).map(([name, value]) => [
      name,
      typeof value === "object" ? JSON.stringify(value) : String(value),
    ]),
  );
}
