import type { AttributionLink, AttributionRole, Authority, Mode, RecordTerms } from "../domain/attribution.ts";
import type { ActorId, EventId, StanceId } from "../domain/id.ts";
import { listOf } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";

/** SQL for the chain of an owner as a JSON array, publisher first. */
export function chainColumn(owner: string): string {
  return `(select json_group_array(json_array(l.role, l.actor_id, l.anonymous_descriptor, l.anonymous_affiliation_id,
      l.anonymous_rank, l.cue, l.mode, l.on_record, l.authority) order by l.ordinal)
     from attribution_link l where l.owner_id = ${owner}) as attribution`;
}

type Link = readonly [
  AttributionRole,
  ActorId | null,
  string | null,
  ActorId | null,
  string | null,
  string | null,
  Mode | null,
  RecordTerms | null,
  Authority | null,
];

export function chainOf(column: unknown): readonly AttributionLink[] {
  return listOf<Link>(column).map(
    ([role, actor, descriptor, affiliation, rank, cue, mode, onRecord, authority]): AttributionLink => ({
      role,
      actor,
      anonymous: descriptor === null ? null : { descriptor, affiliation, rank },
      cue,
      mode,
      onRecord,
      authority,
    }),
  );
}

/** Writes the chain of a stance or an event. */
export function chainWriter(db: Sqlite) {
  const insert = db.prepare(`
    insert into attribution_link (
      owner_id, ordinal, stance_id, event_id, role, actor_id, anonymous_descriptor, anonymous_affiliation_id,
      anonymous_rank, cue, mode, on_record, authority
    ) values (
      :owner, :ordinal, :stance, :event, :role, :actor, :descriptor, :affiliation,
      :rank, :cue, :mode, :onRecord, :authority
    )
  `);
  return (owner: StanceId | EventId, links: readonly AttributionLink[]): void => {
    for (const [ordinal, { anonymous, ...link }] of links.entries()) {
      insert.run({
        owner,
        ordinal,
        stance: owner.startsWith("stance:") ? owner : null,
        event: owner.startsWith("event:") ? owner : null,
        ...link,
        descriptor: anonymous?.descriptor ?? null,
        affiliation: anonymous?.affiliation ?? null,
        rank: anonymous?.rank ?? null,
      });
    }
  };
}
