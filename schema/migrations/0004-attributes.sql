-- What a source says of a thing beyond our words, by its own names: of a document's section, an actor's party number.
-- Each value is JSON. The subject is any thing's id, or `dataset`.
create table attribute (
  subject_id text not null,
  name text not null check (name <> ''),
  value text not null check (json_valid(value)),
  primary key (subject_id, name)
) strict, without rowid;
