-- Quotes are found newest first without being sorted: the search index calls each by a number that grows with the day
-- on which its document was published at the latest, and, within a day, with the order of recording. A day takes the
-- bits above the key's thirty; 1 is 0000-01-01, and 0 stands for no day.

alter table evidence add column recency integer;

update evidence set recency = evidence.key | (coalesce((
  select cast(julianday(d.published_latest) - 1721058.5 as integer) from document d where d.id = evidence.document_id
), 0) << 30);

create unique index evidence_by_recency on evidence (recency);

-- What a change has added is indexed at its end, in order.
drop trigger evidence_added;
drop table evidence_text;
create virtual table evidence_text using fts5 (quote, content = 'evidence', content_rowid = 'recency', tokenize = 'unicode61 remove_diacritics 2');
insert into evidence_text (rowid, quote) select recency, quote from evidence order by recency;
