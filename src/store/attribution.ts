import type {
  AttributionLink,
  AttributionRole,
  Authority,
  Mode,
  RecordTerms,
} from "../domain/attribution.ts";
import type { ActorId, EventId } from "../domain/id.ts";
import { insertion } from "./insertion.ts";
import { listOf } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";

type LinkTable = "attribution_link" | "event_attribution_link";

/** SQL for the chain of an owner as a JSON array, publisher first. */
export function chainColumn(table: LinkTable, isOwners: string): string {
  return `(select json_group_array(json_array(l.role, l.actor_id, l.anonymous_descriptor, l.anonymous_affiliation_id,
      l.anonymous_rank, l.cue, l.mode, l.on_record, l.authority) order by l.ordinal)
     from ${table} l where l.${isOwners}) as attribution`;
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

/** Writes the chain of a stance, by its key, or of an event, by its id. */
export function chainWriter<Owner extends number | EventId>(db: Sqlite, table: LinkTable, owner: string) {
  const insert = insertion(db, table, [owner, ...linkColumns]);
  return (of: Owner, links: readonly AttributionLink[]): void => {
    for (const [ordinal, { role, actor, anonymous, cue, mode, onRecord, authority }] of links.entries()) {
      const { descriptor = null, affiliation = null, rank = null } = anonymous ?? {};
      insert.run([of, ordinal, role, actor, descriptor, affiliation, rank, cue, mode, onRecord, authority]);
    }
  };
}

const linkColumns = [
  ...["ordinal", "role", "actor_id", "anonymous_descriptor", "anonymous_affiliation_id", "anonymous_rank"],
  ...["cue", "mode", "on_record", "authority"],
];
