import type { FacetValues } from "../domain/facet.ts";
import type { ActorId, IssueId, StanceId } from "../domain/id.ts";
import { type Observation, withoutLaterPrints } from "../domain/position.ts";
import type { Condition, Direction, Intensity } from "../domain/stance.ts";
import { edtfOf, listOf, type Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { type AsOf, countsAsOf } from "./stances.ts";
import { prepared } from "./statements.ts";
import { actorTable, issueTable } from "./tables.ts";
import { compileWhere, type Where } from "./where.ts";

/** Which stances to weigh: of some actors on some issues, as of a day and as known at an instant. */
export interface ObservationRequest {
  readonly actors?: Where | null | undefined;
  readonly issues?: Where | null | undefined;
  readonly asOf: AsOf;
}

const columns = (actor: string, representative: string) => `
  stance.id, ${actor} as actor, ${representative} as representative, stance.issue_id, stance.direction, stance.intensity,
  stance.authority, stance.effective_edtf, stance.effective_earliest, stance.effective_latest, stance.recorded_at,
  stance.stated_edtf is not null as is_stated,
  stance.valid_from_edtf, stance.valid_from_earliest, stance.valid_from_latest,
  stance.valid_until_edtf, stance.valid_until_earliest, stance.valid_until_latest, stance.independence_group,
  (select json_group_array(json_object('kind', c.kind, 'text', c.text) order by c.ordinal)
     from stance_condition c where c.stance_key = stance.key) as conditions,
  (select json_group_object(f.name, f.value) from stance_facet f where f.stance_key = stance.key) as facets`;

/** The stances that positions are made from. The rule itself is the domain's. */
export function positionStore(db: Sqlite) {
  const hasReprints = db.prepare("select 1 from document where independence_group <> id limit 1");
  return {
    /**
     * What each actor was observed to hold, its own stances and those of who represented it when they were held,
     * grouped by neither: the rule does that.
     */
    observations({ actors, issues, asOf }: ObservationRequest): readonly Observation[] {
      const counts = countsAsOf(asOf);
      const actor = compileWhere(actors, actorTable, "holder");
      const issue = compileWhere(issues, issueTable);
      const params = { ...counts.params, ...renamed(actor.params, "a"), ...renamed(issue.params, "i") };
      const actorSql = renamedSql(actor.sql, "a");
      const onIssue =
        issue.sql === "1"
          ? "1"
          : `stance.issue_id in (select issue.id from issue where ${renamedSql(issue.sql, "i")})`;
      const byActor =
        actorSql === "1" ? "1" : `stance.holder_id in (select holder.id from actor holder where ${actorSql})`;
      const sql = `
        ${representations(asOf)}
        select ${columns("stance.holder_id", "null")}
        from stance
        where ${byActor} and ${onIssue} and ${counts.sql}
        union all
        select ${columns("representation.actor", "stance.holder_id")}
        from representation
        cross join stance on stance.holder_id = representation.representative
        join actor holder on holder.id = representation.actor
        where ${actorSql} and ${onIssue} and ${counts.sql}
          and (representation.from_latest is null or representation.from_latest <= coalesce(stance.effective_latest, '9999'))
          and (representation.until_earliest is null or representation.until_earliest > coalesce(stance.effective_latest, ''))
      `;
      const observations = (prepared(db, sql).all(params) as Row[]).map(observationOf);
      return hasReprints.get() === undefined ? observations : withoutLaterPrints(observations);
    },
  };
}

/** Who was known to represent whom, merges followed: stances are filed under the actors that answer for others. */
function representations({ knownAt }: AsOf): string {
  const current = (id: string) => `coalesce((
          select redirect.into_id from redirect join actor on actor.id = redirect.into_id
          where redirect.id = ${id} and actor.merged_into is null), ${id})`;
  return `with recursive redirect (id, into_id) as (
          select id, merged_into from actor where merged_into is not null
          union
          select redirect.id, actor.merged_into from redirect join actor on actor.id = redirect.into_id
          where actor.merged_into is not null
        ),
        representation (representative, actor, from_latest, until_earliest) as (
          select ${current("relation.subject_id")}, ${current("relation.object_id")}, from_latest, until_earliest
          from relation
          where kind = 'REPRESENTS' and ${knownAt === null ? "1" : "recorded_at <= :knownAt"}
        )`;
}

/** Keeps the parameters of two filters apart. */
function renamed(params: Readonly<Record<string, unknown>>, prefix: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [`${prefix}${name}`, value]));
}

function renamedSql(sql: string, prefix: string): string {
  return sql.replace(/:w(\d+)/g, `:${prefix}w$1`);
}

function observationOf(row: Row): Observation {
  return {
    stance: row.id as StanceId,
    actor: row.actor as ActorId,
    issue: row.issue_id as IssueId,
    direction: row.direction as Direction,
    intensity: row.intensity as Intensity,
    conditions: listOf<Condition>(row.conditions),
    facets: JSON.parse((row.facets as string | null) ?? "{}") as FacetValues,
    authority: row.authority as number,
    effective: edtfOf(row.effective_edtf, row.effective_earliest, row.effective_latest),
    validFrom: edtfOf(row.valid_from_edtf, row.valid_from_earliest, row.valid_from_latest),
    validUntil: edtfOf(row.valid_until_edtf, row.valid_until_earliest, row.valid_until_latest),
    recordedAt: row.recorded_at as string,
    source: row.independence_group as string,
    isStated: row.is_stated === 1,
    representative: row.representative as ActorId | null,
  };
}
