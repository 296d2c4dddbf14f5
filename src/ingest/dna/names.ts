import { type Id, idFromName, type Kind, sha256 } from "../../domain/id.ts";

/**
 * Ids for names, no two names alike: of names that differ only in what ids leave out ("A.B." and "AB") the first has the
 * plain one and the others one with digits of their hash.
 */
export function distinctIds<K extends Kind>(
  kind: K,
  names: readonly string[],
  taken: Set<string> = new Set(),
): ReadonlyMap<string, Id<K>> {
  const ids = new Map<string, Id<K>>();
  for (const name of [...new Set(names)].sort()) {
    const plain = idFromName(kind, name);
    const id: Id<K> = taken.has(plain) ? `${plain}-${sha256(name).slice(0, 8)}` : plain;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}
