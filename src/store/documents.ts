import { type Document, type Evidence, evidenceAt } from "../domain/document.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { DocumentId, EvidenceId } from "../domain/id.ts";
import { changedNow } from "./change.ts";
import { insertion } from "./insertion.ts";
import { allOf, countOf, type List, type ListRequest, pageOf } from "./page.ts";
import { ageOf, redatedQuotes } from "./quote-index.ts";
import { edtfColumns, edtfOf, edtfParams, type Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { documentTable } from "./tables.ts";
import type { Where } from "./where.ts";

const select = `select document.id, document.title, document.sha256, document.publisher, document.author, document.url,
  document.language, document.published_edtf, document.published_earliest, document.published_latest,
  document.date_note, document.licence, document.independence_group, document.recorded_at
  from document`;

const list: List<Document> = {
  table: documentTable,
  select,
  orders: {
    PUBLISHED_ON: "coalesce(document.published_latest, '')",
    TITLE: "document.title",
    RECORDED_AT: "document.recorded_at",
  },
  defaultOrder: [{ field: "PUBLISHED_ON", descending: true }],
  map: documentOf,
};

const nextKey = "(select coalesce(max(key), 0) + 1 from evidence)";

const columns = [
  ...["id", "title", "text", "sha256", "publisher", "author", "url", "language"],
  ...["published_edtf", "published_earliest", "published_latest"],
  ...["date_note", "licence", "independence_group", "recorded_at"],
];

interface HeldText {
  readonly id: DocumentId;
  readonly text: string;
  readonly group: string;
}

/** Documents, and the evidence quoted from them. */
export function documentStore(db: Sqlite) {
  const byId = db.prepare(`${select} where document.id = ?`);
  const byIds = db.prepare(`${select} where document.id in (select value from json_each(:ids))`);
  const byHash = db.prepare(`${select} where document.sha256 = :sha256 order by document.key limit 1`);
  const byUrl = db.prepare(`${select} where document.url = :url order by document.key limit 1`);
  const textById = db.prepare("select text from document where id = ?").pluck();
  const texts = db.prepare<[], HeldText>(
    `select id, text, independence_group as "group" from document where text is not null order by key`,
  );
  const insert = insertion(db, "document", columns);
  const update = db.prepare(`
    update document set
      title = :title, author = :author, language = :language, published_edtf = :published_edtf,
      published_earliest = :published_earliest, published_latest = :published_latest, date_note = :dateNote,
      licence = :licence, independence_group = :independenceGroup
    where id = :id
  `);
  const redate = db.prepare(`
    update stance set
      independence_group = :independenceGroup,
      effective_edtf = iif(stated_edtf is null, :published_edtf, effective_edtf),
      effective_earliest = iif(stated_edtf is null, :published_earliest, effective_earliest),
      effective_latest = iif(stated_edtf is null, :published_latest, effective_latest),
      ${changedNow}
    where document_id = :id
  `);
  const renumber = redatedQuotes(db);
  const keyOf = evidenceKeys(db);
  const evidenceByKeys = db.prepare(
    "select * from evidence where key in (select value from json_each(:keys))",
  );
  const evidenceOfDocument = db.prepare("select * from evidence where document_id = :id order by start, end");
  const insertEvidence = db.prepare(`
    insert into evidence (key, age, document_id, start, end, quote, prefix, suffix, sha256)
    values (${nextKey}, ${ageOf(nextKey, "?")}, ?, ?, ?, ?, ?, ?, ?)
    on conflict do nothing
  `);

  function get(id: DocumentId): Document | null {
    const row = byId.get(id) as Row | undefined;
    return row === undefined ? null : documentOf(row);
  }

  return {
    get,
    require(id: DocumentId): Document {
      const document = get(id);
      if (document === null) {
        throw new StanceGraphError(
          "not_found",
          `There is no ${id}; list the known ones with \`stancegraph documents\`.`,
        );
      }
      return document;
    },
    /** The documents with these ids, in any order; unknown ids are left out. */
    byIds: (ids: readonly DocumentId[]) => (byIds.all({ ids: JSON.stringify(ids) }) as Row[]).map(documentOf),
    /** The first document with this text, or at this URL. */
    by(key: { readonly sha256: string } | { readonly url: string }): Document | null {
      const row = ("url" in key ? byUrl.get(key) : byHash.get(key)) as Row | undefined;
      return row === undefined ? null : documentOf(row);
    },
    page: (request: ListRequest) => pageOf(db, list, request),
    all: (request: ListRequest = {}) => allOf(db, list, request),
    count: (where?: Where | null) => countOf(db, list, where),
    /** The text as it lies; null where only the document's existence is recorded. Offsets count its UTF-16 code units. */
    text: (id: DocumentId) => (textById.get(id) ?? null) as string | null,
    /** Every text with its document's id and independence group, one at a time, in the order in which they came. */
    texts: () => texts.iterate(),
    add(document: Document, text: string | null): void {
      const { id, title, sha256, publisher, author, url, language, dateNote, licence } = document;
      insert.run([
        ...[id, title, text, sha256, publisher, author, url, language, ...edtfColumns(document.publishedOn)],
        ...[dateNote, licence, document.independenceGroup, document.recordedAt],
      ]);
    },
    /** Corrects what is said of a document; its stances follow its date and group. */
    change(document: Document): void {
      const { id, title, author, language, dateNote, licence, independenceGroup } = document;
      const dates = edtfParams("published", document.publishedOn);
      update.run({ id, title, author, language, dateNote, licence, independenceGroup, ...dates });
      redate.run({ id, independenceGroup, ...dates });
      renumber(id);
    },
    /** Stores the quote at [start, end) of a document's text, once; its key comes with its id. */
    addEvidence(document: DocumentId, text: string, { start, end }: Place): Placed {
      const { id, quote, prefix, suffix, sha256 } = evidenceAt(document, text, start, end);
      const { changes, lastInsertRowid } = insertEvidence.run(
        ...[document, document, start, end, quote, prefix, suffix, sha256],
      );
      return { id, key: changes === 1 ? Number(lastInsertRowid) : (keyOf(id) as number) };
    },
    evidence(id: EvidenceId): Evidence | null {
      return this.evidenceByIds([id])[0] ?? null;
    },
    /** The evidence with these ids, in no order; unknown ids are left out. */
    evidenceByIds(ids: readonly EvidenceId[]): readonly Evidence[] {
      const keys = ids.map(keyOf).filter((key) => key !== null);
      return keys.length === 0
        ? []
        : (evidenceByKeys.all({ keys: JSON.stringify(keys) }) as Row[]).map(evidenceOf);
    },
    /** The keys of evidence by their ids, in their order; null where there is none. */
    evidenceKeys: (ids: readonly EvidenceId[]) => ids.map(keyOf),
    evidenceOf(id: DocumentId): readonly Evidence[] {
      return (evidenceOfDocument.all({ id }) as Row[]).map(evidenceOf);
    },
  };
}

/** Where a quote stands in a text: UTF-16 code units, end exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** An evidence as it lies. */
export interface Placed {
  readonly id: EvidenceId;
  readonly key: number;
}

/** The key of an evidence by its id, which names its document and place; null when there is none. */
export function evidenceKeys(db: Sqlite): (id: EvidenceId) => number | null {
  const byPlace = db
    .prepare("select key from evidence where document_id = ? and start = ? and end = ?")
    .pluck();
  return (id) => {
    const [document, start, end] = id.slice("evidence:".length).split(".");
    return (byPlace.get(`document:${document}`, Number(start), Number(end)) as number | undefined) ?? null;
  };
}

function documentOf(row: Row): Document {
  return {
    id: row.id as DocumentId,
    title: row.title as string,
    sha256: row.sha256 as string | null,
    publisher: row.publisher as string | null,
    author: row.author as string | null,
    url: row.url as string | null,
    language: row.language as string,
    publishedOn: edtfOf(row.published_edtf, row.published_earliest, row.published_latest),
    dateNote: row.date_note as string | null,
    licence: row.licence as string | null,
    independenceGroup: row.independence_group as string,
    recordedAt: row.recorded_at as string,
  };
}

export function evidenceOf(row: Row): Evidence {
  return {
    id: row.id as EvidenceId,
    document: row.document_id as DocumentId,
    start: row.start as number,
    end: row.end as number,
    quote: row.quote as string,
    prefix: row.prefix as string,
    suffix: row.suffix as string,
    sha256: row.sha256 as string,
  };
}
