-- What lists say of a document, apart from its text: rows with their texts are ten times as long, and a page of quotes
-- has fifty documents from all over the table.
create index document_in_brief on document (
  id, title, publisher, published_edtf, published_earliest, published_latest, url
);
