import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/store/open.ts";
import { clock, codingWith, importCoding } from "../ingest/graph.ts";

let folder = "";
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stancegraph-"));
  store = openStore({ path: join(folder, "graph.db"), clock, create: true });
  importCoding(store, codingWith());
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Changes the file behind the store's back. */
function tamper(sql: string): void {
  const file = new Database(join(folder, "graph.db"));
  file.pragma("foreign_keys = off");
  file.pragma("ignore_check_constraints = on");
  file.exec(sql);
  file.close();
}

const faults = () => store.verify().faults.map(({ message }) => message);

describe("verifying", () => {
  it("proves every quote of a sound graph", () => {
    expect(store.verify()).toMatchObject({ quotes: 1, documents: 1, faults: [] });
  });

  it("finds a letter changed in a stored quote", () => {
    tamper("update evidence set quote = replace(quote, 'support', 'suppurt')");
    expect(faults()).toContain("the quote does not have the SHA-256 it was stored with");
  });

  it("finds a letter changed in a stored text, outside any quote too", () => {
    tamper("update document set text = replace(text, 'strike', 'strake')");
    expect(faults()).toContain("the text does not have the SHA-256 it was stored with");
  });

  it("finds a quote out of its place among the newest", () => {
    const wrong = "its place among the newest quotes is not that of its document's date";
    tamper("update evidence set age = age - (1 << 30)");
    expect(faults()).toContain(wrong);
    tamper("update evidence set age = age + (1 << 30)");
    expect(faults()).toEqual([]);
    tamper("update evidence set age = age - 5");
    expect(faults()).toContain(wrong);
    tamper("update evidence set age = null");
    expect(faults()).toContain(wrong);
  });

  it("finds a quote and its hash forged together", () => {
    tamper(
      "update evidence set quote = 'they oppose the tax!', sha256 = '5a8b9fb3e2be1f0cc5bd7f3a94e9f5d87c8df0cdbbc5b25d35f8dcbfe1ad9ca5'",
    );
    expect(faults()).not.toEqual([]);
  });

  it("finds a quote moved to another place, and its context changed", () => {
    tamper("update evidence set prefix = 'Owners said '");
    expect(faults()).toEqual(["the words before the quote are not its prefix"]);
    tamper("update evidence set prefix = 'Miners said ', suffix = 'x'");
    expect(faults()).toEqual(["the words after the quote are not its suffix"]);
    tamper("update evidence set start = start + 1");
    expect(faults().join()).toMatch(/the text at 13–32 of document:\w+ is not the quote/);
  });

  it.each([
    ["direction = 'OPPOSES', intensity = -1", "what it says is not what its id was made from"],
    [
      "effective_latest = '2031-01-01'",
      "its effective date is neither when it was said nor when it was published",
    ],
    ["authority = 0", "its authority is not that of its chain"],
    ["independence_group = 'x'", "its independence group is not that of its document"],
    [
      "holder_id = 'actor:owners'",
      "it is not filed under the actor and the issue that answer for the coded ones",
    ],
  ])("finds a stance changed behind its back: %s", (change, message) => {
    const { digest } = store.verify();
    tamper(`update stance set ${change}`);
    expect(faults()).toContain(message);
    expect(store.verify().digest).not.toBe(digest);
  });

  it("finds a condition and a source slipped in, and a name looked up by other letters", () => {
    tamper(
      "insert into stance_condition (stance_key, ordinal, kind, text) select key, 0, 'IF', 'pigs fly' from stance",
    );
    expect(faults()).toContain("what it says is not what its id was made from");
    tamper("update actor_name set folded = 'pitmen' where name = 'Colliers'");
    expect(faults()).toContain('its name "Colliers" is looked up by other letters');
  });

  it("reports a lock as a lock, not as damage", () => {
    const other = new Database(join(folder, "graph.db"));
    other.exec("begin immediate");
    expect(() => store.verify()).toThrow(/is locked by another program/);
    other.exec("rollback");
    other.close();
  });

  it("can be done on a database opened for reading", () => {
    const reader = openStore({ path: join(folder, "graph.db"), clock, readOnly: true });
    expect(reader.verify().faults).toEqual([]);
    reader.close();
  });

  it("finds a reference that leads nowhere", () => {
    tamper("delete from coder");
    expect(faults()).toContain("refers to something that is not there");
  });

  it("finds a search index that disagrees", () => {
    tamper(
      "insert into evidence (age, document_id, start, end, quote, prefix, suffix, sha256) select 1, document_id, 0, 6, 'Miners', '', ' said they support the tax. Owner', '2a9a8ad04a1e1dbbab0a1dbdd0a60a53ac3a8c5a6ff0d2ce4e3cc2f6a6b4b5c1' from evidence",
    );
    expect(faults()).toContain("the search index disagrees with what it indexes");
  });

  it("gives the same digest for the same content, recorded in another order and at another time", () => {
    const later = openStore({ path: ":memory:", clock: () => new Date("2030-05-05T00:00:00Z") });
    const coding = codingWith();
    importCoding(later, codingWith({ actors: [...(coding.actors as object[])].reverse() }));
    expect(later.verify().digest).toBe(store.verify().digest);
  });

  it("tells its progress", () => {
    const seen: [number, number][] = [];
    store.verify((done, total) => seen.push([done, total]));
    expect(seen).toEqual([[1, 1]]);
  });

  it("holds for a backup made while the store is open", async () => {
    await store.backup(join(folder, "copy.db"));
    const copy = openStore({ path: join(folder, "copy.db"), clock, readOnly: true });
    expect(copy.dataset.get()).toEqual(store.dataset.get());
    expect(copy.stances.count()).toBe(1);
    copy.close();
  });
});

describe("keys", () => {
  const key = {
    id: "key:one" as const,
    name: "One",
    scope: "review" as const,
    createdAt: clock().toISOString(),
  };

  it("open by their secret, of which only the hash is kept", () => {
    store.keys.add(key, "sg_secret");
    expect(store.keys.bySecret("sg_secret")).toEqual({ ...key, revokedAt: null });
    expect(store.keys.bySecret("sg_other")).toBeNull();
    const file = new Database(join(folder, "graph.db"), { readonly: true });
    expect(JSON.stringify(file.prepare("select * from key").all())).not.toContain("sg_secret");
    file.close();
  });

  it("open nothing once revoked, and are revoked once", () => {
    store.keys.add(key, "sg_secret");
    store.keys.revoke("key:one", clock().toISOString());
    expect(store.keys.bySecret("sg_secret")).toBeNull();
    expect(() => store.keys.revoke("key:one", clock().toISOString())).toThrow(
      /There is no key key:one in force/,
    );
    expect(store.keys.all()).toHaveLength(1);
  });
});
