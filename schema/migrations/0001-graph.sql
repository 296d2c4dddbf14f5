-- The graph: who holds which position on which issue, since when, according to whom, in which words.
-- Ids are text, made from names or content. Dates stand as EDTF with the earliest and latest day they can mean.

create table dataset (
  key integer primary key check (key = 1),
  id text not null,
  title text not null,
  description text,
  licence text,
  citation text,
  revision integer not null default 0 check (revision >= 0),
  changed_at text not null
) strict;

-- One row a change, in the change's own transaction.
create table audit (
  revision integer primary key,
  at text not null,
  who text not null,
  why text,
  action text not null,
  subject text,
  detail text check (detail is null or json_valid(detail))
) strict;

create index audit_by_subject on audit (subject) where subject is not null;

create table key (
  id text primary key check (id glob 'key:*'),
  name text not null,
  hash text not null unique,
  scope text not null check (scope in ('read', 'propose', 'review', 'admin')),
  created_at text not null,
  revoked_at text
) strict;

create table coder (
  id text primary key check (id glob 'coder:*'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('PERSON', 'EXTRACTOR')),
  version text
) strict;

create table actor (
  id text primary key check (id glob 'actor:*'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('STATE', 'GOVERNMENT', 'AGENCY', 'PARTY', 'COALITION', 'ARMED_GROUP', 'ORGANIZATION', 'MEDIA', 'GROUP', 'OFFICE', 'PERSON')),
  description text,
  merged_into text references actor check (merged_into <> id),
  recorded_at text not null
) strict;

create index actor_by_name on actor (name, id);
create index actor_by_merge on actor (merged_into) where merged_into is not null;

-- Every way to call an actor, its own name among them; folded is what look-ups compare.
create table actor_name (
  key integer primary key,
  actor_id text not null references actor,
  name text not null check (name <> ''),
  folded text not null,
  type text not null check (type in ('OFFICIAL', 'ALIAS', 'ACRONYM', 'METONYM', 'DEMONYM')),
  language text not null,
  unique (actor_id, name, type, language)
) strict;

create index actor_name_by_folded on actor_name (folded, actor_id);

create table actor_external_id (
  actor_id text not null references actor,
  scheme text not null,
  value text not null,
  primary key (scheme, value),
  unique (actor_id, scheme, value)
) strict, without rowid;

create table issue (
  key integer primary key,
  id text not null unique check (id glob 'issue:*'),
  label text not null check (label <> ''),
  proposition text not null check (proposition <> ''),
  pro text not null,
  contra text not null,
  parent_id text references issue (id) check (parent_id <> id),
  merged_into text references issue (id) check (merged_into <> id),
  recorded_at text not null
) strict;

create index issue_by_label on issue (label, id);
create index issue_by_parent on issue (parent_id) where parent_id is not null;
create index issue_by_merge on issue (merged_into) where merged_into is not null;

create table issue_facet (
  issue_id text not null references issue (id),
  name text not null,
  value text not null,
  ordinal integer not null,
  primary key (issue_id, name, value)
) strict, without rowid;

create table document (
  key integer primary key,
  id text not null unique check (id glob 'document:*'),
  title text not null,
  text text,
  sha256 text check (length(sha256) = 64),
  publisher text,
  author text,
  url text,
  language text not null,
  published_edtf text,
  published_earliest text,
  published_latest text,
  date_note text,
  licence text,
  independence_group text not null,
  recorded_at text not null,
  check ((text is null) = (sha256 is null)),
  check ((published_edtf is null) = (published_earliest is null) and (published_edtf is null) = (published_latest is null)),
  check (published_earliest <= published_latest)
) strict;

create index document_reprinting on document (independence_group) where independence_group <> id;
create index document_by_published on document (coalesce(published_latest, ''), id);
create index document_by_url on document (url) where url is not null;
create index document_by_sha256 on document (sha256) where sha256 is not null;

