import { authorities, authorityOf } from "../domain/attribution.ts";
import type { Document } from "../domain/document.ts";
import type { Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { CoderId, DocumentId, EvidenceId, IssueId, ActorId, StanceId } from "../domain/id.ts";
import { sha256 } from "../domain/id.ts";
import type { FacetValues } from "../domain/issue.ts";
import {
  type Act,
  anchorOf,
  type Certainty,
  type CodingLevel,
  type Condition,
  type Direction,
  type Intensity,
  type Stance,
  type StanceContent,
  type Status,
} from "../domain/stance.ts";
import { chainColumn, chainOf, chainWriter } from "./attribution.ts";
import { evidenceKeys } from "./documents.ts";
import { allOf, countOf, type List, type ListRequest, pageOf } from "./page.ts";
import { edtfOf, edtfParams, listOf, type Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { stanceTable } from "./tables.ts";
import type { Condition as SqlCondition, Where } from "./where.ts";

const select = `select stance.*, document.published_edtf, document.published_earliest, document.published_latest,
  (select json_group_array(v.id order by e.ordinal) from stance_evidence e join evidence v on v.key = e.evidence_key
     where e.stance_key = stance.key) as evidence,
  (select json_group_array(json_object('kind', c.kind, 'text', c.text) order by c.ordinal)
     from stance_condition c where c.stance_key = stance.key) as conditions,
  (select json_group_object(f.name, f.value) from stance_facet f where f.stance_key = stance.key) as facets,
  ${chainColumn("attribution_link", "stance_key = stance.key")}
  from stance join document on document.id = stance.document_id`;

const list: List<Stance> = {
  table: stanceTable,
  select,
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

/** The facts as they stood on a day, or as they were known at an instant. Null: no limit. */
export interface AsOf {
  readonly validAt: string | null;
  readonly knownAt: string | null;
}

export const always: AsOf = { validAt: null, knownAt: null };

/** What a stance must be to count: accepted and known by then, certainly held by then and not over. */
export function countsAsOf({ validAt, knownAt }: AsOf, alias = "stance"): SqlCondition {
  const known =
    knownAt === null
      ? `${alias}.status = 'ACCEPTED'`
      : `(${alias}.accepted_at <= :knownAt and (${alias}.retracted_at is null or ${alias}.retracted_at > :knownAt)
          or exists (select 1 from earlier_acceptance e where e.stance_key = ${alias}.key
                     and e.accepted_at <= :knownAt and e.retracted_at > :knownAt))`;
  const valid =
    validAt === null
      ? "1"
      : `coalesce(${alias}.effective_latest, '') between '0' and :validAt
         and (${alias}.valid_from_latest is null or ${alias}.valid_from_latest <= :validAt)
         and (${alias}.valid_until_earliest is null or ${alias}.valid_until_earliest > :validAt)`;
  return {
    sql: `${known} and ${valid}`,
    params: { ...(knownAt !== null && { knownAt }), ...(validAt !== null && { validAt }) },
  };
}

export type StanceStore = ReturnType<typeof stanceStore>;

export function stanceStore(db: Sqlite) {
  const keyOf = evidenceKeys(db);
  const addChain = chainWriter<number>(db, "attribution_link", "stance_key");
  const byId = db.prepare(`${select} where stance.id = :id`);
  const byIds = db.prepare(`${select} where stance.id in (select value from json_each(:ids))`);
  const ofEvidence = db.prepare(`
    ${select}
    where stance.key in (select s.stance_key from stance_evidence s where s.evidence_key = :key)
    order by stance.id
  `);
  const anchored = db.prepare(
    `select id, key from stance
     where document_id = :document and coded_holder_id = :holder and coded_issue_id = :issue
       and anchor = :anchor and status in ('PROPOSED', 'ACCEPTED')`,
  );
  const exists = db.prepare("select 1 from stance where id = :id").pluck();
  const lastKey = db.prepare("select coalesce(max(key), 0) from stance").pluck();
  const currentActor = redirects(db, "actor");
  const currentIssue = redirects(db, "issue");
  const insert = db.prepare(`
    insert into stance (
      id, anchor, holder_id, issue_id, coded_holder_id, coded_issue_id, direction, intensity, act, holder_certainty,
      coding_level, confidence, addressee_id, document_id, independence_group, authority,
      stated_edtf, stated_earliest, stated_latest, valid_from_edtf, valid_from_earliest, valid_from_latest,
      valid_until_edtf, valid_until_earliest, valid_until_latest,
      effective_edtf, effective_earliest, effective_latest, coder_id, external_id, note, status, recorded_at, accepted_at
    ) values (
      :id, :anchor, :holder, :issue, :codedHolder, :codedIssue, :direction, :intensity, :act, :holderCertainty,
      :codingLevel, :confidence, :addressee, :document, :independenceGroup, :authority,
      :stated_edtf, :stated_earliest, :stated_latest, :valid_from_edtf, :valid_from_earliest, :valid_from_latest,
      :valid_until_edtf, :valid_until_earliest, :valid_until_latest,
      :effective_edtf, :effective_earliest, :effective_latest,
      :coder, :externalId, :note, :status, :at, :acceptedAt
    )
  `);
  const insertEvidence = db.prepare(`
    insert into stance_evidence (stance_key, ordinal, evidence_key) values (:key, :ordinal, :evidence)
  `);
  const insertCondition = db.prepare(`
    insert into stance_condition (stance_key, ordinal, kind, text) values (:key, :ordinal, :kind, :text)
  `);
  const insertFacet = db.prepare(`
    insert into stance_facet (stance_key, issue_id, name, value) values (:key, :issue, :name, :value)
  `);
  const keepAcceptance = db.prepare(`
    insert into earlier_acceptance (stance_key, accepted_at, retracted_at)
    select key, accepted_at, retracted_at from stance
    where id = :id and accepted_at is not null and retracted_at > accepted_at
    on conflict do nothing
  `);
  const setStatus = db.prepare(`
    update stance set
      status = :status,
      accepted_at = case when :status <> 'ACCEPTED' then accepted_at when status = 'ACCEPTED' then accepted_at else :at end,
      retracted_at = iif(:status in ('ACCEPTED', 'PROPOSED'), null, :at),
      superseded_by = :supersededBy
    where id = :id
  `);
  const insertReview = db.prepare(`
    insert into review (stance_id, reviewer, status, reason, at) values (:id, :reviewer, :status, :reason, :at)
  `);
  const reviews = db.prepare(`
    select stance_id as stance, reviewer, status, reason, at from review where stance_id = :id order by key
  `);

  function get(id: StanceId): Stance | null {
    const row = byId.get({ id }) as Row | undefined;
    return row === undefined ? null : stanceOf(row);
  }

  return {
    get,
    require(id: StanceId): Stance {
      const stance = get(id);
      if (stance === null) {
        throw new StanceGraphError("not_found", `There is no ${id}; list the known ones with \`stancegraph stances\`.`);
      }
      return stance;
    },
    /** The stances with these ids, in their order; unknown ids are left out. */
    byIds(ids: readonly StanceId[]): readonly Stance[] {
      const found = new Map((byIds.all({ ids: JSON.stringify(ids) }) as Row[]).map((row) => [row.id, stanceOf(row)]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    ofEvidence: (evidence: EvidenceId) => (ofEvidence.all({ key: keyOf(evidence) }) as Row[]).map(stanceOf),
    /** A page of stances; with `asOf`, of those that count as of then. */
    page: (request: ListRequest & { readonly asOf?: AsOf | null }) =>
      pageOf(db, list, request, request.asOf ? countsAsOf(request.asOf) : undefined),
    all: (request: ListRequest & { readonly asOf?: AsOf | null } = {}) =>
      allOf(db, list, request, request.asOf ? countsAsOf(request.asOf) : undefined),
    count: (where?: Where | null, asOf?: AsOf | null) =>
      countOf(db, list, where, asOf ? countsAsOf(asOf) : undefined),
    has: (id: StanceId) => exists.get({ id }) === 1,
    /** Readings by the same coder of the same holder, issue and quote that still stand. */
    readingsOf: (content: StanceContent) => anchored.all({ ...placeOf(content), anchor: anchor(content) }) as Reading[],
    /** The key of the newest stance: those recorded from now on have greater ones. */
    lastKey: () => lastKey.get() as number,
    /** Adds a stance; it is filed under the actor and the issue that answer for the coded ones now. */
    add(id: StanceId, content: StanceContent, { status, at, document }: Recording): void {
      const { evidence, conditions, facets, attribution, statedOn, validFrom, validUntil, ...plain } = content;
      const { holder: codedHolder, issue: codedIssue, ...rest } = plain;
      const { lastInsertRowid: key } = insert.run({
        id,
        anchor: anchor(content),
        holder: currentActor(codedHolder),
        issue: currentIssue(codedIssue),
        codedHolder,
        codedIssue,
        ...rest,
        authority: authorities.indexOf(authorityOf(attribution)),
        ...edtfParams("stated", statedOn),
        ...edtfParams("valid_from", validFrom),
        ...edtfParams("valid_until", validUntil),
        ...edtfParams("effective", statedOn ?? document.publishedOn),
        independenceGroup: document.independenceGroup,
        status,
        at,
        acceptedAt: status === "ACCEPTED" ? at : null,
      });
      for (const [ordinal, each] of evidence.entries()) insertEvidence.run({ key, ordinal, evidence: keyOf(each) });
      for (const [ordinal, each] of conditions.entries()) insertCondition.run({ key, ordinal, ...each });
      for (const [name, value] of Object.entries(facets)) insertFacet.run({ key, issue: codedIssue, name, value });
      addChain(Number(key), attribution);
    },
    /** Moves a stance in its review; when it counted is kept, so that an undone retraction leaves its gap. */
    setStatus(id: StanceId, status: Status, at: Instant, review: { readonly reviewer: string; readonly reason: string | null; readonly supersededBy?: StanceId }): void {
      const { reviewer, reason, supersededBy = null } = review;
      if (status === "ACCEPTED" || status === "PROPOSED") keepAcceptance.run({ id });
      setStatus.run({ id, status, at, supersededBy });
      insertReview.run({ id, reviewer, status, reason, at });
    },
    reviewsOf: (id: StanceId) => reviews.all({ id }) as Review[],
  };
}

/** What the store adds to what the coder says. */
export interface Recording {
  readonly status: "PROPOSED" | "ACCEPTED";
  readonly at: Instant;
  readonly document: Pick<Document, "publishedOn" | "independenceGroup">;
}

export interface Reading {
  readonly id: StanceId;
  readonly key: number;
}

/** One decision on a stance. */
export interface Review {
  readonly stance: StanceId;
  readonly reviewer: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly at: Instant;
}

/** Where merges lead from an id: itself for what was not merged. */
function redirects(db: Sqlite, table: "actor" | "issue"): (id: string) => string {
  const mergedInto = db.prepare(`select merged_into from ${table} where id = :id`).pluck();
  return function current(id: string): string {
    const into = mergedInto.get({ id }) as string | null | undefined;
    return into === null || into === undefined ? id : current(into);
  };
}

function placeOf({ document, holder, issue }: StanceContent) {
  return { document, holder, issue };
}

function anchor(content: StanceContent): string {
  return sha256(JSON.stringify(anchorOf(content))).slice(0, 16);
}

function stanceOf(row: Row): Stance {
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
    status: row.status as Status,
    recordedAt: row.recorded_at as string,
    acceptedAt: row.accepted_at as string | null,
    retractedAt: row.retracted_at as string | null,
    supersededBy: row.superseded_by as StanceId | null,
  };
}

