import type { Coder, CoderKind } from "../domain/coder.ts";
import type { CoderId } from "../domain/id.ts";
import type { Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";

export function coderStore(db: Sqlite) {
  const byId = db.prepare("select id, name, kind, version from coder where id = :id");
  const all = db.prepare("select id, name, kind, version from coder order by id");
  const insert = db.prepare(`
    insert into coder (id, name, kind, version) values (:id, :name, :kind, :version) on conflict (id) do nothing
  `);
  return {
    get(id: CoderId): Coder | null {
      const row = byId.get({ id }) as Row | undefined;
      return row === undefined ? null : coderOf(row);
    },
    all: () => (all.all() as Row[]).map(coderOf),
    /** Adds a coder once. */
    add({ id, name, kind, version }: Coder): void {
      insert.run({ id, name, kind, version });
    },
  };
}

function coderOf(row: Row): Coder {
  return {
    id: row.id as CoderId,
    name: row.name as string,
    kind: row.kind as CoderKind,
    version: row.version as string | null,
  };
}
