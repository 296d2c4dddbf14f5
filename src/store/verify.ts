import { createHash } from "node:crypto";
import { sha256 } from "../domain/id.ts";
import type { Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { contentFaults } from "./verify-content.ts";

export interface Verification {
  /** Quotes found at their place, letter by letter and by hash. */
  readonly quotes: number;
  readonly documents: number;
  /** What does not hold: the id, and how. */
  readonly faults: readonly { readonly id: string; readonly message: string }[];
  /** SHA-256 over all that was recorded, whatever the order and time of recording. */
  readonly digest: string;
}

/** Proves each quote against its text, each hash against its text, and the database against its own rules. */
export function verify(
  db: Sqlite,
  onProgress: (done: number, total: number) => void = () => {},
): Verification {
  const faults: { id: string; message: string }[] = [];
  for (const { integrity_check: message } of db.pragma("integrity_check") as { integrity_check: string }[]) {
    if (message !== "ok") faults.push({ id: "database", message });
  }
  for (const { table, rowid } of db.pragma("foreign_key_check") as { table: string; rowid: number }[]) {
    faults.push({ id: `${table} row ${rowid}`, message: "refers to something that is not there" });
  }
  for (const index of ["evidence_text", "document_text", "actor_text", "issue_text"]) {
    if (!isSoundIndex(db, index))
      faults.push({ id: index, message: "the search index disagrees with what it indexes" });
  }
  for (const fault of contentFaults(db)) faults.push(fault);
  const total = db.prepare("select count(*) from document").pluck().get() as number;
  const evidence = db.prepare("select * from evidence where document_id = :id order by start");
  let documents = 0;
  let quotes = 0;
  for (const document of db
    .prepare("select id, text, sha256 from document order by key")
    .iterate() as Iterable<Row>) {
    const text = document.text as string | null;
    if (text !== null && sha256(text) !== document.sha256) {
      faults.push({
        id: document.id as string,
        message: "the text does not have the SHA-256 it was stored with",
      });
    }
    for (const row of evidence.iterate({ id: document.id }) as Iterable<Row>) {
      const fault = faultOf(row, text ?? "");
      if (fault === null) quotes += 1;
      else faults.push({ id: row.id as string, message: fault });
    }
    documents += 1;
    onProgress(documents, total);
  }
  return { quotes, documents, faults, digest: digestOf(db) };
}

/**
 * Whether a search index holds what its table holds. FTS5 checks itself by an insert that writes nothing; a database
 * opened for reading cannot be asked, and a lock is told as one.
 */
function isSoundIndex(db: Sqlite, index: string): boolean {
  if (db.readonly) return true;
  try {
    db.prepare(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`).run();
    return true;
  } catch (error) {
    if (/^SQLITE_CORRUPT/.test(String((error as { code?: unknown }).code))) return false;
    throw error;
  }
}

function faultOf(row: Row, text: string): string | null {
  const {
    start,
    end,
    quote,
    sha256: hash,
  } = row as { start: number; end: number; quote: string; sha256: string };
  if (sha256(quote) !== hash) return "the quote does not have the SHA-256 it was stored with";
  if (text.slice(start, end) !== quote)
    return `the text at ${start}–${end} of ${row.document_id} is not the quote`;
  if (!text.slice(0, start).endsWith(row.prefix as string))
    return "the words before the quote are not its prefix";
  if (!text.slice(end).startsWith(row.suffix as string))
    return "the words after the quote are not its suffix";
  return null;
}

/** What the digest covers, a table at a time: content, not keys or times of recording. */
const digested: readonly string[] = [
  "select id, name, kind, description, merged_into from actor order by id",
  "select actor_id, name, folded, type, language from actor_name order by 1, 2, 4, 5",
  "select scheme, value, actor_id from actor_external_id order by 1, 2",
  "select id, label, proposition, pro, contra, parent_id, merged_into, examples, anchors from issue order by id",
  "select issue_id, name, value from issue_facet order by 1, 2, 3",
  `select id, title, sha256, publisher, author, url, language, published_edtf, published_earliest, published_latest,
     date_note, licence, independence_group from document order by id`,
  "select document_id, start, end, sha256, prefix, suffix from evidence order by 1, 2, 3",
  `select id, subject_id, kind, object_id, from_edtf, from_earliest, from_latest, until_edtf, until_earliest,
     until_latest, note from relation order by id`,
  `select id, label, kind, description, happened_edtf, happened_earliest, happened_latest, date_note, certainty
     from event order by id`,
  "select event_id, ordinal, actor_id, role from event_participant order by 1, 2",
  "select * from event_attribution_link order by 1, 2",
  `select id, anchor, holder_id, issue_id, coded_holder_id, coded_issue_id, direction, intensity, act, holder_certainty,
     coding_level, confidence, addressee_id, document_id, independence_group, authority, stated_edtf, stated_earliest,
     stated_latest, valid_from_edtf, valid_until_edtf, effective_edtf, effective_earliest, effective_latest, coder_id,
     external_id, note, status, superseded_by from stance order by id`,
  ...[
    "e.ordinal, v.document_id, v.start, v.end from stance_evidence e join evidence v on v.key = e.evidence_key",
    "e.ordinal, e.kind, e.text from stance_condition e",
    "e.name, e.value from stance_facet e",
    `e.ordinal, e.role, e.actor_id, e.anonymous_descriptor, e.anonymous_affiliation_id, e.anonymous_rank, e.cue, e.mode,
       e.on_record, e.authority from attribution_link e`,
    "0, e.extractor, e.version, e.model, e.prompt_hash, e.codebook, e.reasons from proposal e",
    "e.ordinal, e.role, e.start, e.end from proposal_span e",
  ].map((rest) => `select s.id, ${rest} join stance s on s.key = e.stance_key order by 1, 2`),
  "select id, name, kind, version from coder order by id",
  "select subject_id, name, value from attribute order by 1, 2",
];

function digestOf(db: Sqlite): string {
  const hash = createHash("sha256");
  for (const sql of digested) {
    for (const row of db.prepare(sql).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest("hex");
}
