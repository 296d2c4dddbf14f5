import type { Scope } from "../domain/coder.ts";
import type { Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { KeyId } from "../domain/id.ts";
import { sha256 } from "../domain/id.ts";
import type { Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";

/** Who may do what. The secret itself is shown once, when made, and only its SHA-256 is kept. */
export interface Key {
  readonly id: KeyId;
  readonly name: string;
  readonly scope: Scope;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}

export function keyStore(db: Sqlite) {
  const columns = "id, name, scope, created_at, revoked_at";
  const byHash = db.prepare(`select ${columns} from key where hash = :hash and revoked_at is null`);
  const all = db.prepare(`select ${columns} from key order by created_at, id`);
  const insert = db.prepare(`
    insert into key (id, name, hash, scope, created_at) values (:id, :name, :hash, :scope, :createdAt)
  `);
  const revoke = db.prepare("update key set revoked_at = :at where id = :id and revoked_at is null");
  return {
    /** The key a secret opens; null when there is none or it was revoked. */
    bySecret(secret: string): Key | null {
      const row = byHash.get({ hash: sha256(secret) }) as Row | undefined;
      return row === undefined ? null : keyOf(row);
    },
    all: () => (all.all() as Row[]).map(keyOf),
    /** Keeps a key by the hash of its secret, which must be at least 128 bits of randomness. */
    add(key: Omit<Key, "revokedAt">, secret: string): void {
      const { id, name, scope, createdAt } = key;
      insert.run({ id, name, scope, createdAt, hash: sha256(secret) });
    },
    revoke(id: KeyId, at: Instant): void {
      if (revoke.run({ id, at }).changes === 0) {
        throw new StanceGraphError(
          "not_found",
          `There is no key ${id} in force; list them with \`stancegraph keys list\`.`,
        );
      }
    },
  };
}

function keyOf(row: Row): Key {
  return {
    id: row.id as KeyId,
    name: row.name as string,
    scope: row.scope as Scope,
    createdAt: row.created_at as string,
    revokedAt: row.revoked_at as string | null,
  };
}
