import type { Attributes } from "../domain/attribute.ts";
import type { FacetValues } from "../domain/facet.ts";
import type { ActorId, CoderId, DocumentId, EvidenceId, IssueId, StanceId } from "../domain/id.ts";
import type {
  Act,
  Certainty,
  CodingLevel,
  Condition,
  Direction,
  Intensity,
  Stance,
  Status,
} from "../domain/stance.ts";
import { chainColumn, chainOf } from "./attribution.ts";
import type { List } from "./page.ts";
import { edtfOf, listOf, type Row } from "./rows.ts";
import { stanceTable } from "./tables.ts";

/** A stance with all that hangs on it, in one statement. */
export const stanceSelect = `select stance.*, document.published_edtf, document.published_earliest, document.published_latest,
  (select json_group_array(v.id order by e.ordinal) from stance_evidence e join evidence v on v.key = e.evidence_key
     where e.stance_key = stance.key) as evidence,
  (select json_group_array(json_object('kind', c.kind, 'text', c.text) order by c.ordinal)
     from stance_condition c where c.stance_key = stance.key) as conditions,
  (select json_group_object(f.name, f.value) from stance_facet f where f.stance_key = stance.key) as facets,
  (select json_group_object(a.name, json(a.value)) from attribute a where a.subject_id = stance.id) as attributes,
  ${chainColumn("attribution_link", "stance_key = stance.key")}
  from stance join document on document.id = stance.document_id`;

export const stanceList: List<Stance> = {
  table: stanceTable,
  select: stanceSelect,
  orders: {
    EFFECTIVE_ON: "coalesce(stance.effective_latest, '')",
    RECORDED_AT: "stance.recorded_at",
    INTENSITY: "stance.intensity",
    HOLDER: "stance.holder_id",
    ISSUE: "stance.issue_id",
    CONFIDENCE: "coalesce(stance.confidence, -1)",
  },
  defaultOrder: [{ field: "EFFECTIVE_ON", descending: true }],
  map: stanceOf,
};

/** The same list, of which only ids and keys are read. */
export const stanceKeys: List<{ readonly id: StanceId; readonly key: number }> = {
  ...stanceList,
  select: "select stance.id, stance.key from stance",
  map: (row) => ({ id: row.id as StanceId, key: row.key as number }),
};

export function stanceOf(row: Row): Stance {
  const statedOn = edtfOf(row.stated_edtf, row.stated_earliest, row.stated_latest);
  const publishedOn = edtfOf(row.published_edtf, row.published_earliest, row.published_latest);
  return {
    id: row.id as StanceId,
    holder: row.holder_id as ActorId,
    issue: row.issue_id as IssueId,
    direction: row.direction as Direction,
    intensity: row.intensity as Intensity,
    conditions: listOf<Condition>(row.conditions),
    facets: JSON.parse((row.facets as string | null) ?? "{}") as FacetValues,
    act: row.act as Act,
    holderCertainty: row.holder_certainty as Certainty,
    codingLevel: row.coding_level as CodingLevel,
    confidence: row.confidence as number | null,
    addressee: row.addressee_id as ActorId | null,
    document: row.document_id as DocumentId,
    evidence: listOf<EvidenceId>(row.evidence),
    attribution: chainOf(row.attribution),
    statedOn,
    publishedOn,
    validFrom: edtfOf(row.valid_from_edtf, row.valid_from_earliest, row.valid_from_latest),
    validUntil: edtfOf(row.valid_until_edtf, row.valid_until_earliest, row.valid_until_latest),
    coder: row.coder_id as CoderId,
    externalId: row.external_id as string | null,
    note: row.note as string | null,
    attributes: JSON.parse((row.attributes as string | null) ?? "{}") as Attributes,
    status: row.status as Status,
    recordedAt: row.recorded_at as string,
    acceptedAt: row.accepted_at as string | null,
    retractedAt: row.retracted_at as string | null,
    supersededBy: row.superseded_by as StanceId | null,
  };
}
