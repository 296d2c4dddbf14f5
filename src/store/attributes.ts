import type { Attributes, Json } from "../domain/attribute.ts";
import type { Sqlite } from "./sqlite.ts";

/** What sources say of things beyond our words. A subject is a thing's id, or `dataset`. */
export function attributeStore(db: Sqlite) {
  const ofOne = db
    .prepare("select name, value from attribute where subject_id = :subject order by name")
    .raw();
  const ofMany = db
    .prepare(`
      select subject_id, name, value from attribute
      where subject_id in (select value from json_each(:subjects)) order by subject_id, name
    `)
    .raw();
  const set = db.prepare(`
    insert into attribute (subject_id, name, value) values (:subject, :name, :value)
    on conflict (subject_id, name) do update set value = excluded.value where value <> excluded.value
  `);
  return {
    of: (subject: string): Attributes =>
      Object.fromEntries((ofOne.all({ subject }) as [string, string][]).map(parsed)),
    /** Those of several things, by subject; things without any are left out. */
    byIds(subjects: readonly string[]): ReadonlyMap<string, Attributes> {
      const rows = ofMany.all({ subjects: JSON.stringify(subjects) }) as [string, string, string][];
      const groups = Map.groupBy(rows, ([subject]) => subject);
      return new Map(
        [...groups].map(([subject, own]) => [
          subject,
          Object.fromEntries(own.map(([, name, value]) => parsed([name, value]))),
        ]),
      );
    },
    /** Sets each of these; what is not named stays. Whether anything is different now. */
    set(subject: string, attributes: Attributes): boolean {
      let changes = 0;
      for (const [name, value] of Object.entries(attributes))
        changes += set.run({ subject, name, value: JSON.stringify(value) }).changes;
      return changes > 0;
    },
  };
}

function parsed([name, value]: readonly [string, string]): readonly [string, Json] {
  return [name, JSON.parse(value) as Json];
}
