import type { Evidence } from "../domain/document.ts";
import type { DocumentId } from "../domain/id.ts";
import type { Stance } from "../domain/stance.ts";
import { pointsIn } from "./code-points.ts";
import type { ExportFormat } from "./format.ts";
import type { LookUp } from "./source.ts";
import { chainCell, chainWords } from "./words.ts";

/** Web Annotation Data Model, W3C Recommendation 2017-02-23. Positions are in code points there, in UTF-16 units here. */
export const webAnnotation: ExportFormat = {
  name: "web-annotation",
  summary: "Stances as W3C Web Annotations on the quoted words (JSON-LD).",
  mediaType: "application/ld+json",
  extension: "jsonld",
  writes: ["stances"],
  *write(_, source) {
    const { id, revision, title, licence } = source.dataset;
    const head = {
      "@context": ["http://www.w3.org/ns/anno.jsonld", ownTerms],
      id: `urn:stancegraph:dataset:${id}:${revision}`,
      type: "AnnotationPage",
      label: title,
      ...(licence !== null && { rights: licenceIri(licence) }),
    };
    yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
    const pointsBefore = codePointCounter(source.look);
    let before = "\n";
    for (const stance of source.stances()) {
      yield before + JSON.stringify(annotationOf(stance, source.look, pointsBefore));
      before = ",\n";
    }
    yield "\n]}\n";
  },
};

const reference = { "@type": "@id" };
/** What the annotations' own context does not define is ours; some of it names things by id. */
const ownTerms = {
  "@vocab": "urn:stancegraph:",
  ...{ holder: reference, issue: reference, addressee: reference, actor: reference, affiliation: reference },
};

function licenceIri(licence: string): string {
  return /^[\w.+-]+$/.test(licence) ? `https://spdx.org/licenses/${licence}` : licence;
}

type Counter = (document: DocumentId, offset: number) => number;

function annotationOf(stance: Stance, look: LookUp, pointsBefore: Counter): object {
  const coder = look.coder(stance.coder);
  const targets = stance.evidence.map((id) => targetOf(look.evidence(id), look, pointsBefore));
  const [only = { source: sourceOf(stance.document, look) }] = targets;
  return {
    id: stance.id,
    type: "Annotation",
    motivation: "classifying",
    created: stance.recordedAt,
    creator: { id: coder.id, type: coder.kind === "PERSON" ? "Person" : "Software", name: coder.name },
    body: [
      {
        type: "TextualBody",
        purpose: "describing",
        format: "text/plain",
        language: "en",
        value: sentenceOf(stance, look),
      },
      { type: "Stance", purpose: "classifying", ...valuesOf(stance) },
    ],
    target: targets.length > 1 ? targets : only,
  };
}

function targetOf(
  { document, start, end, quote, prefix, suffix }: Evidence,
  look: LookUp,
  pointsBefore: Counter,
): object {
  return {
    source: sourceOf(document, look),
    selector: [
      { type: "TextQuoteSelector", exact: quote, prefix, suffix },
      {
        type: "TextPositionSelector",
        start: pointsBefore(document, start),
        end: pointsBefore(document, end),
      },
    ],
  };
}

function sourceOf(document: DocumentId, look: LookUp): string {
  return look.document(document).url ?? document;
}

/** `Washington OPPOSES "U.S. forces should leave Iraq." (Reuters ← a senior official)` */
function sentenceOf(stance: Stance, look: LookUp): string {
  const conditions = stance.conditions.map(({ kind, text }) => ` ${kind} ${text}`).join(";");
  const chain = chainWords(stance.attribution, look);
  const claim = `${look.actor(stance.holder).name} ${stance.direction} "${look.issue(stance.issue).proposition}"`;
  return `${claim}${conditions}${chain === null ? "" : ` (${chain})`}`;
}

/** The stance's own values, in terms of this project's vocabulary; unknown ones are left out. */
function valuesOf(stance: Stance): Readonly<Record<string, unknown>> {
  const {
    holder,
    issue,
    direction,
    intensity,
    conditions,
    facets,
    act,
    holderCertainty,
    codingLevel,
    confidence,
  } = stance;
  const values = {
    ...{
      holder,
      issue,
      direction,
      intensity,
      conditions,
      facets,
      act,
      holderCertainty,
      codingLevel,
      confidence,
    },
    addressee: stance.addressee,
    attribution: chainCell(stance.attribution),
    statedOn: stance.statedOn?.edtf ?? null,
    validFrom: stance.validFrom?.edtf ?? null,
    validUntil: stance.validUntil?.edtf ?? null,
    externalId: stance.externalId,
    note: stance.note,
    attributes: Object.keys(stance.attributes).length === 0 ? null : stance.attributes,
    publishedOn: stance.publishedOn?.edtf ?? null,
    status: stance.status,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Counts code points before a UTF-16 offset; the last document's surrogate pairs are kept, for stances come in runs. */
function codePointCounter(look: LookUp): Counter {
  let kept: { readonly document: DocumentId; readonly points: (units: number) => number } | null = null;
  return (document, offset) => {
    if (kept?.document !== document) kept = { document, points: pointsIn(look.text(document) ?? "") };
    return kept.points(offset);
  };
}
