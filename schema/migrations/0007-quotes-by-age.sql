-- The search index calls a quote by its age instead, so that the newest come first when it is read forwards: FTS5 skips
-- ahead within a list of hits, but not back. Beginnings of up to three letters are in it as words are, instead of being
-- gathered from all words that begin so.

drop table evidence_text;
drop index evidence_by_recency;
alter table evidence rename column recency to age;
update evidence set age = 4503599627370495 - age;
create unique index evidence_by_age on evidence (age);

create virtual table evidence_text using fts5 (
  quote, content = 'evidence', content_rowid = 'age', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
insert into evidence_text (rowid, quote) select age, quote from evidence order by age;
insert into evidence_text (evidence_text) values ('optimize');
