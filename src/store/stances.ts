import { authorities, authorityOf } from "../domain/attribution.ts";
import type { Document } from "../domain/document.ts";
import type { Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { EvidenceId, StanceId } from "../domain/id.ts";
import { sha256 } from "../domain/id.ts";
import { anchorOf, type Stance, type StanceContent, type Status } from "../domain/stance.ts";
import { attributeStore } from "./attributes.ts";
import { chainWriter } from "./attribution.ts";
import { changedNow } from "./change.ts";
import { evidenceKeys } from "./documents.ts";
import { leads } from "./merges.ts";
import { allOf, countOf, type ListRequest, pageOf } from "./page.ts";
import { edtfParams, type Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { stanceKeys, stanceList, stanceOf, stanceSelect } from "./stance-rows.ts";
import type { Condition as SqlCondition, Where } from "./where.ts";

/** The facts as they stood on a day, or as they were known at an instant. Null: no limit. */
export interface AsOf {
  readonly validAt: string | null;
  readonly knownAt: string | null;
}

/** What a stance must be to count: accepted and known by then, certainly held by then and not over. */
export function countsAsOf({ validAt, knownAt }: AsOf): SqlCondition {
  const known =
    knownAt === null
      ? `stance.status = 'ACCEPTED'`
      : `(stance.accepted_at <= :knownAt and (stance.retracted_at is null or stance.retracted_at > :knownAt)
          or exists (select 1 from earlier_acceptance e where e.stance_key = stance.key
                     and e.accepted_at <= :knownAt and e.retracted_at > :knownAt))`;
  const valid =
    validAt === null
      ? "1"
      : `coalesce(stance.effective_latest, '') between '0' and :validAt
         and (stance.valid_from_latest is null or stance.valid_from_latest <= :validAt)
         and (stance.valid_until_earliest is null or stance.valid_until_earliest > :validAt)`;
  return {
    sql: `${known} and ${valid}`,
    params: { ...(knownAt !== null && { knownAt }), ...(validAt !== null && { validAt }) },
  };
}

export function stanceStore(db: Sqlite) {
  const keyOf = evidenceKeys(db);
  const attributes = attributeStore(db);
  const addChain = chainWriter<number>(db, "attribution_link", "stance_key");
  const byId = db.prepare(`${stanceSelect} where stance.id = :id`);
  const byIds = db.prepare(`${stanceSelect} where stance.id in (select value from json_each(:ids))`);
  const ofEvidence = db.prepare(`
    ${stanceSelect}
    where stance.key in (select s.stance_key from stance_evidence s where s.evidence_key = :key)
    order by stance.id
  `);
  const anchored = db.prepare(
    `select id, key, status from stance
     where document_id = :document and coded_holder_id = :holder and coded_issue_id = :issue
       and anchor = :anchor and status in ('PROPOSED', 'ACCEPTED')`,
  );
  const beside = db
    .prepare(`
      select other.id from stance join stance other on other.document_id = stance.document_id
      where stance.id = :id and other.anchor = stance.anchor and other.key <> stance.key and other.status = 'ACCEPTED'
    `)
    .pluck();
  const exists = db.prepare("select 1 from stance where id = :id").pluck();
  const lastKey = db.prepare("select coalesce(max(key), 0) from stance").pluck();
  const after = db.prepare("select key, id from stance where key > :key order by key limit :limit");
  const currentActor = leads(db, "actor");
  const currentIssue = leads(db, "issue");
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
    select key, accepted_at, coalesce(retracted_at, :at) from stance
    where id = :id and accepted_at is not null and coalesce(retracted_at, :at) > accepted_at
    on conflict do nothing
  `);
  const setStatus = db.prepare(`
    update stance set
      status = :status,
      accepted_at = case :status when 'PROPOSED' then null when 'ACCEPTED' then :at else accepted_at end,
      retracted_at = iif(:status in ('ACCEPTED', 'PROPOSED'), null, :at),
      superseded_by = :supersededBy,
      ${changedNow}
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
        throw new StanceGraphError(
          "not_found",
          `There is no ${id}; list the known ones with \`stancegraph stances\`.`,
        );
      }
      return stance;
    },
    /** The stances with these ids, in their order; unknown ids are left out. */
    byIds(ids: readonly StanceId[]): readonly Stance[] {
      const found = new Map(
        (byIds.all({ ids: JSON.stringify(ids) }) as Row[]).map((row) => [row.id, stanceOf(row)]),
      );
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    ofEvidence: (evidence: EvidenceId) => (ofEvidence.all({ key: keyOf(evidence) }) as Row[]).map(stanceOf),
    /** A page of stances; with `asOf`, of those that count as of then. */
    page: (request: ListRequest & { readonly asOf?: AsOf | null }) =>
      pageOf(db, stanceList, request, request.asOf ? countsAsOf(request.asOf) : undefined),
    /** The same page, of which only ids and keys are read. */
    keysPage: (request: ListRequest & { readonly asOf?: AsOf | null }) =>
      pageOf(db, stanceKeys, request, request.asOf ? countsAsOf(request.asOf) : undefined),
    all: (request: ListRequest & { readonly asOf?: AsOf | null } = {}) =>
      allOf(db, stanceList, request, request.asOf ? countsAsOf(request.asOf) : undefined),
    count: (where?: Where | null, asOf?: AsOf | null) =>
      countOf(db, stanceList, where, asOf ? countsAsOf(asOf) : undefined),
    has: (id: StanceId) => exists.get({ id }) === 1,
    /** Readings by the same coder of the same holder, issue and quote that still stand. */
    readingsOf: (content: StanceContent) =>
      anchored.all({ ...placeOf(content), anchor: anchor(content) }) as Reading[],
    /** Other accepted readings of the same words of the same holder on the same issue, by the same coder. */
    acceptedBeside: (id: StanceId) => beside.all({ id }) as StanceId[],
    /** The key of the newest stance: those recorded from now on have greater ones. */
    lastKey: () => lastKey.get() as number,
    /** Adds a stance; it is filed under the actor and the issue that answer for the coded ones now. */
    add(id: StanceId, content: StanceContent, { status, at, document }: Recording): void {
      const { evidence, conditions, facets, attribution, statedOn, validFrom, validUntil, ...given } =
        content;
      const { attributes: further, ...plain } = given;
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
      for (const [ordinal, each] of evidence.entries())
        insertEvidence.run({ key, ordinal, evidence: keyOf(each) });
      for (const [ordinal, each] of conditions.entries()) insertCondition.run({ key, ordinal, ...each });
      for (const [name, value] of Object.entries(facets))
        insertFacet.run({ key, issue: codedIssue, name, value });
      addChain(Number(key), attribution);
      attributes.set(id, further);
    },
    /** Moves a stance in its review; when it counted is kept, so that an undone retraction leaves its gap. */
    setStatus(
      id: StanceId,
      status: Status,
      at: Instant,
      review: { readonly reviewer: string; readonly reason: string | null; readonly supersededBy?: StanceId },
    ): void {
      const { reviewer, reason, supersededBy = null } = review;
      if (status === "ACCEPTED" || status === "PROPOSED") keepAcceptance.run({ id, at });
      setStatus.run({ id, status, at, supersededBy });
      insertReview.run({ id, reviewer, status, reason, at });
    },
    reviewsOf: (id: StanceId) => reviews.all({ id }) as Review[],
    /** What was recorded after the stance with a key, in that order; no more than the limit. */
    recordedAfter: (key: number, limit: number) => after.all({ key, limit }) as Recorded[],
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
  readonly status: "PROPOSED" | "ACCEPTED";
}

/** A stance in the order of recording: keys only grow. */
export interface Recorded {
  readonly key: number;
  readonly id: StanceId;
}

/** One decision on a stance. */
export interface Review {
  readonly stance: StanceId;
  readonly reviewer: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly at: Instant;
}

function placeOf({ document, holder, issue }: StanceContent) {
  return { document, holder, issue };
}

function anchor(content: StanceContent): string {
  return sha256(JSON.stringify(anchorOf(content))).slice(0, 16);
}
