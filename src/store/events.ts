import type { Event, EventKind, Participant } from "../domain/event.ts";
import type { ActorId, EventId, EvidenceId } from "../domain/id.ts";
import type { Certainty } from "../domain/stance.ts";
import { chainColumn, chainOf, chainWriter } from "./attribution.ts";
import { evidenceKeys } from "./documents.ts";
import { allOf, countOf, type List, type ListRequest, pageOf } from "./page.ts";
import { edtfOf, edtfParams, listOf, type Row } from "./rows.ts";
import { selectNamed } from "./select-named.ts";
import type { Sqlite } from "./sqlite.ts";
import { eventTable } from "./tables.ts";
import type { Where } from "./where.ts";

const select = `select event.*,
  (select json_group_array(json_object('actor', p.actor_id, 'role', p.role) order by p.ordinal)
     from event_participant p where p.event_id = event.id) as participants,
  (select json_group_array(v.id order by e.ordinal) from event_evidence e join evidence v on v.key = e.evidence_key
     where e.event_id = event.id) as evidence,
  ${chainColumn("event_attribution_link", "event_id = event.id")}
  from event`;

const list: List<Event> = {
  table: eventTable,
  select,
  orders: {
    HAPPENED_ON: "coalesce(event.happened_latest, '')",
    LABEL: "event.label",
    RECORDED_AT: "event.recorded_at",
  },
  defaultOrder: [{ field: "HAPPENED_ON", descending: true }],
  map: eventOf,
};

export function eventStore(db: Sqlite) {
  const keyOf = evidenceKeys(db);
  const addChain = chainWriter<EventId>(db, "event_attribution_link", "event_id");
  const byId = db.prepare(`${select} where event.id = :id`);
  // An actor's events are those of all that were merged into it.
  const ofActors = db.prepare(`
    with recursive self (actor, id) as (
      select value, value from json_each(:actors)
      union
      select s.actor, a.id from self s cross join actor a on a.merged_into = s.id
    ), part (actor, id) as (
      select distinct s.actor, p.event_id from self s cross join event_participant p on p.actor_id = s.id
    )
    ${selectNamed(select, { table: "part", column: "actor" })}
    order by coalesce(event.happened_latest, '') desc, event.id
  `);
  const insert = db.prepare(`
    insert into event (
      id, label, kind, description, happened_edtf, happened_earliest, happened_latest, date_note, certainty, recorded_at
    ) values (
      :id, :label, :kind, :description, :happened_edtf, :happened_earliest, :happened_latest, :dateNote, :certainty, :recordedAt
    )
    on conflict (id) do nothing
  `);
  const removals = ["event_participant", "event_evidence", "event_attribution_link"]
    .map((table) => `delete from ${table} where event_id = :id`)
    .concat("delete from event where id = :id")
    .map((sql) => db.prepare(sql));
  const insertParticipant = db.prepare(`
    insert into event_participant (event_id, ordinal, actor_id, role) values (:id, :ordinal, :actor, :role)
  `);
  const insertEvidence = db.prepare(`
    insert into event_evidence (event_id, ordinal, evidence_key) values (:id, :ordinal, :evidence)
  `);

  return {
    get(id: EventId): Event | null {
      const row = byId.get({ id }) as Row | undefined;
      return row === undefined ? null : eventOf(row);
    },
    page: (request: ListRequest) => pageOf(db, list, request),
    all: (request: ListRequest = {}) => allOf(db, list, request),
    count: (where?: Where | null) => countOf(db, list, where),
    /** The events in which each of these actors took part, newest first. */
    of(actors: readonly ActorId[]): ReadonlyMap<ActorId, readonly Event[]> {
      const rows = ofActors.all({ actors: JSON.stringify(actors) }) as Row[];
      const groups = Map.groupBy(rows, (row) => row.actor as ActorId);
      return new Map(actors.map((actor) => [actor, (groups.get(actor) ?? []).map(eventOf)]));
    },
    /** Takes an event away, to be recorded anew. */
    remove(id: EventId): void {
      for (const removal of removals) removal.run({ id });
    },
    /** Adds an event once; false when it was there. */
    add(event: Event): boolean {
      const { id, label, kind, description, happenedOn, dateNote, certainty, recordedAt } = event;
      const row = {
        id,
        label,
        kind,
        description,
        dateNote,
        certainty,
        recordedAt,
        ...edtfParams("happened", happenedOn),
      };
      if (insert.run(row).changes === 0) return false;
      for (const [ordinal, { actor, role }] of event.participants.entries()) {
        insertParticipant.run({ id, ordinal, actor, role });
      }
      for (const [ordinal, evidence] of event.evidence.entries())
        insertEvidence.run({ id, ordinal, evidence: keyOf(evidence) });
      addChain(id, event.attribution);
      return true;
    },
  };
}

function eventOf(row: Row): Event {
  return {
    id: row.id as EventId,
    label: row.label as string,
    kind: row.kind as EventKind,
    description: row.description as string | null,
    happenedOn: edtfOf(row.happened_edtf, row.happened_earliest, row.happened_latest),
    dateNote: row.date_note as string | null,
    certainty: row.certainty as Certainty,
    participants: listOf<Participant>(row.participants),
    evidence: listOf<EvidenceId>(row.evidence),
    attribution: chainOf(row.attribution),
    recordedAt: row.recorded_at as string,
  };
}
