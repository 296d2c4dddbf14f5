import type { Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { EvidenceId, StanceId } from "../domain/id.ts";
import type { ReasonCode } from "../domain/proposal.ts";
import type { Stance, StanceContent, Status } from "../domain/stance.ts";
import { changedNow } from "./change.ts";
import { evidenceKeys } from "./documents.ts";
import { allOf, countOf, type ListRequest, pageOf } from "./page.ts";
import type { Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { stanceKeys, stanceList, stanceOf, stanceSelect } from "./stance-rows.ts";
import { anchorHash, type Filing, filings, stanceWriter } from "./stance-writer.ts";
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
  const byId = db.prepare(`${stanceSelect} where stance.id = :id`);
  const byIds = db.prepare(`${stanceSelect} where stance.id in (select value from json_each(:ids))`);
  const ofEvidence = db.prepare(`
    ${stanceSelect}
    where stance.key in (select s.stance_key from stance_evidence s where s.evidence_key = :key)
    order by stance.id
  `);
  const anchored = db.prepare(`
    select id, key, status from stance
    where document_id = ? and coded_holder_id = ? and coded_issue_id = ? and anchor = ?
  `);
  const beside = db
    .prepare(`
      select other.id from stance join stance other on other.document_id = stance.document_id
      where stance.id = :id and other.anchor = stance.anchor and other.key <> stance.key and other.status = 'ACCEPTED'
    `)
    .pluck();
  const coded = db.prepare(
    "select coded_holder_id as holder, coded_issue_id as issue from stance where id = :id",
  );
  const lastKey = db.prepare("select coalesce(max(key), 0) from stance").pluck();
  const after = db.prepare("select key, id from stance where key > :key order by key limit :limit");
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
    insert into review (stance_id, reviewer, status, reason, code, at)
    values (:id, :reviewer, :status, :reason, :code, :at)
  `);
  const reviews = db.prepare(`
    select stance_id as stance, reviewer, status, reason, code, at from review where stance_id = :id order by key
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
    /** All readings by the same coder of the same holder, issue and quote, whatever has become of them. */
    readingsOf: (content: StanceContent) =>
      anchored.all(content.document, content.holder, content.issue, anchorHash(content)) as Reading[],
    /** Other accepted readings of the same words of the same holder on the same issue, by the same coder. */
    acceptedBeside: (id: StanceId) => beside.all({ id }) as StanceId[],
    /** The actor and the issue that a stance was coded under, merges not followed. */
    coded: (id: StanceId) => coded.get({ id }) as Filing,
    /** The key of the newest stance: those recorded from now on have greater ones. */
    lastKey: () => lastKey.get() as number,
    /** The actor and the issue that answer for the coded ones now. */
    filing: filings(db),
    /** Adds a stance; it is filed under the actor and the issue that answer for the coded ones now. */
    add: stanceWriter(db),
    /** Moves a stance in its review; when it counted is kept, so that an undone retraction leaves its gap. */
    setStatus(
      id: StanceId,
      status: Status,
      at: Instant,
      review: Pick<Review, "reviewer" | "reason"> & {
        readonly code?: ReasonCode | null;
        readonly supersededBy?: StanceId;
      },
    ): void {
      const { reviewer, reason, code = null, supersededBy = null } = review;
      if (status === "ACCEPTED" || status === "PROPOSED") keepAcceptance.run({ id, at });
      setStatus.run({ id, status, at, supersededBy });
      insertReview.run({ id, reviewer, status, reason, code, at });
    },
    reviewsOf: (id: StanceId) => reviews.all({ id }) as Review[],
    /** What was recorded after the stance with a key, in that order; no more than the limit. */
    recordedAfter: (key: number, limit: number) => after.all({ key, limit }) as Recorded[],
  };
}

/** One of several stances that look at the same. */
export interface Reading {
  readonly id: StanceId;
  readonly key: number;
  readonly status: Status;
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
  /** Why it was turned down, out of a closed list; null when no such reason was given. */
  readonly code: ReasonCode | null;
  readonly at: Instant;
}
