import type { Sqlite } from "./sqlite.ts";

/** What names quotes by their keys, with the column that says whose they are. */
const lists = {
  stance_evidence: "stance_key",
  relation_evidence: "relation_id",
  event_evidence: "event_id",
} as const;

const columns = "age, document_id, start, end, quote, prefix, suffix, sha256";

/**
 * Puts the quotes that a change has added since a mark in the order of their stances' issues and, on each, of days: a
 * page of positions has its quotes side by side in the file then, where each lay on a page of its own. Their keys are
 * dealt out anew, which nobody but the change has seen yet; of what they say nothing changes.
 */
export function arrangeQuotes(db: Sqlite, mark: number): void {
  const names = ["evidence", ...Object.keys(lists)];
  const schemaOf = db
    .prepare(
      "select sql from sqlite_schema where type = ? and sql is not null and tbl_name in (select value from json_each(?))",
    )
    .pluck();
  const tables = schemaOf.all("table", JSON.stringify(names));
  const indexes = schemaOf.all("index", JSON.stringify(names));
  db.exec(`
    create temp table arrangement (before integer primary key, key integer not null);
    insert into temp.arrangement
      with first as (select evidence_key, min(stance_key) as stance_key from stance_evidence group by evidence_key)
      select e.key, ${mark} + row_number() over (order by s.issue_id, s.effective_latest, s.key, e.key)
      from evidence e left join first on first.evidence_key = e.key left join stance s on s.key = first.stance_key
      where e.key > ${mark};
  `);
  // A table that others name is dropped by deleting its rows one by one; so those go first, and all are made anew.
  for (const name of names.toReversed()) db.exec(`alter table ${name} rename to unarranged_${name}`);
  for (const sql of tables) db.exec(sql as string);
  db.exec(`
    insert into evidence (key, ${columns})
      select coalesce(a.key, e.key) as key, ${columns}
      from unarranged_evidence e left join temp.arrangement a on a.before = e.key order by 1;
  `);
  for (const [name, owner] of Object.entries(lists))
    db.exec(`
      insert into ${name} (${owner}, ordinal, evidence_key)
        select ${owner}, ordinal, coalesce(a.key, evidence_key)
        from unarranged_${name} left join temp.arrangement a on a.before = evidence_key order by 1, 2;
    `);
  for (const name of names.toReversed()) db.exec(`drop table unarranged_${name}`);
  for (const sql of indexes) db.exec(sql as string);
  db.exec("drop table temp.arrangement");
}
