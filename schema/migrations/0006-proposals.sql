-- What an extractor says of a stance it proposes: how it came to it, and the words that made it think so.
create table proposal (
  stance_key integer primary key references stance,
  extractor text not null check (extractor <> ''),
  version text not null,
  model text,
  prompt_hash text,
  codebook text,
  reasons text not null check (json_valid(reasons))
) strict;

-- Words in the document that a proposal rests on, in UTF-16 code units of its text, end exclusive.
create table proposal_span (
  stance_key integer not null references proposal,
  ordinal integer not null,
  role text not null check (role in ('CUE', 'NEGATION', 'HEDGE', 'CONDITION', 'ATTRIBUTION')),
  start integer not null check (start >= 0),
  end integer not null,
  primary key (stance_key, ordinal),
  check (end > start)
) strict, without rowid;

-- Why a stance was turned down, as a word of a closed list beside the reason in prose.
alter table review add column code text check (code in (
  'NO_STANCE', 'WRONG_HOLDER', 'WRONG_ISSUE', 'WRONG_DIRECTION', 'WRONG_QUOTE', 'WRONG_ATTRIBUTION', 'DUPLICATE',
  'OVERRULED', 'REEXTRACTED', 'OTHER'
));

-- What coders are shown of an issue beside its poles: passages coded rightly, and words by which it is found.
alter table issue add column examples text not null default '[]' check (json_valid(examples));
alter table issue add column anchors text not null default '[]' check (json_valid(anchors));

-- Which documents an extractor has read, by which version of it and of the codebook: also those where it found nothing.
create table extraction (
  document_id text not null references document (id),
  coder_id text not null references coder,
  version text not null,
  codebook text not null,
  at text not null,
  primary key (document_id, coder_id)
) strict, without rowid;
