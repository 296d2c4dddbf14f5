import type { Relation, RelationKind } from "../domain/actor.ts";
import type { ActorId, EvidenceId, RelationId } from "../domain/id.ts";
import { evidenceKeys } from "./documents.ts";
import { allOf, countOf, type List, type ListRequest, pageOf } from "./page.ts";
import { edtfOf, edtfParams, listOf, type Row } from "./rows.ts";
import { selectNamed } from "./select-named.ts";
import type { Sqlite } from "./sqlite.ts";
import { relationTable } from "./tables.ts";
import type { Where } from "./where.ts";

/** A relation with its evidence, in one statement. */
export const relationSelect = `select relation.*,
  (select json_group_array(v.id order by e.ordinal) from relation_evidence e join evidence v on v.key = e.evidence_key
     where e.relation_id = relation.id) as evidence
  from relation`;

const list: List<Relation> = {
  table: relationTable,
  select: relationSelect,
  orders: { KIND: "relation.kind", RECORDED_AT: "relation.recorded_at" },
  defaultOrder: [{ field: "KIND", descending: false }],
  map: relationOf,
};

export function relationStore(db: Sqlite) {
  const keyOf = evidenceKeys(db);
  const byId = db.prepare(`${relationSelect} where relation.id = :id`);
  // An actor's ties are those of all that were merged into it.
  const ofActors = db.prepare(`
    with recursive self (actor, id) as (
      select value, value from json_each(:actors)
      union
      select s.actor, a.id from self s cross join actor a on a.merged_into = s.id
    ), tie (actor, id) as (
      select s.actor, r.id from self s cross join relation r on r.subject_id = s.id
      union
      select s.actor, r.id from self s cross join relation r on r.object_id = s.id
    )
    ${selectNamed(relationSelect, { table: "tie", column: "actor" })}
    order by relation.kind, coalesce(relation.from_latest, ''), relation.id
  `);
  const insert = db.prepare(`
    insert into relation (
      id, subject_id, kind, object_id, from_edtf, from_earliest, from_latest,
      until_edtf, until_earliest, until_latest, note, recorded_at
    ) values (
      :id, :subject, :kind, :object, :from_edtf, :from_earliest, :from_latest,
      :until_edtf, :until_earliest, :until_latest, :note, :recordedAt
    )
    on conflict (id) do nothing
  `);
  const insertEvidence = db.prepare(`
    insert into relation_evidence (relation_id, ordinal, evidence_key) values (:id, :ordinal, :evidence)
  `);

  return {
    get(id: RelationId): Relation | null {
      const row = byId.get({ id }) as Row | undefined;
      return row === undefined ? null : relationOf(row);
    },
    page: (request: ListRequest) => pageOf(db, list, request),
    all: (request: ListRequest = {}) => allOf(db, list, request),
    count: (where?: Where | null) => countOf(db, list, where),
    /** Every tie of each of these actors, whichever end it is at. */
    of(actors: readonly ActorId[]): ReadonlyMap<ActorId, readonly Relation[]> {
      const rows = ofActors.all({ actors: JSON.stringify(actors) }) as Row[];
      const groups = Map.groupBy(rows, (row) => row.actor as ActorId);
      return new Map(actors.map((actor) => [actor, (groups.get(actor) ?? []).map(relationOf)]));
    },
    /** Adds a relation once; false when it was there. */
    add(relation: Relation): boolean {
      const { id, subject, kind, object, validFrom, validUntil, note, evidence, recordedAt } = relation;
      const dates = { ...edtfParams("from", validFrom), ...edtfParams("until", validUntil) };
      if (insert.run({ id, subject, kind, object, note, recordedAt, ...dates }).changes === 0) return false;
      for (const [ordinal, each] of evidence.entries())
        insertEvidence.run({ id, ordinal, evidence: keyOf(each) });
      return true;
    },
  };
}

export function relationOf(row: Row): Relation {
  return {
    id: row.id as RelationId,
    subject: row.subject_id as ActorId,
    kind: row.kind as RelationKind,
    object: row.object_id as ActorId,
    validFrom: edtfOf(row.from_edtf, row.from_earliest, row.from_latest),
    validUntil: edtfOf(row.until_edtf, row.until_earliest, row.until_latest),
    note: row.note as string | null,
    evidence: listOf<EvidenceId>(row.evidence),
    recordedAt: row.recorded_at as string,
  };
}