-- An evidence's id is its place, so finding it by id needs no index of its own.
create table evidence (
  key integer primary key,
  id text not null generated always as ('evidence:' || substr(document_id, 10) || '.' || start || '.' || end) virtual,
  document_id text not null references document (id),
  start integer not null check (start >= 0),
  end integer not null,
  quote text not null check (quote <> ''),
  prefix text not null,
  suffix text not null,
  sha256 text not null check (length(sha256) = 64),
  unique (document_id, start, end),
  check (end > start)
) strict;

create table relation (
  id text primary key check (id glob 'relation:*'),
  subject_id text not null references actor,
  kind text not null check (kind in ('MEMBER_OF', 'PART_OF', 'REPRESENTS', 'LEADS', 'HOLDS_OFFICE', 'BACKS', 'OPPOSES', 'ALLIED_WITH', 'CONTROLS', 'SUCCEEDS')),
  object_id text not null references actor,
  from_edtf text,
  from_earliest text,
  from_latest text,
  until_edtf text,
  until_earliest text,
  until_latest text,
  note text,
  recorded_at text not null,
  check (subject_id <> object_id),
  check (from_earliest is null or until_latest is null or from_earliest <= until_latest)
) strict;

create index relation_by_subject on relation (subject_id, kind);
create index relation_by_object on relation (object_id, kind);

create table relation_evidence (
  relation_id text not null references relation,
  ordinal integer not null,
  evidence_key integer not null references evidence,
  primary key (relation_id, ordinal)
) strict, without rowid;

create table event (
  id text primary key check (id glob 'event:*'),
  label text not null check (label <> ''),
  kind text not null check (kind in ('NEGOTIATION', 'AGREEMENT', 'DECISION', 'STATEMENT', 'VOTE', 'ELECTION', 'PROTEST', 'CONFLICT', 'CEASEFIRE', 'DEPLOYMENT', 'FORMATION', 'CHANGE_OF_POWER', 'OTHER')),
  description text,
  happened_edtf text,
  happened_earliest text,
  happened_latest text,
  date_note text,
  certainty text not null check (certainty in ('CERTAIN', 'LIKELY', 'POSSIBLE')),
  recorded_at text not null,
  check (happened_earliest <= happened_latest)
) strict;

create index event_by_day on event (coalesce(happened_latest, ''), id);

create table event_participant (
  event_id text not null references event,
  ordinal integer not null,
  actor_id text not null references actor,
  role text not null,
  primary key (event_id, ordinal)
) strict, without rowid;

create index event_participant_by_actor on event_participant (actor_id);

create table event_evidence (
  event_id text not null references event,
  ordinal integer not null,
  evidence_key integer not null references evidence,
  primary key (event_id, ordinal)
) strict, without rowid;

