import { authorities, authorityOf } from "../domain/attribution.ts";
import type { Document } from "../domain/document.ts";
import type { Instant } from "../domain/edtf.ts";
import type { ActorId, EvidenceId, IssueId, StanceId } from "../domain/id.ts";
import { sha256 } from "../domain/id.ts";
import { anchorOf, type StanceContent } from "../domain/stance.ts";
import { attributeStore } from "./attributes.ts";
import { chainWriter } from "./attribution.ts";
import { evidenceKeys } from "./documents.ts";
import { insertion } from "./insertion.ts";
import { leads } from "./merges.ts";
import { edtfColumns } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";

/** What the store adds to what the coder says. What is left out of the last two is looked up. */
export interface Recording {
  readonly status: "PROPOSED" | "ACCEPTED";
  readonly at: Instant;
  readonly document: Pick<Document, "publishedOn" | "independenceGroup">;
  /** The actor and the issue that answer for the coded ones now. */
  readonly filedUnder?: Filing;
  /** The keys of its evidence, in the same order. */
  readonly evidenceKeys?: readonly number[];
}

export interface Filing {
  readonly holder: ActorId;
  readonly issue: IssueId;
}

const columns = [
  ...["id", "anchor", "holder_id", "issue_id", "coded_holder_id", "coded_issue_id", "direction", "intensity"],
  ...["act", "holder_certainty", "coding_level", "confidence", "addressee_id", "document_id"],
  ...["independence_group", "authority", "stated_edtf", "stated_earliest", "stated_latest"],
  ...["valid_from_edtf", "valid_from_earliest", "valid_from_latest"],
  ...["valid_until_edtf", "valid_until_earliest", "valid_until_latest"],
  ...["effective_edtf", "effective_earliest", "effective_latest"],
  ...["coder_id", "external_id", "note", "status", "recorded_at", "accepted_at"],
];

/** Adds stances, each filed under the actor and the issue that answer for the coded ones now. */
export function stanceWriter(db: Sqlite) {
  const keyOf = evidenceKeys(db);
  const attributes = attributeStore(db);
  const { holderOf, issueOf } = filings(db);
  const addChain = chainWriter<number>(db, "attribution_link", "stance_key");
  const insert = insertion(db, "stance", columns);
  const insertEvidence = insertion(db, "stance_evidence", ["stance_key", "ordinal", "evidence_key"]);
  const insertCondition = insertion(db, "stance_condition", ["stance_key", "ordinal", "kind", "text"]);
  const insertFacet = insertion(db, "stance_facet", ["stance_key", "issue_id", "name", "value"]);

  return (id: StanceId, content: StanceContent, recording: Recording): void => {
    const { status, at, document } = recording;
    const { evidence, conditions, facets, attribution } = content;
    const { holder, issue } = recording.filedUnder ?? {
      holder: holderOf(content.holder),
      issue: issueOf(content.issue),
    };
    const { lastInsertRowid } = insert.run([
      ...[id, anchorHash(content), holder, issue, content.holder, content.issue],
      ...[content.direction, content.intensity, content.act, content.holderCertainty, content.codingLevel],
      ...[content.confidence, content.addressee, content.document, document.independenceGroup],
      authorities.indexOf(authorityOf(attribution)),
      ...edtfColumns(content.statedOn),
      ...edtfColumns(content.validFrom),
      ...edtfColumns(content.validUntil),
      ...edtfColumns(content.statedOn ?? document.publishedOn),
      ...[content.coder, content.externalId, content.note, status, at, status === "ACCEPTED" ? at : null],
    ]);
    const key = Number(lastInsertRowid);
    const keys = recording.evidenceKeys ?? evidence.map((each: EvidenceId) => keyOf(each));
    for (const [ordinal, each] of keys.entries()) insertEvidence.run(key, ordinal, each);
    for (const [ordinal, { kind, text }] of conditions.entries())
      insertCondition.run(key, ordinal, kind, text);
    for (const [name, value] of Object.entries(facets)) insertFacet.run(key, content.issue, name, value);
    addChain(key, attribution);
    attributes.set(id, content.attributes);
  };
}

/** The actor and the issue under which a stance is filed: where merges lead from the coded ones. */
export function filings(db: Sqlite) {
  return { holderOf: leads<ActorId>(db, "actor"), issueOf: leads<IssueId>(db, "issue") };
}

const hashes = new WeakMap<StanceContent, string>();

/** A short hash of what is looked at, whatever is read out of it. */
export function anchorHash(content: StanceContent): string {
  const known = hashes.get(content);
  if (known !== undefined) return known;
  const hash = sha256(JSON.stringify(anchorOf(content))).slice(0, 16);
  hashes.set(content, hash);
  return hash;
}
