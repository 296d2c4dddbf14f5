import { distance } from "fastest-levenshtein";
import type { Actor, ActorKind, ActorName, ExternalId } from "../domain/actor.ts";
import type { Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId } from "../domain/id.ts";
import { changedNow } from "./change.ts";
import { allOf, countOf, idsOf, type List, type ListRequest, pageOf } from "./page.ts";
import { fold, listOf, type Row } from "./rows.ts";
import { selectNamed } from "./select-named.ts";
import type { Sqlite } from "./sqlite.ts";
import { actorTable } from "./tables.ts";
import type { Where } from "./where.ts";

const select = `select actor.id, actor.name, actor.kind, actor.description, actor.merged_into, actor.recorded_at,
  (select json_group_array(json_object('name', n.name, 'type', n.type, 'language', n.language) order by n.key)
     from actor_name n where n.actor_id = actor.id) as names,
  (select json_group_array(json_object('scheme', e.scheme, 'value', e.value) order by e.scheme, e.value)
     from actor_external_id e where e.actor_id = actor.id) as external_ids
  from actor`;

const list: List<Actor> = {
  table: actorTable,
  select,
  always: "actor.merged_into is null",
  orders: { NAME: "actor.name", KIND: "actor.kind", RECORDED_AT: "actor.recorded_at" },
  defaultOrder: [{ field: "NAME", descending: false }],
  map: actorOf,
};