-- What was observed never changes; what we think of it (status, when it counted, whom it is filed under) does.
-- holder_id and issue_id follow merges; coded_holder_id and coded_issue_id keep what the coder wrote.
-- What comes by the hundred thousand spells its words out with "or": for a list after "in" SQLite fills a table at each insert.
create table stance (
  key integer primary key,
  id text not null unique check (id glob 'stance:*'),
  anchor text not null,
  holder_id text not null references actor,
  issue_id text not null references issue (id),
  coded_holder_id text not null references actor,
  coded_issue_id text not null references issue (id),
  direction text not null check (direction = 'SUPPORTS' or direction = 'OPPOSES' or direction = 'AMBIVALENT' or direction = 'NEUTRAL' or direction = 'UNDECIDED' or direction = 'DECLINED_TO_COMMENT'),
  intensity integer not null check (intensity between -2 and 2),
  act text not null check (act = 'DECLARED' or act = 'DEMANDED' or act = 'OFFERED' or act = 'THREATENED' or act = 'VOTED' or act = 'SIGNED' or act = 'ACTED' or act = 'REPORTED_VIEW'),
  holder_certainty text not null check (holder_certainty = 'CERTAIN' or holder_certainty = 'LIKELY' or holder_certainty = 'POSSIBLE'),
  coding_level text not null check (coding_level = 'TEXTUAL' or coding_level = 'INTERPRETIVE' or coding_level = 'INFERENTIAL'),
  confidence real check (confidence between 0 and 1),
  addressee_id text references actor,
  document_id text not null references document (id),
  independence_group text not null,
  authority integer not null check (authority between 0 and 4),
  stated_edtf text,
  stated_earliest text,
  stated_latest text,
  valid_from_edtf text,
  valid_from_earliest text,
  valid_from_latest text,
  valid_until_edtf text,
  valid_until_earliest text,
  valid_until_latest text,
  effective_edtf text,
  effective_earliest text,
  effective_latest text,
  coder_id text not null references coder,
  external_id text,
  note text,
  status text not null check (status = 'PROPOSED' or status = 'ACCEPTED' or status = 'REJECTED' or status = 'RETRACTED' or status = 'SUPERSEDED'),
  recorded_at text not null,
  accepted_at text,
  retracted_at text,
  superseded_by text references stance (id),
  check (sign(intensity) = case direction when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end),
  check (stated_earliest <= stated_latest),
  check (effective_earliest <= effective_latest),
  check (valid_from_earliest is null or valid_until_latest is null or valid_from_earliest < valid_until_latest),
  check (accepted_at is null or accepted_at >= recorded_at),
  check (retracted_at is null or retracted_at >= recorded_at),
  check (status <> 'ACCEPTED' or (accepted_at is not null and retracted_at is null))
) strict;

create index stance_by_holder on stance (holder_id, issue_id, effective_latest);
create index stance_by_day on stance (coalesce(effective_latest, ''), id);
create index stance_by_issue_day on stance (issue_id, coalesce(effective_latest, ''), id);
create index stance_by_holder_day on stance (holder_id, coalesce(effective_latest, ''), id);
create index stance_by_document on stance (document_id, coded_holder_id, coded_issue_id);
create index stance_by_coded_holder on stance (coded_holder_id) where coded_holder_id <> holder_id;
create index stance_by_coded_issue on stance (coded_issue_id) where coded_issue_id <> issue_id;
create index stance_ended on stance (status) where status in ('REJECTED', 'RETRACTED', 'SUPERSEDED');
create index stance_to_review on stance (recorded_at, id) where status = 'PROPOSED';
create index stance_by_recording on stance (recorded_at, id);

-- What belongs to a stance hangs on its integer key: written in order, small, and quick to reach.

-- The times a stance counted before its present one: a retraction that was undone leaves its gap here.
create table earlier_acceptance (
  stance_key integer not null references stance,
  accepted_at text not null,
  retracted_at text not null,
  primary key (stance_key, accepted_at)
) strict, without rowid;

create table stance_evidence (
  stance_key integer not null references stance,
  ordinal integer not null,
  evidence_key integer not null references evidence,
  primary key (stance_key, ordinal)
) strict, without rowid;

create index stance_evidence_by_evidence on stance_evidence (evidence_key);

create table stance_condition (
  stance_key integer not null references stance,
  ordinal integer not null,
  kind text not null check (kind = 'IF' or kind = 'UNLESS' or kind = 'ONLY_AFTER' or kind = 'UNTIL' or kind = 'REQUIRES'),
  text text not null check (text <> ''),
  primary key (stance_key, ordinal)
) strict, without rowid;

create table stance_facet (
  stance_key integer not null references stance,
  issue_id text not null,
  name text not null,
  value text not null,
  primary key (stance_key, name),
  foreign key (issue_id, name, value) references issue_facet (issue_id, name, value)
) strict, without rowid;

