import Database from "better-sqlite3";

/** Directions by their number in the floor's tables, which is their alphabetical order. */
export const directions = [
  "AMBIVALENT",
  "DECLINED_TO_COMMENT",
  "NEUTRAL",
  "OPPOSES",
  "SUPPORTS",
  "UNDECIDED",
] as const;

const directionNumber = `case s.direction ${directions.map((name, at) => `when '${name}' then ${at}`).join(" ")} end`;
const dayNumber = (column: string) => `cast(julianday(${column}) - 2440587.5 as integer)`;

/**
 * The same facts in the leanest tables known: integer keys that are places in an order, days as days since 1970, only
 * what the queries ask. Actors are numbered by name, issues by label, stances by day and id; `preference` is the place
 * in the total order of the rule LATEST, the last being the most preferred. Evidence is numbered by its document's day.
 */
const steps: readonly (readonly [sentence: string, sql: string])[] = [
  [
    "actors and issues",
    `create table actor (key integer primary key, id text not null, name text not null, kind text not null);
     insert into actor select row_number() over (order by name, id), id, name, kind from p.actor order by 1;
     create unique index actor_by_id on actor (id);
     create table issue (key integer primary key, id text not null, label text not null);
     insert into issue select row_number() over (order by label, id), id, label from p.issue order by 1;
     create unique index issue_by_id on issue (id);
     create table membership (member integer, parent integer, primary key (member, parent)) without rowid;
     insert or ignore into membership
       select m.key, a.key from p.relation r join actor m on m.id = r.subject_id join actor a on a.id = r.object_id
       where r.kind in ('MEMBER_OF', 'PART_OF') and r.until_edtf is null order by 1, 2;`,
  ],
  [
    "documents and evidence",
    `create table document (key integer primary key, id text not null, title text not null, publisher text);
     insert into document select key, id, title, publisher from p.document order by key;
     create table evidence_place (key integer primary key, place integer not null);
     insert into evidence_place
       select e.key, row_number() over (order by e.age desc)
       from p.evidence e order by e.key;
     create table evidence (key integer primary key, id text not null, document integer not null, day integer, quote text not null);
     insert into evidence
       select o.place, e.id, d.key, ${dayNumber("d.published_latest")}, e.quote
       from p.evidence e join evidence_place o on o.key = e.key join p.document d on d.id = e.document_id order by 1;`,
  ],
  [
    "stances",
    `create table stance_order as
       select key, row_number() over (order by effective_latest, id) as place, row_number() over (order by
         effective_latest, authority desc, effective_earliest, recorded_at, id desc) as preference
       from p.stance;
     create table stance (
       key integer primary key, id text not null, holder integer not null, issue integer not null,
       direction integer not null, intensity integer not null, day integer not null, edtf text not null,
       preference integer not null, document integer not null);
     insert into stance
       select o.place, s.id, a.key, i.key, ${directionNumber}, s.intensity, ${dayNumber("s.effective_latest")},
         s.effective_edtf, o.preference, d.key
       from stance_order o join p.stance s on s.key = o.key join actor a on a.id = s.holder_id
         join issue i on i.id = s.issue_id join p.document d on d.id = s.document_id
       where s.status = 'ACCEPTED' order by 1;
     create table stance_evidence (stance integer, ordinal integer, evidence integer, primary key (stance, ordinal)) without rowid;
     insert into stance_evidence
       select o.place, e.ordinal, v.place
       from p.stance_evidence e join stance_order o on o.key = e.stance_key join evidence_place v on v.key = e.evidence_key
       order by 1, 2;
     create table last_of_day (day integer primary key, preference integer not null);
     create table pair (issue integer, holder integer, primary key (issue, holder)) without rowid;
     insert into pair select distinct issue, holder from stance order by 1, 2;
     insert into last_of_day select day, max(preference) from stance group by day order by day;
     drop table stance_order;
     drop table evidence_place;`,
  ],
  [
    "indexes",
    `create unique index stance_by_id on stance (id);
     create index stance_newest on stance (issue, day desc, holder, preference desc);
     create index stance_latest on stance (issue, holder, preference, direction, intensity);
     create index stance_of_holder on stance (holder, key);
     create index stance_sides on stance (holder, direction, issue, day);
     create index stance_on_issue on stance (issue, direction, key);
     create index stance_of_holder_on_issue on stance (holder, issue, preference, direction, intensity);`,
  ],
  [
    "the text index",
    `create virtual table quote_text using fts5 (quote, content = 'evidence', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
     insert into quote_text (quote_text) values ('rebuild');
     insert into quote_text (quote_text) values ('optimize');`,
  ],
  ["statistics", "analyze;"],
];

/** What the floor is built by: another floor has other ones. */
export const floorSteps: readonly string[] = steps.map(([, sql]) => sql);

/** Makes the floor's database of the product's. */
export function buildFloor(product: string, file: string, tell: (sentence: string) => void): void {
  const db = new Database(file);
  try {
    db.pragma("page_size = 4096");
    db.pragma("cache_size = -262144");
    db.pragma("synchronous = off");
    db.prepare("attach ? as p").run(product);
    for (const [name, sql] of steps) {
      tell(`Building the floor: ${name}.`);
      db.transaction(() => db.exec(sql))();
    }
    db.exec("detach p");
    db.pragma("journal_mode = wal");
  } finally {
    db.close();
  }
}