export function actorStore(db: Sqlite) {
  const byId = db.prepare(`${select} where actor.id = :id`);
  const byIds = db.prepare(`
    with recursive lead (asked, id) as (
      select value, value from json_each(:ids)
      union
      select l.asked, t.merged_into from lead l cross join actor t on t.id = l.id where +t.merged_into is not null
    )
    ${selectNamed(select, { table: "lead", column: "asked" })}
    where +actor.merged_into is null
  `);
  const mergedInto = db.prepare(`${select} where actor.merged_into = :id order by actor.id`);
  const redirect = db
    .prepare(`
      with recursive redirect (id, merged_into) as (
        select id, merged_into from actor where id = :id
        union
        select a.id, a.merged_into from actor a join redirect r on a.id = r.merged_into
      )
      select id from redirect where merged_into is null
    `)
    .pluck();
  const named = db
    .prepare(`select distinct actor_id from actor_name where folded = :folded order by actor_id`)
    .pluck();
  const external = db
    .prepare(`select actor_id from actor_external_id where scheme = :scheme and value = :value`)
    .pluck();
  const near = db
    .prepare(
      "select distinct n.name from actor_text t join actor_name n on n.key = t.rowid where actor_text match :query limit 300",
    )
    .pluck();
  const insert = db.prepare(`
    insert into actor (id, name, kind, description, recorded_at)
    values (:id, :name, :kind, :description, :recordedAt)
  `);
  const change = db.prepare(
    `update actor set name = :name, kind = :kind, description = :description where id = :id`,
  );
  const insertName = db.prepare(`
    insert into actor_name (actor_id, name, folded, type, language)
    values (:id, :name, :folded, :type, :language)
    on conflict do nothing
  `);
  const removeName = db.prepare(`delete from actor_name where actor_id = :id and name = :name`);
  const insertExternal = db.prepare(`
    insert into actor_external_id (actor_id, scheme, value) values (:id, :scheme, :value)
    on conflict (actor_id, scheme, value) do nothing
  `);
  const setRedirect = db.prepare(`update actor set merged_into = :into where id = :id`);
  const refile = db.prepare(`update stance set holder_id = :into, ${changedNow} where holder_id = :id`);
  const unfile = db.prepare(`
    with recursive merged (id) as (
      select :id union select a.id from actor a join merged m on a.merged_into = m.id
    )
    update stance set holder_id = :id, ${changedNow} where coded_holder_id in (select id from merged)
  `);

  /** The actor an id leads to, merges followed; null when there is none. */
  function get(id: ActorId): Actor | null {
    const row = byId.get({ id }) as Row | undefined;
    if (row === undefined) return null;
    return row.merged_into === null ? actorOf(row) : actorOf(byId.get({ id: redirect.get({ id }) }) as Row);
  }

  /** The actor an id leads to; not found is an error. */
  function require(id: ActorId): Actor {
    const actor = get(id);
    if (actor === null) throw new StanceGraphError("not_found", `There is no ${id}. ${remedy(id.slice(6))}`);
    return actor;
  }

  /**
   * The id of the one actor that goes by a name, an alias or an id, as it was coded: merges are not followed.
   * Ambiguous and unknown names are errors.
   */
  function idNamed(name: string): ActorId {
    const asId = (name.startsWith("actor:") ? name : `actor:${name}`) as ActorId;
    if (byId.get({ id: asId }) !== undefined) return asId;
    if (name.startsWith("actor:")) {
      throw new StanceGraphError("not_found", `There is no ${name}. ${remedy(name.slice(6))}`);
    }
    const ids = named.all({ folded: fold(name) }) as ActorId[];
    const current = [...new Set(ids.map((id) => redirect.get({ id }) as ActorId))];
    const [only, ...others] = ids.length === 1 ? ids : current;
    if (only === undefined)
      throw new StanceGraphError("not_found", `No actor is named ${name}. ${remedy(name)}`);
    if (others.length > 0) {
      throw new StanceGraphError(
        "invalid",
        `"${name}" is ambiguous: it names ${current.join(" and ")}. Use one of these ids.`,
      );
    }
    return only;
  }

  /** Says which names come near, so that a typo costs one look. */
  function remedy(name: string): string {
    const sought = fold(name);
    const words = sought.match(/[\p{L}\p{N}]+/gu)?.slice(0, 6) ?? [];
    const query = words.map((word) => `"${word.slice(0, 2)}"*`).join(" OR ");
    const names = query === "" ? [] : (near.all({ query }) as string[]);
    const close = names
      .map((candidate) => ({ candidate, away: distance(sought, fold(candidate)) }))
      .filter(({ candidate, away }) => away <= Math.max(2, candidate.length / 3))
      .sort((a, b) => a.away - b.away)
      .slice(0, 3);
    return close.length > 0
      ? `Did you mean ${close.map(({ candidate }) => candidate).join(", or ")}?`
      : "Add it first, or list the known ones with `stancegraph actors`.";
  }

  return {
    get,
    require,
    idNamed,
    /** The one actor that goes by a name, an alias or an id, merges followed. */
    named: (name: string) => require(idNamed(name)),
    /** The actors that ids lead to, merges followed, by the id asked for; unknown ids are left out. */
    byIds(ids: readonly ActorId[]): ReadonlyMap<ActorId, Actor> {
      const rows = byIds.all({ ids: JSON.stringify(ids) }) as Row[];
      return new Map(rows.map((row) => [row.asked as ActorId, actorOf(row)]));
    },
    /** The actors that were merged into one, each as it stands by itself. */
    mergedInto: (id: ActorId) => (mergedInto.all({ id }) as Row[]).map(actorOf),
    page: (request: ListRequest) => pageOf(db, list, request),
    all: (request: ListRequest = {}) => allOf(db, list, request),
    count: (where?: Where | null) => countOf(db, list, where),
    ids: (where: Where) => idsOf(db, list, where),
    byExternalId(scheme: string, value: string): Actor | null {
      const id = external.get({ scheme, value }) as ActorId | undefined;
      return id === undefined ? null : get(id);
    },
    add(actor: {
      readonly id: ActorId;
      readonly name: string;
      readonly kind: ActorKind;
      readonly description: string | null;
      readonly recordedAt: Instant;
    }): void {
      insert.run(actor);
    },
    change(actor: Pick<Actor, "id" | "name" | "kind" | "description">): void {
      const { id, name, kind, description } = actor;
      change.run({ id, name, kind, description });
    },
    addName(id: ActorId, name: ActorName): void {
      insertName.run({ id, ...name, folded: fold(name.name) });
    },
    removeName(id: ActorId, name: string): void {
      removeName.run({ id, name });
    },
    addExternalId(id: ActorId, { scheme, value }: ExternalId): void {
      const owner = external.get({ scheme, value });
      if (owner !== undefined && owner !== id) {
        throw new StanceGraphError(
          "conflict",
          `${scheme} ${value} already belongs to ${owner}; merge the two actors, or correct one.`,
        );
      }
      insertExternal.run({ id, scheme, value });
    },
    /** Lets `into` answer in the place of `id`: its stances are filed under `into` until unmerged. */
    merge(id: ActorId, into: ActorId): void {
      setRedirect.run({ id, into });
      refile.run({ id, into });
    },
    unmerge(id: ActorId): void {
      setRedirect.run({ id, into: null });
      unfile.run({ id });
    },
  };
}

function actorOf(row: Row): Actor {
  return {
    id: row.id as ActorId,
    name: row.name as string,
    kind: row.kind as ActorKind,
    description: row.description as string | null,
    names: listOf<ActorName>(row.names),
    externalIds: listOf<ExternalId>(row.external_ids),
    mergedInto: row.merged_into as ActorId | null,
    recordedAt: row.recorded_at as string,
  };
}