-- The chain by which a stance reached us; publisher first.
create table attribution_link (
  stance_key integer not null references stance,
  ordinal integer not null,
  role text not null check (role = 'PUBLISHER' or role = 'RELAY' or role = 'SPEAKER' or role = 'HOLDER'),
  actor_id text references actor,
  anonymous_descriptor text,
  anonymous_affiliation_id text references actor,
  anonymous_rank text,
  cue text,
  mode text check (mode = 'DIRECT_QUOTE' or mode = 'MIXED' or mode = 'INDIRECT' or mode = 'PARAPHRASE' or mode = 'NARRATION'),
  on_record text check (on_record = 'ON_RECORD' or on_record = 'BACKGROUND' or on_record = 'ANONYMOUS'),
  authority text check (authority = 'OWN' or authority = 'SPOKESPERSON' or authority = 'REPRESENTATIVE' or authority = 'UNAUTHORISED' or authority = 'THIRD_PARTY'),
  primary key (stance_key, ordinal),
  check ((actor_id is null) <> (anonymous_descriptor is null))
) strict, without rowid;

-- Who says that an event happened, where it is not the document's own account.
create table event_attribution_link (
  event_id text not null references event,
  ordinal integer not null,
  role text not null check (role = 'PUBLISHER' or role = 'RELAY' or role = 'SPEAKER' or role = 'HOLDER'),
  actor_id text references actor,
  anonymous_descriptor text,
  anonymous_affiliation_id text references actor,
  anonymous_rank text,
  cue text,
  mode text check (mode = 'DIRECT_QUOTE' or mode = 'MIXED' or mode = 'INDIRECT' or mode = 'PARAPHRASE' or mode = 'NARRATION'),
  on_record text check (on_record = 'ON_RECORD' or on_record = 'BACKGROUND' or on_record = 'ANONYMOUS'),
  authority text check (authority = 'OWN' or authority = 'SPOKESPERSON' or authority = 'REPRESENTATIVE' or authority = 'UNAUTHORISED' or authority = 'THIRD_PARTY'),
  primary key (event_id, ordinal),
  check ((actor_id is null) <> (anonymous_descriptor is null))
) strict, without rowid;

create table review (
  key integer primary key,
  stance_id text not null references stance (id),
  reviewer text not null,
  status text not null check (status = 'PROPOSED' or status = 'ACCEPTED' or status = 'REJECTED' or status = 'RETRACTED' or status = 'SUPERSEDED'),
  reason text,
  at text not null
) strict;

create index review_by_stance on review (stance_id, key);

-- Full text: what is searched lies in the tables above; these hold the indexes.
create virtual table evidence_text using fts5 (quote, content = 'evidence', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
create virtual table document_text using fts5 (title, text, content = 'document', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
create virtual table actor_text using fts5 (name, content = 'actor_name', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
create virtual table issue_text using fts5 (label, proposition, pro, contra, content = 'issue', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');

create trigger evidence_added after insert on evidence begin
  insert into evidence_text (rowid, quote) values (new.key, new.quote);
end;

create trigger document_added after insert on document begin
  insert into document_text (rowid, title, text) values (new.key, new.title, new.text);
end;

create trigger document_renamed after update of title on document begin
  insert into document_text (document_text, rowid, title, text) values ('delete', old.key, old.title, old.text);
  insert into document_text (rowid, title, text) values (new.key, new.title, new.text);
end;

create trigger actor_name_added after insert on actor_name begin
  insert into actor_text (rowid, name) values (new.key, new.name);
end;

create trigger actor_name_removed after delete on actor_name begin
  insert into actor_text (actor_text, rowid, name) values ('delete', old.key, old.name);
end;

create trigger issue_added after insert on issue begin
  insert into issue_text (rowid, label, proposition, pro, contra) values (new.key, new.label, new.proposition, new.pro, new.contra);
end;

create trigger issue_changed after update of label, proposition, pro, contra on issue begin
  insert into issue_text (issue_text, rowid, label, proposition, pro, contra) values ('delete', old.key, old.label, old.proposition, old.pro, old.contra);
  insert into issue_text (rowid, label, proposition, pro, contra) values (new.key, new.label, new.proposition, new.pro, new.contra);
end;
