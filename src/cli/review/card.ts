import { placeOf } from "../../domain/document.ts";
import type { DocumentId, EvidenceId, StanceId } from "../../domain/id.ts";
import type { Store } from "../../store/open.ts";

const around = 240;

/** A proposal as a person looks at it: what is claimed, the words in their surroundings, how it came about. */
export function cardOf(store: Store, id: StanceId, number: string): string {
  const stance = store.stances.require(id);
  const holder = store.actors.require(stance.holder).name;
  const issue = store.issues.named(stance.issue);
  const document = store.documents.require(stance.document);
  const coder = store.coders.get(stance.coder);
  const proposal = store.proposals.of(id);
  const confidence = stance.confidence === null ? "" : `, confidence ${stance.confidence}`;
  const strength = Math.abs(stance.intensity) === 2 ? " strongly" : "";
  return [
    `${number} · ${coder?.name ?? stance.coder}${confidence} · ${id}`,
    `${holder} ${stance.direction}${strength}: ${issue.label}`,
    `  ${issue.proposition}`,
    `  ${quoted(store, stance.document, stance.evidence)}`,
    ...stance.conditions.map(({ kind, text }) => `  ${kind}: ${text}`),
    ...Object.entries(stance.facets).map(([name, value]) => `  ${name}: ${value}`),
    `  ${document.title}${document.publishedOn === null ? "" : `, ${document.publishedOn.edtf}`}`,
    ...(proposal?.reasons.map((reason) => `  ${reason}`) ?? []),
  ].join("\n");
}

/** `… before «the quote» after …` */
function quoted(store: Store, document: DocumentId, ids: readonly EvidenceId[]): string {
  const text = store.documents.text(document);
  const places = ids.map(placeOf);
  const [first, last] = [places[0], places.at(-1)];
  if (text === null || first === undefined || last === undefined) return "(without a quote)";
  const [from, to] = [Math.max(0, first.start - around), Math.min(text.length, last.end + around)];
  let said = text.slice(from, first.start);
  for (const [index, { start, end }] of places.entries()) {
    const next = places[index + 1]?.start ?? to;
    said += `«${text.slice(start, end)}»${text.slice(end, next)}`;
  }
  return `${from > 0 ? "… " : ""}${said.replaceAll(/\s+/g, " ").trim()}${to < text.length ? " …" : ""}`;
}
